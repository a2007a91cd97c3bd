import type { CodeRow } from './row.ts'

/** Refusals of what is kept and handed out for 21 CFR 1 subpart S. */
export const FSMA = {
  trace_filter_empty: {
    status: 422,
    title: 'It was not said which records are wanted.',
    hint: 'Send from and to (days, from not behind to), or the traceability lot codes in lots.',
  },
  trace_file_missing: {
    status: 404,
    title: 'The file of this request is not here.',
    hint: 'Wait until the request is DONE; a file that is gone after a restore is made again by a new request.',
  },
  export_too_large: {
    status: 422,
    title: 'The records do not fit into one file.',
    hint: 'Ask for a shorter time, or for some products or lots.',
  },
  kde_not_of_record: {
    status: 422,
    title: 'The record has no such key data element, or the value is none.',
    hint: 'See which elements a receipt, a shipment and a lot have; times are UTC, documents are `type number; type number`.',
  },
  time_zone_unknown: {
    status: 422,
    title: 'There is no such time zone.',
    hint: 'Send a name of the IANA list, such as America/Chicago.',
  },
} as const satisfies Record<string, CodeRow>
