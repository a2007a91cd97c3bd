import { expect, test } from 'vitest'
import { actionOf } from '../../store/deviation-row.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, OPERATOR, openBox, refusal } from '../testing/box.ts'
import {
  calibrate,
  decide,
  GOOD_POINTS,
  lotOn,
  MANAGER,
  OTHER_MANAGER,
  passUpTo,
  signedBy,
  stored,
  thermometer,
} from '../testing/line.ts'

const as = (actor: typeof OPERATOR) => ({ actor })

function opened(box: Box): { deviation_id: string; lot_id: string } {
  const lot_id = lotOn(box, 'L1')
  const body = { text: 'glass broke at the filler', lot_ids: [lot_id], line: 'L1' }
  return { deviation_id: box.act('open-deviation', { body }).deviation_id, lot_id }
}
const evaluate = (box: Box, deviation_id: string) =>
  box.act(
    'evaluate-deviation',
    { params: { deviation_id }, body: { method: 'all jars sieved', result: 'unsafe', reanalysis_needed: true } },
    as(MANAGER),
  )
const assign = (box: Box, deviation_id: string): string =>
  box.act(
    'assign-action',
    { params: { deviation_id }, body: { kind: 'corrective', text: 'guard for the filler', due_on: '2026-12-01' } },
    as(MANAGER),
  ).action_id
const complete = (box: Box, action_id: string) =>
  box.act('complete-action', { params: { action_id }, body: { text: 'guard mounted' } })
const verifyAction = (box: Box, action_id: string, { effective = true, by = MANAGER as typeof OPERATOR } = {}) =>
  box.act('verify-action', { params: { action_id }, body: { effective, text: 'looked at' } }, as(by))
const verify = (box: Box, deviation_id: string, actor: typeof OPERATOR = OTHER_MANAGER) =>
  box.act('verify-deviation', { params: { deviation_id }, body: { text: 'no glass for a week' } }, as(actor))
const close = (box: Box, deviation_id: string, change = signedBy(MANAGER)) =>
  box.act('close-deviation', { params: { deviation_id }, body: {} }, change)

test('a deviation that a person found holds its lots and is worked off step by step', () => {
  const box = openBox()
  const { deviation_id, lot_id } = opened(box)
  expect(stored(box, lot_id).holds).toBe(1)
  expect(refusal(() => verify(box, deviation_id))).toBe('state_wrong')
  expect(evaluate(box, deviation_id)).toMatchObject({ state: 'EVALUATED', evaluation: { result: 'unsafe' } })
  const action_id = assign(box, deviation_id)
  expect(refusal(() => verify(box, deviation_id))).toBe('state_wrong')
  complete(box, action_id)
  expect(refusal(() => verify(box, deviation_id, MANAGER))).toBe('second_person_missing')
  expect(verify(box, deviation_id)).toMatchObject({ state: 'VERIFIED' })
  expect(refusal(() => close(box, deviation_id))).toBe('state_wrong')
  verifyAction(box, action_id)
  expect(refusal(() => close(box, deviation_id, as(MANAGER) as never))).toBe('signature_missing')
  expect(close(box, deviation_id)).toMatchObject({ state: 'CLOSED', actions: [{ state: 'VERIFIED' }] })
  expect(refusal(() => evaluate(box, deviation_id))).toBe('state_wrong')
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('an action is verified by somebody else, and one without effect is done again', () => {
  const box = openBox()
  const { deviation_id } = opened(box)
  evaluate(box, deviation_id)
  const action_id = assign(box, deviation_id)
  expect(refusal(() => verifyAction(box, action_id))).toBe('state_wrong')
  complete(box, action_id)
  expect(refusal(() => verifyAction(box, action_id, { by: OPERATOR }))).toBe('second_person_missing')
  expect(verifyAction(box, action_id, { effective: false })).toMatchObject({ state: 'OPEN' })
  complete(box, action_id)
  expect(verifyAction(box, action_id)).toMatchObject({ state: 'VERIFIED' })
  expect(actionOf(plantStore(box.engine.db).records.get('action', action_id)!)).toMatchObject({ done: 'guard mounted' })
})

test('an instrument that was found wrong holds what was decided with it since it was last right', () => {
  const box = openBox()
  thermometer(box)
  calibrate(box)
  const cook = (lot_id: string) => {
    passUpTo(box, lot_id, 2)
    const values = [{ parameter: 'core-temperature', value: '75.0' }]
    return decide(box, { lot_id, gate_id: 'cook', values, instrument_id: 'probe-1' })
  }
  const [before, after, untouched] = [lotOn(box, 'L1'), lotOn(box, 'L1'), lotOn(box, 'L1')]
  cook(before)
  calibrate(box)
  const { decision_id, seq } = cook(after)
  const wrong = [...GOOD_POINTS, { reference: '74', as_found: '74.500000001', tolerance: '0.5', unit: 'Cel' }]
  const calibration = calibrate(box, { points: wrong })
  expect(calibration).toMatchObject({ passed: false, next_due_on: null, impact: [{ decision_id, seq }] })
  expect([before, after, untouched].map(lot_id => stored(box, lot_id).holds)).toEqual([0, 1, 0])
  expect(plantStore(box.engine.db).records.get('deviation', calibration.deviation_id!)!.body).toMatchObject({
    cause: 'calibration',
    instrument_id: 'probe-1',
  })
  expect(refusal(() => cook(untouched))).toBe('calibration_overdue')
  const adjusted = wrong.map(point => ({ ...point, as_left: point.reference }))
  expect(calibrate(box, { points: adjusted }).next_due_on).toBe('2026-11-30')
  expect(refusal(() => cook(lotOn(box, 'L1')))).toBe(null)
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})
