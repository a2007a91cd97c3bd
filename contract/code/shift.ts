import type { CodeRow } from './row.ts'

/** Refusals of hand-overs of shifts. */
export const SHIFT = {
  handover_for_another: {
    status: 403,
    title: 'The hand-over is for somebody else.',
    hint: 'The person in `to_person_id` accepts it; without one, anybody who did not hand it over.',
  },
} as const satisfies Record<string, CodeRow>
