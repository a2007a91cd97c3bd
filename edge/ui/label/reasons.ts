/** Why a label is printed again, as keys of the words. */
export const REPRINT_REASONS = ['reason_damaged', 'reason_lost', 'reason_unreadable', 'reason_more'] as const
/** Why a print is taken back. */
export const CANCEL_REASONS = ['reason_mistake', 'reason_other_printer', 'reason_not_needed'] as const
