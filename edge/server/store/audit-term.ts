/** Rows of the ledger in one block of the index, and in one of the wide blocks that are looked at first. */
export const NARROW = 64
export const WIDE = 4_096

export const blockOf = (seq: number, width: number): number => Math.floor(seq / width)

/** True for a record that is touched seldom and lives long: each of its events is found by number, not by block. */
export const isExact = (subject: string): boolean => subject.startsWith('lot:') || subject.startsWith('hu:')
