import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import type { RecallStart } from '@flowviz/contract/recall-word'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, OPERATOR, refusal } from '../testing/box.ts'
import { openDock, PAPERS, planned, readyLot, receipt } from '../testing/dock.ts'
import { MANAGER, REVIEWER, signerOf } from '../testing/kitchen.ts'

type Start = RecallStart
const AUDITOR = { actor: REVIEWER }
const BOSS = { actor: MANAGER }

function open(box: Box, start: Start, change: { mode?: 'mock' | 'real'; direction?: 'backward' | 'both' } = {}) {
  const { mode = 'mock', ...more } = change
  const body = { mode, scenario: 'Glass in a bag', start, ...more }
  return box.act('open-recall', { body }, mode === 'real' ? BOSS : AUDITOR)
}
const at = ({ recall_id }: { recall_id: string }) => ({ params: { recall_id } })
const bare = (recall: { recall_id: string }) => ({ ...at(recall), body: {} })

/** Beef of which soup was made and shipped, and beef that nothing was made of. */
function soup() {
  const room = openDock()
  const { box } = room
  const { lots } = box.act(
    'receive-goods',
    receipt([
      { item_id: 'beef', weight_kg: '100', supplier_lot_code: 'B-1', supplier_tlc_source: 'Farm' },
      { item_id: 'beef', weight_kg: '50', supplier_lot_code: 'B-2', supplier_tlc_source: 'Farm' },
    ]),
  )
  const [beef, other] = lots as [(typeof lots)[0], (typeof lots)[0]]
  room.pass(beef, 1)
  const made = readyLot(room, { weight_kg: '40' })
  box.act('link-lot', { params: { lot_id: made.lot_id }, body: { source_lot_id: beef.lot_id, weight_kg: '30' } })
  const params = { shipment_id: planned(room) }
  box.act('pick-shipment', { params, body: { lot_id: made.lot_id, weight_kg: '25' } })
  box.act('stage-shipment', { params, body: {} })
  box.act('ship-shipment', { params, body: { documents: PAPERS } })
  return { room, box, beef, other, made, ...params }
}

test('a drill goes from the code on a sack to a signed report, and its balance closes to the milligram', () => {
  const { box, beef, made } = soup()
  const recall = open(box, { supplier_id: 'farm', supplier_lot_code: 'B-1' })
  expect(recall).toMatchObject({ mode: 'mock', state: 'MOCK', version: 0, consignees: [] })
  expect(recall.tasks.map(({ due_at }) => due_at.slice(11, 16))).toEqual([
    '07:00',
    '07:00',
    '09:00',
    '09:00',
    '05:00',
    '05:00',
  ])
  const scoped = box.act('scope-recall', bare(recall), AUDITOR)
  expect(new Set(scoped.scopes[0]!.added)).toEqual(new Set([beef.lot_id, made.lot_id]))
  expect(scoped.consignees).toMatchObject([{ customer_id: 'shop', shipped_mg: 25_000_000, notified_at: null }])
  box.act('hold-recall', bare(recall), AUDITOR)
  expect(refusal(() => box.act('reconcile-recall', bare(recall), AUDITOR))).toBe('recall_unnotified')
  const told = { ...at(recall), body: { customer_id: 'shop', channel: 'phone' as const, contact: 'Ms Shop' } }
  expect(box.act('notify-consignee', told, AUDITOR).state).toBe('NOTIFYING')
  const answer = { ...at(recall), body: { customer_id: 'shop', found_kg: '20', text: 'five were sold' } }
  expect(box.act('answer-consignee', answer, AUDITOR)).toMatchObject({
    state: 'RECOVERING',
    consignees: [{ answer: 'five were sold', found: { weight_mg: 20_000_000 } }],
  })
  const check = { customer_id: 'shop', channel: 'visit' as const, effective: true, text: 'The shelf is empty.' }
  expect(box.act('check-consignee', { ...at(recall), body: check }, AUDITOR)).toMatchObject({
    state: 'RECOVERING',
    consignees: [{ effective: true, check: 'The shelf is empty.', check_channel: 'visit' }],
    effect: {
      consignee_count: 1,
      notified_count: 1,
      answered_count: 1,
      checked_count: 1,
      effective_count: 1,
      shipped_mg: 25_000_000,
      returned_mg: 0,
      found_mg: 20_000_000,
      gone_mg: 5_000_000,
    },
  })
  box.clock.ms += 90 * 60_000
  const reconciled = box.act('reconcile-recall', bare(recall), AUDITOR)
  expect(reconciled.result).toMatchObject({
    minutes: 90,
    passed: true,
    total: {
      registered_mg: 140_000_000,
      divided_mg: 30_000_000,
      shipped_mg: 25_000_000,
      on_hand_mg: 85_000_000,
      unexplained_mg: 0,
      accounted_pct: '100.00',
    },
  })
  const close = { ...at(recall), body: { gaps: ['The list of numbers was old.'], actions: ['Check it each month.'] } }
  expect(refusal(() => box.act('close-recall', close, BOSS))).toBe('signature_missing')
  const closed = box.act('close-recall', close, { ...BOSS, signer: signerOf(MANAGER) })
  expect(closed).toMatchObject({ state: 'CLOSED', passed: true, actions: ['Check it each month.'] })
  expect(closed.gaps).toContain('No telephone number of shop.')
  expect(closed.gaps).toContain('The list of numbers was old.')
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test("a real recall is a manager's, holds everything in scope and marks it as recalled", () => {
  const { box, room, beef, other, made } = soup()
  const body = { mode: 'real' as const, scenario: 'Salmonella', start: { supplier_lot_code: 'B-1' } }
  expect(refusal(() => box.act('open-recall', { body }, AUDITOR))).toBe('role_insufficient')
  const recall = box.act('open-recall', { body }, BOSS)
  expect(recall.state).toBe('DRAFT')
  expect(refusal(() => box.act('scope-recall', bare(recall), AUDITOR))).toBe('role_insufficient')
  box.act('scope-recall', bare(recall), BOSS)
  const held = box.act('hold-recall', bare(recall), BOSS)
  expect(held).toMatchObject({ state: 'HOLD_PLACED', held_version: 1 })
  expect(held.hold_id).not.toBeNull()
  for (const lot of [beef, made]) expect(room.now(lot)).toMatchObject({ status: 'RECALLED', holds: 1 })
  expect(room.now(other)).toMatchObject({ status: 'PENDING_QC', holds: 0 })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a scope that grows is a new version that says what is new, and what is new is held with the rest', () => {
  const { box, room, beef, other } = soup()
  const recall = open(box, { supplier_lot_code: 'B-1' }, { mode: 'real' })
  box.act('scope-recall', bare(recall), BOSS)
  const { hold_id } = box.act('hold-recall', bare(recall), BOSS)
  const late = readyLot(room, { weight_kg: '5' })
  room.pass(other, 1)
  box.act('link-lot', { params: { lot_id: late.lot_id }, body: { source_lot_id: other.lot_id, weight_kg: '1' } })
  const wide = { ...at(recall), body: { include_same_room: true, reason: 'It stood beside it.' } }
  const { scopes, state } = box.act('scope-recall', wide, BOSS)
  expect(state).toBe('SCOPING')
  expect(scopes).toHaveLength(2)
  expect(new Set(scopes[1]!.added)).toEqual(new Set([other.lot_id, late.lot_id]))
  expect(scopes[1]!.removed).toEqual([])
  expect(scopes[1]!.lot_count).toBe(scopes[0]!.lot_count + 2)
  expect(box.act('hold-recall', bare(recall), BOSS)).toMatchObject({ hold_id, held_version: 2 })
  for (const lot of [beef, other, late]) expect(room.now(lot)).toMatchObject({ status: 'RECALLED', holds: 1 })
  const narrow = box.act('scope-recall', bare(recall), BOSS)
  expect(new Set(narrow.scopes[2]!.removed)).toEqual(new Set([other.lot_id, late.lot_id]))
})

test('a recall begins with lots, a supplier, an item, a line or a time, and a lot has to fit all that is said', () => {
  const { box, beef, other, made } = soup()
  const started = (start: Start, change = {}) => {
    const recall = open(box, start, change)
    const { scopes } = box.act('scope-recall', bare(recall), AUDITOR)
    return { begun: scopes[0]!.start_count, lots: new Set(scopes[0]!.added) }
  }
  expect(started({ lot_ids: [made.lot_id] }).lots).toEqual(new Set([made.lot_id]))
  expect(started({ lot_ids: [made.lot_id] }, { direction: 'backward' }).lots).toEqual(
    new Set([beef.lot_id, made.lot_id]),
  )
  expect(started({ lot_ids: [beef.lot_id] }, { direction: 'both' }).lots).toEqual(new Set([beef.lot_id, made.lot_id]))
  expect(started({ supplier_id: 'farm' }).begun).toBe(2)
  expect(started({ item_id: 'beef' }).lots).toEqual(new Set([beef.lot_id, other.lot_id, made.lot_id]))
  expect(started({ item_id: 'beef', supplier_lot_code: 'B-2' }).lots).toEqual(new Set([other.lot_id]))
  const codes: [Start, string][] = [
    [{ supplier_id: 'stranger', supplier_lot_code: 'B-1' }, 'recall_empty'],
    [{ item_id: 'beef', to: '2026-11-23T04:00:00.000Z' }, 'recall_empty'],
    [{ line: 'L9' }, 'recall_empty'],
    [{ from: '2026-11-23T04:00:00.000Z' }, 'body_invalid'],
  ]
  for (const [start, code] of codes) expect(refusal(() => open(box, start))).toBe(code)
})

test('until cleaning is what a line made between the cleaning before and the one after', () => {
  const { box, room } = soup()
  const MINUTE = 60_000
  const clean = () =>
    box.submit('record', {
      type: 'gate.decided',
      actor: OPERATOR,
      subject: 'line:L1',
      data: { ...CLEANED, lots: [] },
      occurred_at: null,
    })
  const make = () => {
    box.clock.ms += MINUTE
    const lot = room.lot({ line: 'L1' })
    box.clock.ms += MINUTE
    return lot
  }
  make()
  clean()
  const [one, two] = [make(), make()]
  const then = new Date(box.clock.ms).toISOString()
  const three = make()
  clean()
  make()
  const recall = open(box, { until_cleaning: { line: 'L1', at: then } })
  const { scopes } = box.act('scope-recall', bare(recall), AUDITOR)
  expect(new Set(scopes[0]!.added)).toEqual(new Set([one, two, three].map(({ lot_id }) => lot_id)))
})

const CLEANED = {
  decision_id: '019ab0a2-5c00-7000-8000-0000000000dd',
  plan_id: 'seven-gates',
  plan_version: 1,
  gate_id: 'pre-op',
  gate_no: 2,
  ccp: false,
  lot_id: null,
  run_id: null,
  line: 'L1',
  decision: 'PASS' as const,
  values: [],
  notes: null,
  instrument_id: null,
  calibration: null,
  entered_late: false,
  recheck_of: null,
  waived: false,
  run_gate_passed: null,
}

test('each step has its place: nothing is held before there is a scope, and nothing follows the end', () => {
  const { box } = soup()
  const recall = open(box, { supplier_lot_code: 'B-2' })
  for (const name of ['hold-recall', 'reconcile-recall'] as const)
    expect(refusal(() => box.act(name, bare(recall), AUDITOR))).toBe('state_wrong')
  box.act('scope-recall', bare(recall), AUDITOR)
  box.act('hold-recall', bare(recall), AUDITOR)
  const task_id = recall.tasks[0]!.task_id
  const done = { params: { recall_id: recall.recall_id, task_id }, body: { text: 'Found in three minutes.' } }
  box.clock.ms += 3 * 3_600_000
  expect(box.act('complete-recall-task', done, AUDITOR).tasks[0]).toMatchObject({ state: 'DONE', late: true })
  expect(refusal(() => box.act('complete-recall-task', done, AUDITOR))).toBe('state_wrong')
  box.act('reconcile-recall', bare(recall), AUDITOR)
  const closed = box.act('close-recall', { ...at(recall), body: {} }, { ...BOSS, signer: signerOf(MANAGER) })
  expect(closed.gaps).toContain('Done late: Find where the material went and fix the scope.')
  expect(refusal(() => box.act('scope-recall', bare(recall), AUDITOR))).toBe('state_wrong')
})

test('a site settles on its own goal, an effect is checked after the clock has stopped, and what is missing is a gap', () => {
  const { box } = soup()
  const goal = { minutes_max: 120, accounted_min_pct: '99.5', accounted_max_pct: '100.5' }
  const settings = { ...DEFAULT_SETTINGS, recall_goal: goal }
  box.act('configure-site', { body: settings }, { actor: { ...MANAGER, role: 'ADMIN' } })
  const recall = open(box, { supplier_lot_code: 'B-1' })
  expect(recall.goal).toEqual(goal)
  const body = { mode: 'mock' as const, scenario: 'Faster still', start: { item_id: 'beef' }, minutes_max: 30 }
  expect(box.act('open-recall', { body }, AUDITOR).goal).toEqual({ ...goal, minutes_max: 30 })
  box.act('scope-recall', bare(recall), AUDITOR)
  box.act('hold-recall', bare(recall), AUDITOR)
  const check = { customer_id: 'shop', channel: 'phone' as const, effective: false, text: 'It is still on sale.' }
  expect(refusal(() => box.act('check-consignee', { ...at(recall), body: check }, AUDITOR))).toBe('state_wrong')
  box.act('notify-consignee', { ...at(recall), body: { customer_id: 'shop', channel: 'mail' } }, AUDITOR)
  const stranger = { ...at(recall), body: { ...check, customer_id: 'farm' } }
  expect(refusal(() => box.act('check-consignee', stranger, AUDITOR))).toBe('record_not_found')
  box.act('reconcile-recall', bare(recall), AUDITOR)
  expect(box.act('check-consignee', { ...at(recall), body: check }, AUDITOR).state).toBe('RECONCILED')
  const { gaps } = box.act('close-recall', bare(recall), { ...BOSS, signer: signerOf(MANAGER) })
  expect(gaps).toEqual(expect.arrayContaining(['No answer from shop.', 'The notice had no effect at shop.']))
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a balance that runs cannot explain is outside of its goal until somebody explains it', () => {
  const { box } = soup()
  const body = {
    mode: 'mock' as const,
    scenario: 'A hard goal',
    start: { supplier_lot_code: 'B-1' },
    accounted_min_pct: '100.01',
  }
  const recall = box.act('open-recall', { body }, AUDITOR)
  box.act('scope-recall', bare(recall), AUDITOR)
  box.act('hold-recall', bare(recall), AUDITOR)
  box.act('notify-consignee', { ...at(recall), body: { customer_id: 'shop', channel: 'mail' } }, AUDITOR)
  expect(refusal(() => box.act('reconcile-recall', bare(recall), AUDITOR))).toBe('recall_unexplained')
  const said = { ...at(recall), body: { explanation: 'Nothing can be more than all of it.' } }
  expect(box.act('reconcile-recall', said, AUDITOR).result).toMatchObject({
    passed: false,
    explanation: said.body.explanation,
  })
  // The balance is as it was, whatever happens to the stock.
  const store = plantStore(box.engine.db)
  expect(store.records.get('recall_balance', `${recall.recall_id}@1.1`)).not.toBeNull()
})
