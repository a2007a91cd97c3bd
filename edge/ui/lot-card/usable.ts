import type { LotStatus } from '@flowviz/contract/lot-word'

// The contract's own lists stand beside their schemas; a tablet loads no schema for them.

/** Statuses in which a lot may be used, as far as its gates and dates allow. */
export const USABLE: ReadonlySet<LotStatus> = new Set<LotStatus>(['PENDING_QC', 'AVAILABLE'])
/** Statuses that nothing leads out of. */
export const FINAL: ReadonlySet<LotStatus> = new Set<LotStatus>(['DESTROYED', 'RETURNED', 'DIVERTED', 'VOIDED'])
