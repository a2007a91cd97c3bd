import type { CodeRow } from './row.ts'

/** Refusals of recalls and their drills. */
export const RECALL = {
  recall_empty: {
    status: 422,
    title: 'Nothing at this site fits what the recall is to begin with.',
    hint: 'Check the codes and the times; name the lots themselves, or fewer criteria.',
  },
  lot_not_recalled: {
    status: 409,
    title: 'The lot is none of this recall.',
    hint: 'Leave it where it is, and scan the next one; GET /api/v1/recall-notices lists the lots of each.',
  },
  recall_unnotified: {
    status: 409,
    title: 'Not every consignee has been notified.',
    hint: 'Notify those named in `customers`, or say why that is not possible.',
  },
  recall_unexplained: {
    status: 409,
    title: 'The balance of the recall is outside of its goal.',
    hint: 'Look for the quantity in `unexplained_mg`, or send explanation; it stands in the report.',
  },
} as const satisfies Record<string, CodeRow>
