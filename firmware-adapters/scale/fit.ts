import { parityHolds } from '../protocol/seven-bit.ts'

export type Parts = Record<string, string | undefined>

/** Seven-bit text of bytes, whatever they are. */
export const sevenBit = (bytes: Uint8Array): string => String.fromCharCode(...bytes.map(byte => byte & 0x7f))

/**
 * The named parts of a frame that fits a grammar, its parity included; null when it does not. A grammar that is anchored
 * at its end only finds the words behind garbage, and only their parity counts.
 */
export function fit(frame: Uint8Array, grammar: RegExp): Parts | null {
  const found = grammar.exec(sevenBit(frame))
  if (found === null) return null
  return parityHolds(frame.subarray(found.index, found.index + found[0].length)) ? { ...found.groups } : null
}
