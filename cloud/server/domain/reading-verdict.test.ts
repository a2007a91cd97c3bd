import { expect, test } from 'vitest'
import { judgeReadings } from './reading-verdict.ts'

const batch = (epoch: number, from_seq: number, count = 1) => ({
  v: 1 as const,
  site: 'plant-1',
  epoch,
  from_seq,
  count,
})
const held = { epoch: 1, seq: 10, next: null }

test('readings go on behind the last one; held ones are skipped, a gap is refused', () => {
  expect(judgeReadings(held, batch(1, 11))).toEqual({ kind: 'append', skip: 0 })
  expect(judgeReadings(held, batch(1, 9, 3))).toEqual({ kind: 'append', skip: 2 })
  expect(judgeReadings(held, batch(1, 9, 2))).toEqual({ kind: 'replay' })
  expect(judgeReadings(held, batch(1, 12))).toEqual({ kind: 'gap' })
})

test('an epoch begins where the ledger said, when everything before it is here', () => {
  const next = { epoch: 2, first_reading: 11 }
  expect(judgeReadings({ ...held, next }, batch(2, 11))).toEqual({ kind: 'append', skip: 0 })
  expect(judgeReadings({ ...held, next }, batch(2, 12))).toEqual({ kind: 'gap' })
  expect(judgeReadings({ ...held, seq: 9, next }, batch(2, 11))).toEqual({ kind: 'gap' })
  expect(judgeReadings(held, batch(2, 11))).toEqual({ kind: 'gap' })
})

test('an epoch without a single reading is stepped over', () => {
  expect(judgeReadings({ ...held, next: { epoch: 3, first_reading: 11 } }, batch(3, 11))).toEqual({
    kind: 'append',
    skip: 0,
  })
})
