import type { CodeRow } from './row.ts'

/** Refusals of records, documents and prints. */
export const RECORD = {
  attachment_invalid: {
    status: 422,
    title: 'The bytes are not what their content type says.',
    hint: 'Send JPEG, PNG, WebP, PDF, or text in UTF-8, each with its own content type.',
  },
  attachment_not_found: {
    status: 404,
    title: 'No document or photo with this digest is kept here.',
    hint: 'See the list of attachments of the record; after a restore the box may lack the newest ones.',
  },
  subject_unknown: {
    status: 404,
    title: 'No event of this site concerns such a record.',
    hint: 'Name the record as kind:id, such as lot:019ab0a2-5c00-7000-8000-000000000001.',
  },
  record_too_long: {
    status: 422,
    title: 'The record has more events than one print holds.',
    hint: 'Print a part of it with from and to, or export the whole of it as CSV or JSON.',
  },
  printer_busy: {
    status: 503,
    title: 'Too many prints wait.',
    hint: 'Try again in a few seconds.',
  },
} as const satisfies Record<string, CodeRow>
