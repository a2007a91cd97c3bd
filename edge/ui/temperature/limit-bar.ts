import type { Limits } from '@flowviz/contract/limit'

/** Positions on a bar, in percent of its width: the allowed range and, when there is one, the value. */
export interface LimitBar {
  from: number
  to: number
  at: number | null
}

/** Room on each side of the allowed range, as a share of it. */
const ROOM = 0.5
const SPAN_LEAST = 4

/** Where a value stands against its limits; null when there are none. A one-sided limit opens to its other end. */
export function limitBar(value: string | null, limits: Limits | null): LimitBar | null {
  const low = limits?.low === undefined ? null : Number(limits.low)
  const high = limits?.high === undefined ? null : Number(limits.high)
  if (low === null && high === null) return null
  const span = Math.max(SPAN_LEAST, (high ?? 0) - (low ?? 0))
  const left = (low ?? (high ?? 0) - span) - span * ROOM
  const right = (high ?? (low ?? 0) + span) + span * ROOM
  const percent = (number: number) => Math.min(100, Math.max(0, ((number - left) / (right - left)) * 100))
  return {
    from: low === null ? 0 : percent(low),
    to: high === null ? 100 : percent(high),
    at: value === null ? null : percent(Number(value)),
  }
}
