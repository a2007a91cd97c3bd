import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { isApart } from './unfit.ts'

const LOT = { lot_id: 'id-1', lot_code: 'A-1', status: 'ACTIVE', open_holds: 0 } as Parameters<typeof isApart>[1] &
  object
const hold = (lot_id: string, state: ShownEntry['state'] = 'queued') =>
  ({ command: 'decide-gate', state, body: { decision: 'HOLD', lot_id } }) as unknown as ShownEntry

test('goods in order stand anywhere', () => {
  expect(isApart('A-1', LOT, [hold('B-2')])).toBe(false)
  expect(isApart('A-1', null, [])).toBe(false)
})

test('what is held, rejected or recalled stands apart', () => {
  expect(isApart('A-1', { ...LOT, open_holds: 1 }, [])).toBe(true)
  expect(isApart('A-1', { ...LOT, status: 'REJECTED' }, [])).toBe(true)
  expect(isApart('A-1', { ...LOT, status: 'RECALLED' }, [])).toBe(true)
})

test('a hold that was placed here and is not sent yet counts, by the code and by the id of its lot', () => {
  expect(isApart('A-1', LOT, [hold('A-1')])).toBe(true)
  expect(isApart('A-1', LOT, [hold('id-1')])).toBe(true)
  expect(isApart('A-1', null, [hold('A-1')])).toBe(true)
  expect(isApart('A-1', LOT, [hold('A-1', 'given-up')])).toBe(false)
})
