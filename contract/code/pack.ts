import type { CodeRow } from './row.ts'

/** Refusals of packs of records. */
export const PACK = {
  pack_too_large: {
    status: 422,
    title: 'The pack would have more records than one file holds.',
    hint: 'Ask for a shorter period, for one lot or one run, or for the format zip, which holds more.',
  },
  pack_not_made: {
    status: 409,
    title: 'The pack has not been made yet.',
    hint: 'Ask for the pack itself: it says how many of its records are done. Its file comes when it is MADE.',
  },
  pack_cancelled: {
    status: 409,
    title: 'The pack was taken back before it was made.',
    hint: 'Ask for the pack again if it is wanted after all.',
  },
  pack_gone: {
    status: 410,
    title: 'The file of the pack is not kept any more.',
    hint: 'Ask for the pack again: its records are all still there.',
  },
  packs_busy: {
    status: 503,
    title: 'Too many packs wait to be made.',
    hint: 'Wait until one of them is made, then ask again.',
  },
} as const satisfies Record<string, CodeRow>
