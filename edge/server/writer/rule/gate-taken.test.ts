import { expect, test } from 'vitest'
import { type Box, openBox, refusal } from '../testing/box.ts'
import { COLLEAGUE, decide, dispose, MANAGER, passUpTo, signedBy, stored } from '../testing/line.ts'

const PRE_OP = 2
const COOK = 3
const AGAIN = { recheck: true, reason: 'looked again' } as const

/** A lot that failed a gate, and a part of it. */
function failed(box: Box, gate_id: number): { lot_id: string; part: string; hold_id: string | null } {
  const { lot_id } = box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '10' } })
  passUpTo(box, lot_id, gate_id - 1)
  const { hold_id } = decide(box, { lot_id, gate_id, decision: 'FAIL' })
  return { lot_id, part: partOf(box, lot_id), hold_id }
}

function partOf(box: Box, lot_id: string): string {
  return box.act('split-lot', { params: { lot_id }, body: { parts: [{ weight_kg: '4' }] } }).lots[0]!.lot_id
}

test('a part of a lot that failed a gate is not freed by passing another gate', () => {
  const box = openBox()
  const { lot_id, part } = failed(box, PRE_OP)
  for (const one of [lot_id, part]) decide(box, { lot_id: one, gate_id: 1, ...AGAIN }, { actor: COLLEAGUE })
  for (const one of [lot_id, part]) expect(stored(box, one).status).toBe('REJECTED')
  decide(box, { lot_id: part, gate_id: PRE_OP, ...AGAIN }, { actor: COLLEAGUE })
  expect(stored(box, part).status).toBe('AVAILABLE')
})

test('a part of a lot that failed a gate is not freed by the release of a hold', () => {
  const box = openBox()
  const { lot_id, part } = failed(box, PRE_OP)
  const deeper = partOf(box, lot_id)
  const { hold_id } = box.act('place-hold', { body: { lot_ids: [lot_id, part, deeper], reason: 'smells odd' } })
  dispose(box, hold_id, { disposition: 'release' })
  for (const one of [lot_id, part, deeper]) expect(stored(box, one).status).toBe('REJECTED')
})

test('a lot that failed a gate is not freed by holding it there and releasing the hold', () => {
  const box = openBox()
  const { lot_id } = failed(box, PRE_OP)
  const { hold_id } = decide(box, { lot_id, gate_id: PRE_OP, decision: 'HOLD', ...AGAIN })
  dispose(box, hold_id!, { disposition: 'release' })
  expect(stored(box, lot_id).status).toBe('REJECTED')
  expect(refusal(() => decide(box, { lot_id, gate_id: PRE_OP }))).toBe('gate_failed_already')
  expect(refusal(() => decide(box, { lot_id, gate_id: PRE_OP, ...AGAIN }))).toBe('second_person_missing')
  decide(box, { lot_id, gate_id: PRE_OP, ...AGAIN }, { actor: COLLEAGUE })
  expect(stored(box, lot_id).status).toBe('AVAILABLE')
})

test('who failed a lot does not pass a part of it', () => {
  const box = openBox()
  const { part } = failed(box, PRE_OP)
  expect(refusal(() => decide(box, { lot_id: part, gate_id: PRE_OP, ...AGAIN }))).toBe('second_person_missing')
})

test('a part of a lot that failed its cook is cooked again as a recheck, once its hold was released', () => {
  const box = openBox()
  const { part, hold_id } = failed(box, COOK)
  const [deviation] = box.engine.db.prepare("SELECT id FROM record WHERE kind = 'deviation'").pluck().all() as [string]
  const body = { method: 'core samples', result: 'safe' as const }
  box.act('evaluate-deviation', { params: { deviation_id: deviation }, body }, { actor: MANAGER })
  dispose(box, hold_id!, { disposition: 'release', by: signedBy(MANAGER) })
  expect(refusal(() => decide(box, { lot_id: part, gate_id: COOK }))).toBe('gate_failed_already')
  decide(box, { lot_id: part, gate_id: COOK, ...AGAIN }, { actor: COLLEAGUE })
  expect(stored(box, part).gate_passed).toBe(COOK)
})
