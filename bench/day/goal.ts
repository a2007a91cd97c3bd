import { atMost, type Goal } from '../report/report.ts'
import type { Lived } from './row.ts'

/** Longest wait of 99 of 100 requests, ms: a tenth of what the plant's specification asks for, and on a slow disk. */
const P99_MS = 50
const P99_SLOW_MS = 100
const GROWTH = 0.1

/** What a day promises; the waits are told as a share of their limit. */
export function goalsOf(days: Lived[]): Goal[] {
  return days.flatMap(day => {
    const { counted, checked, memory } = day
    const name = `${day.pace}, ${day.disk}`
    const limit = day.slow ? P99_SLOW_MS : P99_MS
    const { p99_ms } = counted.all
    const refused = Object.values(counted.errors).reduce((sum, count) => sum + count, counted.unsent)
    const differing = Object.values(checked.difference).reduce((sum, count) => sum + Math.abs(count), 0)
    return [
      // Flat out, a wait says how many wait with it, and no more.
      ...(day.pace === 'paced' ? [atMost(`${name}: p99 of all requests over ${limit} ms`, p99_ms / limit, 1)] : []),
      atMost(`${name}: requests refused, lost or left out`, refused, 0),
      atMost(`${name}: acknowledged but not in the ledger, or the other way round`, differing, 0),
      atMost(`${name}: lots out of balance`, checked.unbalanced + Math.abs(checked.linked_difference), 0),
      atMost(`${name}: chain or tables that do not verify`, [checked.chain, checked.rebuilt].filter(isBad).length, 0),
      atMost(`${name}: lots that the live screen was not told of`, unseen(day), 0),
      atMost(`${name}: growth of memory over the second half`, memory.growth, GROWTH),
    ]
  })
}

const isBad = (verdict: string) => verdict !== 'ok'
const unseen = ({ counted }: Lived) => Math.max(0, counted.kinds.register.count - counted.screen_lots)
