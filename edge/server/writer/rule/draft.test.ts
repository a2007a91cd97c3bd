import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import { SIGNATURE_POLICY, SIGNATURE_PROCEDURE } from '@flowviz/contract/training'
import { expect, test } from 'vitest'
import { currentPlan, planOf } from '../../store/plan-record.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, OPERATOR, openBox, refusal } from '../testing/box.ts'

const MANAGER = { ...OPERATOR, id: '019ab0a2-5c00-7000-8000-000000000002', role: 'MANAGER' } as const
const OTHER = { ...MANAGER, id: '019ab0a2-5c00-7000-8000-000000000003' } as const

function bakery(): Box {
  const box = openBox()
  const item = (item_id: string, lot_type: 'RAW' | 'FG') =>
    box.act('define-item', { params: { item_id }, body: { title: item_id, lot_type } })
  item('flour', 'RAW')
  item('bread', 'FG')
  return box
}

const RECIPE = {
  recipe_id: 'bread-white',
  title: 'White bread',
  item_id: 'bread',
  batch_kg: '100',
  inputs: [{ item_id: 'flour', min_kg: '60', target_kg: '65', max_kg: '70' }],
}
const gate = (gate_no: number, change: Partial<QcGate> = {}): QcGate => ({
  gate_no,
  gate_id: `gate-${gate_no}`,
  title: `Gate ${gate_no}`,
  ccp: false,
  control: 'quality',
  checks: [],
  before_consume: [],
  before_ship: [],
  signed: false,
  reaction: 'Hold.',
  ...change,
})
const MONITOR: Monitor = {
  monitor_id: 'cold-room',
  title: 'Cold room',
  device_id: 'probe-1',
  channel: 'temperature',
  location_id: 'receiving',
  unit: 'Cel',
  high: '5',
  duration_s: 600,
  missing_s: 300,
  ccp: true,
}
/** What a refused draft names as its problems. */
function problems(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return (error as { problems: string[] }).problems
  }
}

test('a recipe counts once a second person approved it; who drafted it never does', () => {
  const box = bakery()
  expect(box.act('draft-recipe', { body: RECIPE }, { actor: MANAGER })).toMatchObject({ version: 1, state: 'DRAFT' })
  const approve = (version: number, actor: typeof OTHER) =>
    box.act('approve-recipe', { params: { recipe_id: 'bread-white', version }, body: {} }, { actor })
  expect(refusal(() => approve(1, MANAGER as never))).toBe('second_person_missing')
  expect(approve(1, OTHER)).toMatchObject({ state: 'APPROVED', drafted_by: MANAGER.id, approved_by: OTHER.id })
  expect(refusal(() => approve(1, OTHER))).toBe('state_wrong')
  expect(refusal(() => approve(2, OTHER))).toBe('record_not_found')
  expect(box.act('draft-recipe', { body: RECIPE }, { actor: OTHER })).toMatchObject({ version: 1 })
  const heavier = { ...RECIPE, batch_kg: '120' }
  expect(box.act('draft-recipe', { body: heavier }, { actor: MANAGER })).toMatchObject({ version: 2, state: 'DRAFT' })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('an older draft is not approved behind a newer version that counts', () => {
  const box = bakery()
  box.act('draft-recipe', { body: RECIPE }, { actor: MANAGER })
  box.act('draft-recipe', { body: { ...RECIPE, batch_kg: '120' } }, { actor: MANAGER })
  const approve = (version: number) =>
    box.act('approve-recipe', { params: { recipe_id: 'bread-white', version }, body: {} }, { actor: OTHER })
  approve(2)
  expect(refusal(() => approve(1))).toBe('state_wrong')
})

test('a recipe of unknown items or with limits out of order is refused', () => {
  const box = bakery()
  const draft = (change: Partial<typeof RECIPE>) => () => box.act('draft-recipe', { body: { ...RECIPE, ...change } })
  expect(refusal(draft({ item_id: 'cake' }))).toBe('record_not_found')
  const inputs = [{ item_id: 'flour', min_kg: '66', target_kg: '65', max_kg: '64' }]
  expect(problems(draft({ inputs: [...inputs, ...inputs] }))).toEqual([
    'min_kg of flour is above its target_kg',
    'target_kg of flour is above its max_kg',
    'flour is an input twice',
    'min_kg of flour is above its target_kg',
    'target_kg of flour is above its max_kg',
  ])
})

test('a plan whose gates skip a number or whose CCP has no check names each problem', () => {
  const box = openBox()
  const draft = (gates: QcGate[]) => () =>
    box.act('draft-qc-plan', { body: { plan_id: 'own', title: 'Own plan', gates } })
  expect(problems(draft([gate(1), gate(3, { ccp: true })]))).toEqual([
    'gate gate-3 is number 3, and stands at 2',
    'gate gate-3 is a critical control point without a check',
  ])
  expect(draft([gate(1), gate(2)])()).toMatchObject({ version: 1 })
})

test('a draft of the plan of the release is a later version, so lots keep the gates they were begun under', () => {
  const box = openBox()
  const shorter = { ...SEVEN_GATES, gates: SEVEN_GATES.gates.slice(0, 3) }
  const { version } = box.act('draft-qc-plan', { body: shorter }, { actor: MANAGER })
  expect(version).toBe(SEVEN_GATES_VERSION + 1)
  const store = plantStore(box.engine.db)
  expect(currentPlan('seven-gates', store).version).toBe(SEVEN_GATES_VERSION)
  box.act('approve-qc-plan', { params: { plan_id: 'seven-gates', version }, body: {} }, { actor: OTHER })
  expect(currentPlan('seven-gates', store).plan.gates).toHaveLength(3)
  expect(planOf({ plan_id: 'seven-gates', plan_version: SEVEN_GATES_VERSION }, store).plan.gates).toHaveLength(7)
})

test('a monitor has a limit and a hysteresis that it can come back through', () => {
  const box = openBox()
  const draft = (change: Partial<Monitor>) => () => box.act('draft-monitor', { body: { ...MONITOR, ...change } })
  const { high: _, ...without } = MONITOR
  expect(problems(() => box.act('draft-monitor', { body: without }))).toEqual(['neither low nor high is there'])
  expect(problems(draft({ low: '6' }))).toEqual(['low is above high'])
  expect(problems(draft({ low: '4', hysteresis: '1.0' }))).toHaveLength(1)
  expect(refusal(draft({ location_id: 'nowhere' }))).toBe('record_not_found')
  expect(draft({ low: '4', hysteresis: '0.9' })()).toMatchObject({ version: 1 })
})

/** OTHER has acknowledged what a signature means, and was trained in signing. */
function mayStrictlySign(box: Box): void {
  const { id: person_id } = OTHER
  const subject = `person:${person_id}`
  box.submit('record', {
    type: 'policy.acknowledged',
    actor: OTHER,
    subject,
    data: { person_id, policy: SIGNATURE_POLICY },
    occurred_at: null,
  })
  box.submit('record', {
    type: 'training.recorded',
    actor: MANAGER,
    subject,
    data: {
      training_id: '019ab0a2-5c00-7000-8000-00000000000b',
      person_id,
      procedure: SIGNATURE_PROCEDURE,
      procedure_version: '1',
      trained_on: '2026-11-01',
      expires_on: null,
      trainer: null,
    },
    occurred_at: null,
  })
}

test('where signatures are strict, an approval is signed and the signature is bound to it', () => {
  const box = openBox()
  box.act('configure-site', { body: { ...DEFAULT_SETTINGS, strict_signature: true } })
  box.act('draft-monitor', { body: MONITOR }, { actor: MANAGER })
  const given = { params: { monitor_id: 'cold-room', version: 1 }, body: {} }
  expect(refusal(() => box.act('approve-monitor', given, { actor: OTHER }))).toBe('signature_missing')
  const signer = {
    person_id: OTHER.id,
    session_id: '019ab0a2-5c00-7000-8000-00000000000a',
    components: 'name_and_secret',
    meaning: null,
  } as const
  expect(refusal(() => box.act('approve-monitor', given, { actor: OTHER, signer }))).toBe('policy_unacknowledged')
  mayStrictlySign(box)
  expect(box.act('approve-monitor', given, { actor: OTHER, signer })).toMatchObject({ state: 'APPROVED' })
  const { ledger } = plantStore(box.engine.db)
  const { seq } = box.engine.head()
  expect(JSON.parse(ledger.row(seq)!.body)).toMatchObject({
    type: 'record.signed',
    data: { meaning: 'approved', signs: [{ seq: seq - 1, subject: 'monitor:cold-room' }] },
  })
})
