import type { FastifyRequest } from 'fastify'
import { signedInOf } from './identity.ts'
import type { Continuity } from './parts.ts'

/** A session in which nobody signed for so long is not a continuous one any more (21 CFR 11.200(a)(1)(ii)). */
const CONTINUOUS_MS = 15 * 60_000

interface Period {
  session_id: string
  /** Where the screen is; another one is another device. */
  place: string
  at_ms: number
}

/** Keeps the periods in memory. */
export function continuity({ now }: { now: () => number }): Continuity {
  const periods = new Map<string, Period>()
  const placeOf = (request: FastifyRequest) => `${request.ip} ${request.headers['user-agent'] ?? ''}`
  return {
    isContinuous(request) {
      const { person_id, session_id } = signedInOf(request)
      const period = periods.get(person_id)
      return (
        period !== undefined &&
        period.session_id === session_id &&
        period.place === placeOf(request) &&
        now() - period.at_ms <= CONTINUOUS_MS
      )
    },
    signed(request) {
      for (const [person, { at_ms }] of periods) if (now() - at_ms > CONTINUOUS_MS) periods.delete(person)
      const { person_id, session_id } = signedInOf(request)
      periods.set(person_id, { session_id, place: placeOf(request), at_ms: now() })
    },
    broken(person_id, by) {
      if (by === undefined || periods.get(person_id)?.session_id !== by.session_id) periods.delete(person_id)
    },
  }
}
