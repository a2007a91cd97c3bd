import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, OPERATOR, openBox, refusal } from '../testing/box.ts'
import {
  COLLEAGUE,
  configure,
  decide,
  dispose,
  lotOn,
  MANAGER,
  OTHER_MANAGER,
  passUpTo,
  signedBy,
  signerOf,
  stored,
} from '../testing/line.ts'

const hold = (box: Box, ...lot_ids: string[]): string =>
  box.act('place-hold', { body: { lot_ids, reason: 'smells odd' } }).hold_id

const release = { disposition: 'release' } as const

test('whoever suspects something holds lots at once, and a held lot is not used', () => {
  const box = openBox()
  const raw = lotOn(box, 'L1', { lot_type: 'RAW' })
  decide(box, { lot_id: raw, gate_id: 1 })
  hold(box, raw)
  const made = lotOn(box, 'L1')
  const use = () => box.act('link-lot', { params: { lot_id: made }, body: { source_lot_id: raw, weight_kg: '1' } })
  expect(refusal(use)).toBe('lot_held')
  expect(refusal(() => hold(box, '019ab0a2-5c00-7000-8000-0000000000ff'))).toBe('lot_not_found')
})

test('a release is signed by a manager who did not place the hold, and gives the lot what its gates say', () => {
  const box = openBox()
  const raw = lotOn(box, 'L1', { lot_type: 'RAW' })
  const fg = lotOn(box, 'L1')
  decide(box, { lot_id: raw, gate_id: 1 })
  const hold_id = hold(box, raw, fg)
  expect(refusal(() => dispose(box, hold_id, { ...release, by: { actor: MANAGER } }))).toBe('signature_missing')
  expect(refusal(() => dispose(box, hold_id, { ...release, by: signedBy(OPERATOR) }))).toBe('second_person_missing')
  const view = dispose(box, hold_id, release)
  expect(view).toMatchObject({ state: 'CLOSED', open_count: 0, disposition: 'release', dispositioned_by: MANAGER.id })
  expect(view.lots.map(({ status }) => status)).toEqual(['AVAILABLE', 'PENDING_QC'])
  expect(refusal(() => dispose(box, hold_id, release))).toBe('state_wrong')
})

test('where one person may do both, who placed a hold releases it', () => {
  const box = openBox()
  configure(box, { dual_control: false })
  const hold_id = hold(box, lotOn(box, 'L1'))
  expect(dispose(box, hold_id, { ...release, by: signedBy(OPERATOR) }).state).toBe('CLOSED')
})

test('holds are counted: a lot is free when the last one has let go of it', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const [first, second] = [hold(box, lot_id), hold(box, lot_id)]
  expect(dispose(box, first, release).lots[0]).toMatchObject({ status: 'HOLD', open: false })
  expect(stored(box, lot_id).holds).toBe(1)
  expect(dispose(box, second, release).lots[0]).toMatchObject({ status: 'PENDING_QC', open: false })
})

test('part of a hold is released, and the rest stays held', () => {
  const box = openBox()
  const [one, other, stranger] = [lotOn(box, 'L1'), lotOn(box, 'L1'), lotOn(box, 'L1')]
  const hold_id = hold(box, one, other)
  expect(refusal(() => dispose(box, hold_id, { ...release, lot_ids: [stranger] }))).toBe('lot_not_found')
  expect(dispose(box, hold_id, { ...release, lot_ids: [one] })).toMatchObject({ state: 'DISPOSITIONED', open_count: 1 })
  expect(stored(box, other).holds).toBe(1)
  expect(dispose(box, hold_id, { disposition: 'rework' })).toMatchObject({ state: 'CLOSED' })
  expect(stored(box, other)).toMatchObject({ status: 'REWORK_ONLY', holds: 0 })
})

test('what is destroyed stays held until a witness has seen it, and then its stock is gone', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const hold_id = hold(box, lot_id)
  const run = (change = {}) => box.act('execute-hold', { params: { hold_id }, body: {} }, change)
  expect(refusal(run)).toBe('state_wrong')
  expect(dispose(box, hold_id, { disposition: 'destroy' }).lots[0]).toMatchObject({ open: true, waiting: true })
  expect(stored(box, lot_id)).toMatchObject({ status: 'REJECTED', holds: 1 })
  expect(refusal(() => dispose(box, hold_id, release))).toBe('state_wrong')
  expect(refusal(run)).toBe('second_person_missing')
  const done = run({ witness: signerOf(COLLEAGUE) })
  expect(done).toMatchObject({
    state: 'CLOSED',
    witness_id: COLLEAGUE.id,
    lots: [{ status: 'DESTROYED', open: false }],
  })
  expect(plantStore(box.engine.db).stock.ofLot(stored(box, lot_id).lot_key)).toEqual([])
  expect(refusal(() => hold(box, lot_id))).toBe('lot_unusable')
  const other = lotOn(box, 'L1')
  expect(box.act('place-hold', { body: { lot_ids: [lot_id, other], reason: 'glass' } }).lots).toMatchObject([
    { lot_id: other, open: true },
  ])
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('what is sent back leaves without a witness', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1', { lot_type: 'RAW' })
  const hold_id = hold(box, lot_id)
  dispose(box, hold_id, { disposition: 'return' })
  box.act('execute-hold', { params: { hold_id }, body: {} })
  expect(stored(box, lot_id)).toMatchObject({ status: 'RETURNED', holds: 0 })
})

test('lots of a failed CCP are released only after the deviation was evaluated as safe', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  passUpTo(box, lot_id, 2)
  const { hold_id, deviation_id } = decide(box, { lot_id, gate_id: 'cook', decision: 'FAIL' })
  const evaluate = (result: 'safe' | 'safe_after_treatment') =>
    box.act(
      'evaluate-deviation',
      { params: { deviation_id: deviation_id! }, body: { method: 'core of ten pieces', result } },
      { actor: MANAGER },
    )
  expect(refusal(() => dispose(box, hold_id!, release))).toBe('deviation_unsafe')
  evaluate('safe_after_treatment')
  expect(refusal(() => dispose(box, hold_id!, release))).toBe('deviation_unsafe')
  evaluate('safe')
  dispose(box, hold_id!, release)
  expect(stored(box, lot_id)).toMatchObject({ status: 'PENDING_QC', holds: 0, gate_passed: 2 })
  expect(refusal(() => decide(box, { lot_id, gate_id: 'cook' }))).toBe('gate_failed_already')
  const again = { lot_id, gate_id: 'cook', recheck: true, reason: 'cooked again' } as const
  expect(decide(box, again, { actor: COLLEAGUE }).lots[0]!.gate_passed).toBe(3)
})

test('what was left of a lot that had to go because of a CCP is not freed by dividing it', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  passUpTo(box, lot_id, 2)
  const { hold_id } = decide(box, { lot_id, gate_id: 'cook', decision: 'FAIL' })
  dispose(box, hold_id!, { disposition: 'divert' })
  const part = { params: { lot_id }, body: { parts: [{ weight_kg: '1' }] } }
  const [left] = box.act('split-lot', part, { actor: MANAGER }).lots
  expect(left!.status).toBe('DIVERTED')
  const use = () => box.act('rework-lot', { params: { lot_id: left!.lot_id }, body: { weight_kg: '1' } })
  expect(refusal(use)).toBe('lot_unusable')
})

test('what was only for rework stays so in what is left of it', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  dispose(box, hold(box, lot_id), { disposition: 'rework' })
  dispose(box, hold(box, lot_id), { disposition: 'divert' })
  const part = { params: { lot_id }, body: { parts: [{ weight_kg: '1' }] } }
  expect(box.act('split-lot', part, { actor: MANAGER }).lots[0]!.status).toBe('REWORK_ONLY')
})

test('a release from another hold does not undo a gate that failed', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  decide(box, { lot_id, gate_id: 1, decision: 'FAIL' })
  dispose(box, hold(box, lot_id), { ...release, by: signedBy(OTHER_MANAGER) })
  expect(stored(box, lot_id)).toMatchObject({ status: 'REJECTED', holds: 0 })
})

test('a hold is looked into by somebody, once', () => {
  const box = openBox()
  const params = { hold_id: hold(box, lotOn(box, 'L1')) }
  expect(box.act('review-hold', { params, body: {} }, { actor: MANAGER })).toMatchObject({ state: 'UNDER_REVIEW' })
  expect(refusal(() => box.act('review-hold', { params, body: {} }, { actor: MANAGER }))).toBe('state_wrong')
})

test('where the site says so, what was made of a held lot is held with it', () => {
  const box = openBox()
  configure(box, { hold_descendants: true })
  const raw = lotOn(box, 'L1', { lot_type: 'RAW' })
  decide(box, { lot_id: raw, gate_id: 1 })
  const made = lotOn(box, 'L2')
  box.act('link-lot', { params: { lot_id: made }, body: { source_lot_id: raw, weight_kg: '1' } })
  hold(box, raw)
  expect(stored(box, made).holds).toBe(1)
})
