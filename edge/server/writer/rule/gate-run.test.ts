import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, openBox, refusal } from '../testing/box.ts'
import { furnish, goods, planned } from '../testing/kitchen.ts'
import { COLLEAGUE, decide, lotOn, stored } from '../testing/line.ts'

/** A run of a kitchen that has taken in 100 kg and whose line was cleared by gate 2. */
function running(box: Box): string {
  furnish(box)
  const { run_id } = planned(box, { recipe_id: 'lasagne', line: 'L1' })
  decide(box, { run_id, gate_id: 'pre-op' })
  box.act('start-run', { params: { run_id }, body: {} })
  box.act('consume-lot', { params: { run_id }, body: { lot_id: goods(box, 'beef').lot_id, weight_kg: '60' } })
  return run_id
}
const produce = (box: Box, run_id: string): string =>
  box.act('produce-lot', { params: { run_id }, body: { kind: 'good', weight_kg: '10' } }).lot.lot_id
const gates = (box: Box, ...lot_ids: string[]) => lot_ids.map(lot_id => stored(box, lot_id).gate_passed)
const holds = (box: Box, ...lot_ids: string[]) => lot_ids.map(lot_id => stored(box, lot_id).holds)

test('a decision on a run lifts what it gave so far, and what it gives later begins there', () => {
  const box = openBox()
  const run_id = running(box)
  const [one, other] = [produce(box, run_id), produce(box, run_id)]
  decide(box, { lot_id: other, gate_id: 3, decision: 'HOLD' })
  const passed = decide(box, { run_id, gate_id: 'cook' })
  expect(passed).toMatchObject({ run_gate_passed: 3, line: 'L1', lots: [{ lot_id: one, gate_passed: 3 }] })
  expect(gates(box, one, other, produce(box, run_id))).toEqual([3, 2, 3])
  expect(refusal(() => decide(box, { run_id, gate_id: 5 }))).toBe('gate_out_of_order')
  expect(refusal(() => decide(box, { run_id, lot_id: one, gate_id: 4 }))).toBe('body_invalid')
  expect(refusal(() => decide(box, { run_id: 'no-such-run', gate_id: 4 }))).toBe('record_not_found')
})

test('a run that fails a CCP holds what it gave since the last good check, and has not passed it any more', () => {
  const box = openBox()
  const run_id = running(box)
  const before = produce(box, run_id)
  for (const gate_id of [3, 4, 5]) decide(box, { run_id, gate_id })
  const since = produce(box, run_id)
  const stranger = lotOn(box, 'L2')
  const again = { run_id, gate_id: 'metal-detection', recheck: true, reason: 'hourly test' } as const
  expect(refusal(() => decide(box, again))).toBe('second_person_missing')
  const values = [{ parameter: 'ss-rejected', value: false }]
  const failed = decide(box, { ...again, decision: 'FAIL', values })
  expect(failed).toMatchObject({ run_gate_passed: 4, lots: [] })
  expect(holds(box, before, since, stranger)).toEqual([0, 1, 0])
  expect(plantStore(box.engine.db).records.get('deviation', failed.deviation_id!)!.body).toMatchObject({
    run_id,
    line: 'L1',
    value: 'no',
    limit: 'yes',
    last_good_at: expect.any(String),
  })
  const after = produce(box, run_id)
  expect(gates(box, after)).toEqual([4])
  decide(box, again, { actor: COLLEAGUE })
  expect([gates(box, after), holds(box, since)]).toEqual([[5], [1]])
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a run that is stopped at a gate holds what has not passed it', () => {
  const box = openBox()
  const run_id = running(box)
  const lot_id = produce(box, run_id)
  const { hold_id } = decide(box, { run_id, gate_id: 'cook', decision: 'HOLD', notes: 'probe broken' })
  expect([hold_id === null, holds(box, lot_id)]).toEqual([false, [1]])
})

test('a HOLD that comes after the gate of a run has passed holds what the run gave since that was last found good', () => {
  const box = openBox()
  const run_id = running(box)
  const before = produce(box, run_id)
  decide(box, { run_id, gate_id: 'cook' })
  box.clock.ms += 60_000
  const since = produce(box, run_id)
  const occurred_at = new Date(box.clock.ms).toISOString()
  box.clock.ms += 60_000
  decide(box, { run_id, gate_id: 'cook' })
  // A tablet that was away: the probe was found broken before the last good check.
  const { hold_id } = decide(box, { run_id, gate_id: 'cook', decision: 'HOLD', notes: 'probe broken', occurred_at })
  expect([hold_id === null, holds(box, before, since)]).toEqual([false, [0, 1]])
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('on a run a gate is tested again all day by the same person, and a test that fails reaches back to the last good one', () => {
  const box = openBox()
  const run_id = running(box)
  for (const gate_id of [3, 4, 5]) decide(box, { run_id, gate_id })
  const first = produce(box, run_id)
  expect(decide(box, { run_id, gate_id: 'metal-detection' })).toMatchObject({ run_gate_passed: 5, recheck_of: null })
  const second = produce(box, run_id)
  decide(box, {
    run_id,
    gate_id: 'metal-detection',
    decision: 'FAIL',
    values: [{ parameter: 'fe-rejected', value: false }],
  })
  expect(holds(box, first, second)).toEqual([0, 1])
  expect(refusal(() => decide(box, { run_id, gate_id: 'metal-detection' }))).toBe('gate_failed_already')
})
