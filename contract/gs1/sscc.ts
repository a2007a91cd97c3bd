import { checkDigit } from './check-digit.ts'

/** The serial numbers of a site: its own range, so that two sites never print the same SSCC. */
export interface SsccBlock {
  /** GS1 company prefix, 4 to 12 digits. */
  company_prefix: string
  /** First digit of every SSCC of the block, 0 to 9. */
  extension: number
  /** First and last serial of the block, both included. */
  first: number
  last: number
  /** Serial to give next; `last` + 1 when the block is used up. */
  next: number
}

export type SsccIssue =
  | { ok: true; sscc: string; block: SsccBlock }
  | { ok: false; code: 'sscc_block_invalid' | 'sscc_block_used_up'; message: string }

/** Digits of an SSCC between its extension and its check digit. */
const BODY_LENGTH = 16

/** What is wrong with a block; null when nothing is. */
export function ssccBlockFlaw({ company_prefix, extension, first, last, next }: SsccBlock): string | null {
  if (!/^\d{4,12}$/.test(company_prefix)) return 'a company prefix has 4 to 12 digits'
  if (!Number.isInteger(extension) || extension < 0 || extension > 9) return 'an extension is one digit'
  const serial_max = 10 ** (BODY_LENGTH - company_prefix.length) - 1
  if (![first, last, next].every(Number.isSafeInteger)) return 'serials are whole numbers'
  if (first < 0 || last < first || last > serial_max) return `serials go from 0 to ${serial_max}`
  return next < first || next > last + 1 ? 'the next serial lies outside the block' : null
}

/** The number itself, without looking whether it may be given. */
function ssccAt({ company_prefix, extension }: SsccBlock, serial: number): string {
  const digits = `${extension}${company_prefix}${String(serial).padStart(BODY_LENGTH - company_prefix.length, '0')}`
  return digits + checkDigit(digits)
}

/** The lowest and the highest SSCC of a block; what lies between them as text belongs to it. */
export function ssccRange(block: SsccBlock): { first: string; last: string } {
  return { first: ssccAt(block, block.first), last: ssccAt(block, block.last) }
}

/** The block behind an SSCC of it: the next serial is the one after. */
export function blockAfter(block: SsccBlock, sscc: string): SsccBlock {
  return { ...block, next: Number(sscc.slice(1 + block.company_prefix.length, -1)) + 1 }
}

/** The next SSCC of the block, and the block without it. No serial is ever given twice. */
export function nextSscc(block: SsccBlock): SsccIssue {
  const wrong = ssccBlockFlaw(block)
  if (wrong !== null) return { ok: false, code: 'sscc_block_invalid', message: wrong }
  if (block.next > block.last)
    return { ok: false, code: 'sscc_block_used_up', message: 'every serial of the block is given' }
  return { ok: true, sscc: ssccAt(block, block.next), block: { ...block, next: block.next + 1 } }
}
