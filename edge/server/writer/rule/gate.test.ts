import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, openBox, refusal } from '../testing/box.ts'
import {
  COLLEAGUE,
  calibrate,
  configure,
  decide,
  lotOn,
  MANAGER,
  OTHER_MANAGER,
  passUpTo,
  signedBy,
  signerOf,
  stored,
  thermometer,
} from '../testing/line.ts'

test('the bare decision of the specification passes a gate, by id, by number and by number as text', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1', { lot_code: 'TEST-00000042-LOAD-0001' })
  const first = decide(box, { lot_id: 'TEST-00000042-LOAD-0001', gate_id: 'receiving', notes: 'fine' })
  expect(first).toMatchObject({ gate_no: 1, plan_id: 'seven-gates', plan_version: 1, line: 'L1', hold_id: null })
  expect(first.lots).toEqual([{ lot_id, status: 'PENDING_QC', gate_passed: 1 }])
  decide(box, { lot_id, gate_id: 2 })
  expect(decide(box, { lot_id, gate_id: '3' }).gate_id).toBe('cook')
})

test('a lot is available once the last gate that it needs has passed', () => {
  const box = openBox()
  const raw = lotOn(box, 'L1', { lot_type: 'RAW' })
  expect(decide(box, { lot_id: raw, gate_id: 1 }).lots[0]!.status).toBe('AVAILABLE')
  const fg = lotOn(box, 'L1')
  passUpTo(box, fg, 6)
  expect(stored(box, fg).status).toBe('PENDING_QC')
  expect(decide(box, { lot_id: fg, gate_id: 'release' }).lots[0]!.status).toBe('AVAILABLE')
})

test('a gate is not skipped, and one that passed is not passed twice', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  expect(refusal(() => decide(box, { lot_id, gate_id: 2 }))).toBe('gate_out_of_order')
  expect(refusal(() => decide(box, { lot_id, gate_id: 'cook', decision: 'FAIL' }))).toBe('gate_out_of_order')
  decide(box, { lot_id, gate_id: 1 })
  expect(refusal(() => decide(box, { lot_id, gate_id: 1 }))).toBe('gate_passed_already')
  expect(refusal(() => decide(box, { lot_id, gate_id: 'no-such' }))).toBe('gate_unknown')
  expect(refusal(() => decide(box, { lot_id, gate_id: 8 }))).toBe('gate_unknown')
  expect(refusal(() => decide(box, { gate_id: 1 }))).toBe('body_invalid')
})

test('a HOLD or a FAIL of a tablet that was away counts although the gate has passed meanwhile', () => {
  const box = openBox()
  const [held, failed] = [lotOn(box, 'L1'), lotOn(box, 'L1')]
  for (const lot_id of [held, failed]) passUpTo(box, lot_id, 2)
  const hold = decide(box, { lot_id: held, gate_id: 1, decision: 'HOLD', reason: 'glass' }, { actor: COLLEAGUE })
  expect(hold.hold_id).not.toBeNull()
  expect(stored(box, held)).toMatchObject({ holds: 1, gate_passed: 2 })
  decide(box, { lot_id: failed, gate_id: 1, decision: 'FAIL', reason: 'mould' }, { actor: COLLEAGUE })
  expect(stored(box, failed)).toMatchObject({ status: 'REJECTED', gate_passed: 0 })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a HOLD is taken at a gate that is not reached, and at one that has failed', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  decide(box, { lot_id, gate_id: 3, decision: 'HOLD' })
  decide(box, { lot_id, gate_id: 1, decision: 'FAIL' })
  decide(box, { lot_id, gate_id: 1, decision: 'HOLD' })
  expect(stored(box, lot_id)).toMatchObject({ status: 'REJECTED', holds: 2 })
})

test('a gate is passed again only with a reason and by another person; bad news is taken of anybody', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const { decision_id } = decide(box, { lot_id, gate_id: 1 })
  const again = { lot_id, gate_id: 1, recheck: true } as const
  expect(refusal(() => decide(box, again))).toBe('reason_missing')
  expect(refusal(() => decide(box, { ...again, reason: 'second look' }))).toBe('second_person_missing')
  expect(decide(box, { ...again, reason: 'second look' }, { actor: COLLEAGUE }).recheck_of).toBe(decision_id)
  const failed = decide(box, { ...again, decision: 'FAIL', reason: 'mould' }, { actor: COLLEAGUE })
  expect(failed.lots).toEqual([{ lot_id, status: 'REJECTED', gate_passed: 0 }])
})

test('a gate that failed is passed only by a recheck of another person, and then the lot goes on', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  decide(box, { lot_id, gate_id: 1, decision: 'FAIL' })
  expect(stored(box, lot_id)).toMatchObject({ status: 'REJECTED', holds: 0 })
  expect(refusal(() => decide(box, { lot_id, gate_id: 1 }, { actor: COLLEAGUE }))).toBe('gate_failed_already')
  const again = { lot_id, gate_id: 1, recheck: true, reason: 'new certificate' } as const
  expect(refusal(() => decide(box, again))).toBe('second_person_missing')
  expect(decide(box, again, { actor: COLLEAGUE }).lots[0]).toMatchObject({ status: 'PENDING_QC', gate_passed: 1 })
})

test('a value outside of its limit does not pass, in whatever unit it was read', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  passUpTo(box, lot_id, 2)
  const core = (value: string | number, unit?: string) => ({
    lot_id,
    gate_id: 'cook',
    values: [{ parameter: 'core-temperature', value, ...(unit === undefined ? {} : { unit }) }],
  })
  expect(refusal(() => decide(box, core('73.9')))).toBe('value_out_of_limit')
  expect(refusal(() => decide(box, core('73.999999999')))).toBe('value_out_of_limit')
  expect(refusal(() => decide(box, core('165.19', '[degF]')))).toBe('value_out_of_limit')
  expect(refusal(() => decide(box, core('80', 'kg')))).toBe('value_invalid')
  const passed = decide(box, core('165.20', '[degF]'))
  expect(passed.values).toEqual([
    { parameter: 'core-temperature', value: '165.20', unit: '[degF]', low: '165.2', high: null, verdict: 'within' },
  ])
})

test('a no does not pass, and only a parameter of the gate is taken', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const said = (parameter: string, value: boolean | number) => ({ lot_id, gate_id: 1, values: [{ parameter, value }] })
  expect(refusal(() => decide(box, said('documents', false)))).toBe('value_out_of_limit')
  expect(refusal(() => decide(box, said('documents', 1)))).toBe('value_invalid')
  expect(refusal(() => decide(box, said('colour', true)))).toBe('value_invalid')
  expect(decide(box, said('documents', true)).values[0]).toMatchObject({ value: 'yes', verdict: 'yes' })
})

test('a gate that is no CCP is waived by a manager who signs and says why', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const waiver = { lot_id, gate_id: 1, waive: true, reason: 'from our own plant' } as const
  expect(refusal(() => decide(box, waiver))).toBe('role_insufficient')
  expect(refusal(() => decide(box, waiver, { actor: MANAGER }))).toBe('signature_missing')
  expect(decide(box, waiver, signedBy(MANAGER))).toMatchObject({ waived: true, gate_no: 1 })
  decide(box, { lot_id, gate_id: 2 })
  expect(refusal(() => decide(box, { ...waiver, gate_id: 3 }, signedBy(MANAGER)))).toBe('gate_unwaivable')
})

test('an instrument is known, in service, of the right kind and calibrated, or two people vouch for it', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  passUpTo(box, lot_id, 2)
  const cook = {
    lot_id,
    gate_id: 'cook',
    values: [{ parameter: 'core-temperature', value: '75.0' }],
    instrument_id: 'probe-1',
  }
  expect(refusal(() => decide(box, cook))).toBe('instrument_unfit')
  thermometer(box, { in_service: false })
  expect(refusal(() => decide(box, cook))).toBe('instrument_unfit')
  thermometer(box, { kind: 'scale' })
  expect(refusal(() => decide(box, cook))).toBe('instrument_unfit')
  thermometer(box)
  expect(refusal(() => decide(box, cook))).toBe('calibration_overdue')
  calibrate(box)
  box.clock.ms += 8 * 86_400_000
  expect(refusal(() => decide(box, cook))).toBe('calibration_overdue')
  const vouched = { ...cook, reason: 'the only probe' }
  expect(refusal(() => decide(box, vouched))).toBe('calibration_overdue')
  expect(refusal(() => decide(box, vouched, { witness: signerOf(OPERATOR) }))).toBe('calibration_overdue')
  expect(decide(box, vouched, { witness: signerOf(COLLEAGUE) })).toMatchObject({ calibration: 'overdue' })
})

test('where training is required, only the trained decide', () => {
  const box = openBox()
  configure(box, { training_required: true })
  const lot_id = lotOn(box, 'L1')
  expect(refusal(() => decide(box, { lot_id, gate_id: 1 }))).toBe('training_missing')
})

test('what is entered late says so, with both times', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const occurred_at = '2026-11-23T04:54:59.000Z'
  const late = decide(box, { lot_id, gate_id: 1, occurred_at, entered_late_reason: 'tablet was offline' })
  expect(late).toMatchObject({ entered_late: true, occurred_at, reason: 'tablet was offline' })
  expect(decide(box, { lot_id, gate_id: 2, occurred_at: '2026-11-23T04:55:00.000Z' }).entered_late).toBe(false)
})

test('a hold at a gate holds the lot in the same transaction, and nothing passes while it lasts', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const held = decide(box, { lot_id, gate_id: 1, decision: 'HOLD', notes: 'label unreadable' })
  expect(held.lots).toEqual([{ lot_id, status: 'HOLD', gate_passed: 0 }])
  expect(stored(box, lot_id)).toMatchObject({ holds: 1, status: 'PENDING_QC' })
  expect(refusal(() => decide(box, { lot_id, gate_id: 1 }))).toBe('lot_held')
  expect(plantStore(box.engine.db).records.get('hold', held.hold_id!)!.body).toMatchObject({ cause: 'gate' })
})

test('a failed CCP holds everything made on the line since the last good check, and nothing else', () => {
  const box = openBox()
  const before = lotOn(box, 'L1')
  const good = lotOn(box, 'L1')
  passUpTo(box, before, 2)
  passUpTo(box, good, 3)
  const since = lotOn(box, 'L1')
  const bad = lotOn(box, 'L1')
  const delivered = lotOn(box, 'L1', { lot_type: 'RAW' })
  const elsewhere = lotOn(box, 'L2')
  passUpTo(box, bad, 2)
  const values = [{ parameter: 'core-temperature', value: '70.0' }]
  const failed = decide(box, { lot_id: bad, gate_id: 'cook', decision: 'FAIL', values })
  const holds = (lot_id: string) => stored(box, lot_id).holds
  expect([since, bad].map(holds)).toEqual([1, 1])
  expect([before, good, delivered, elsewhere].map(holds)).toEqual([0, 0, 0, 0])
  expect(stored(box, bad).status).toBe('REJECTED')
  const { records } = plantStore(box.engine.db)
  expect(records.get('deviation', failed.deviation_id!)).toMatchObject({
    state: 'CONTAINED',
    body: {
      gate_id: 'cook',
      value: '70.0',
      unit: 'Cel',
      limit: 'at least 74.0 Cel',
      hold_id: failed.hold_id,
      lot_count: 2,
    },
  })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a good check that was entered late, or made after the failure, does not narrow the scope', () => {
  const box = openBox()
  const [good, made, bad] = [lotOn(box, 'L1'), lotOn(box, 'L1'), lotOn(box, 'L1')]
  passUpTo(box, good, 2)
  passUpTo(box, bad, 2)
  box.clock.ms += 3_600_000
  decide(box, { lot_id: good, gate_id: 'cook', occurred_at: '2026-11-23T05:00:00.000Z' })
  decide(box, { lot_id: bad, gate_id: 'cook', decision: 'FAIL' })
  expect(stored(box, made).holds).toBe(1)
})

test('a plan of the plant wants a value before a gate passes, and one who had no part in it for a signed gate', () => {
  const box = openBox()
  const [receiving, cook] = [SEVEN_GATES.gates[0]!, SEVEN_GATES.gates[2]!]
  const gates = [
    { ...cook, gate_no: 1, checks: cook.checks.map(check => ({ ...check, required: true })) },
    { ...receiving, gate_no: 2, gate_id: 'release', signed: true },
  ]
  box.act('draft-qc-plan', { body: { plan_id: 'two-gates', title: 'Two gates', gates } }, { actor: MANAGER })
  const approval = { params: { plan_id: 'two-gates', version: 1 }, body: {} }
  box.act('approve-qc-plan', approval, { actor: OTHER_MANAGER })
  configure(box, { plan_id: 'two-gates' })
  const lot_id = lotOn(box, 'L1')
  expect(refusal(() => decide(box, { lot_id, gate_id: 'cook' }))).toBe('value_missing')
  const values = [{ parameter: 'core-temperature', value: 75 }]
  expect(decide(box, { lot_id, gate_id: 'cook', values })).toMatchObject({ plan_id: 'two-gates', plan_version: 1 })
  const ready = () => {
    const made = lotOn(box, 'L1')
    decide(box, { lot_id: made, gate_id: 'cook', values })
    return made
  }
  const release = { lot_id, gate_id: 'release' }
  expect(refusal(() => decide(box, release, { actor: MANAGER }))).toBe('signature_missing')
  expect(refusal(() => decide(box, release, signedBy(OPERATOR)))).toBe('second_person_missing')
  // A tablet without a network takes no signature, and bad news waits for none.
  for (const decision of ['HOLD', 'FAIL'] as const)
    expect(decide(box, { lot_id: ready(), gate_id: 'release', decision, reason: 'mould' }).decision).toBe(decision)
  expect(decide(box, release, signedBy(MANAGER)).gate_no).toBe(2)
  expect(plantStore(box.engine.db).records.page({ kind: 'signature', limit: 5 })).toHaveLength(1)
})
