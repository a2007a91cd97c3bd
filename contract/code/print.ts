import type { CodeRow } from './row.ts'

/** Refusals of labels, scans and printers. */
export const PRINT = {
  label_incomplete: {
    status: 422,
    title: 'The label would lack what it has to say.',
    hint: 'Complete what `missing` names: the GTIN of the item, a lot code of at most 20 characters, the SSCC.',
  },
  label_too_small: {
    status: 422,
    title: 'The label does not fit on the paper of this printer.',
    hint: 'Use a printer with larger labels: a barcode is never made smaller than a scanner reads.',
  },
  label_printed: {
    status: 409,
    title: 'This handling unit has its label already.',
    hint: 'Ask for a reprint of `job_id` and say why: two pallets with one SSCC are a recall risk.',
  },
  reprint_reason_missing: {
    status: 422,
    title: 'A reprint needs a reason.',
    hint: 'Say why the labels are printed again; the reason stands in the audit trail.',
  },
  reprint_invalid: {
    status: 409,
    title: 'That job printed another label.',
    hint: 'Name the job that printed this very label, or print a new one.',
  },
  print_queue_full: {
    status: 503,
    title: 'Too many jobs wait at this printer.',
    hint: 'See what is in the way of the printer, cancel jobs, or use another printer.',
  },
  scan_unknown: {
    status: 404,
    title: 'Nothing at this site bears this code.',
    hint: 'Compare `label` with what is printed. Goods that come in are received first; a lot is also found by its code.',
  },
} as const satisfies Record<string, CodeRow>
