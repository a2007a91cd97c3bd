import type { CodeRow } from './row.ts'

/** Refusals of traces and of other heavy reads. */
export const TRACE = {
  trace_too_large: {
    status: 422,
    title:
      'The trace reaches more lots than one answer holds; none is shown, because a part would look like the whole.',
    hint: 'Trace one direction at a time, or start nearer to what you look for.',
  },
  lot_ambiguous: {
    status: 409,
    title: 'Lots of several sources bear this code, and a code means a lot only together with its source.',
    hint: 'Ask by the lot_id of the one that is meant; `lots` names them with their sources.',
  },
  read_busy: {
    status: 503,
    title: 'Too many traces and exports wait.',
    hint: 'Try again after the seconds in Retry-After.',
  },
  read_timed_out: {
    status: 503,
    title: 'The answer took longer than allowed, and was ended before it was whole.',
    hint: 'Ask for less at a time, and take the answer as fast as it comes.',
  },
} as const satisfies Record<string, CodeRow>
