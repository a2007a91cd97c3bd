import type { Problem } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { answeredLot, LATE_MS, stepOf } from './registered-step.ts'

const problem = (code: string) => ({ code }) as Problem
const of = (state: 'queued' | 'acked' | 'rejected' | 'given-up', code: string | null = null) => ({
  state,
  problem: code === null ? null : problem(code),
})

test('goods stay on the scale until its weight is taken, and after eight seconds that is said', () => {
  expect(stepOf({ entry: of('queued'), needs_scale: true, age_ms: LATE_MS - 1 })).toBe('waiting')
  expect(stepOf({ entry: of('queued'), needs_scale: true, age_ms: LATE_MS })).toBe('late')
})

test('a weight by hand needs nobody to wait', () => {
  expect(stepOf({ entry: of('queued'), needs_scale: false, age_ms: 3_600_000 })).toBe('stored')
})

test('a refusal of the weight is told apart from one of the lot', () => {
  expect(stepOf({ entry: of('rejected', 'weight_late'), needs_scale: true, age_ms: 20_000 })).toBe('weight_refused')
  expect(stepOf({ entry: of('rejected', 'supplier_unapproved'), needs_scale: true, age_ms: 100 })).toBe('refused')
})

test('a registration, a receipt and an output answer with their lot', () => {
  const lot = { lot_id: 'l', lot_code: 'NOR-1', weight_kg: '2' }
  expect(answeredLot(lot)).toBe(lot)
  expect(answeredLot({ receipt: {}, lots: [lot] })).toBe(lot)
  expect(answeredLot({ run: {}, lot })).toBe(lot)
  expect(answeredLot(null)).toBeNull()
})
