import { expect, test } from 'vitest'
import { shownStatus } from './lot-status.ts'
import { FINAL, LOT_STATUSES } from './lot-word.ts'

test('without an open hold a lot shows its own status', () => {
  for (const status of LOT_STATUSES) expect(shownStatus(status, 0)).toBe(status)
})

test('while any hold is open a lot shows HOLD, whatever lies below', () => {
  for (const status of ['PENDING_QC', 'AVAILABLE', 'HOLD', 'REJECTED', 'REWORK_ONLY', 'EXPIRED'] as const)
    for (const holds of [1, 3]) expect(shownStatus(status, holds)).toBe('HOLD')
})

test('a recall and a final status are said even of a held lot', () => {
  for (const status of ['RECALLED', ...FINAL] as const) expect(shownStatus(status, 2)).toBe(status)
})
