import { type Meaning, meaningOf } from '@flowviz/contract/gs1/meaning'
import { parseSymbols, type Scan } from '@flowviz/contract/gs1/scan'
import { plainCode, plainCodeBeside } from '@flowviz/contract/plain-code'
import { faultWords, warningWords } from './label-word.ts'

/** What the symbols of one item say, before anybody is asked what that is here. */
export interface Read {
  symbols: readonly string[]
  /** The text, where it may be a code that stands by itself: of a lot, a place, a badge. */
  plain: string | null
  /** A code on a plain barcode beside a GS1 one. */
  beside: string | null
  /** What our own labels say under AIs of the house. */
  own_lot: string | null
  own_hold: string | null
  label: Meaning | null
  warnings: readonly string[]
  incomplete: boolean
  /** Why it is no GS1 label, in the language of the moment of the scan; so are the warnings. */
  fault: { message: string; hint: string } | null
}

/** It would be a GS1 label if it could be read: what it is must not be guessed from its text. */
const CLAIMS = /^\](?:C1|d2|Q3|J1|e0)|^\(\d{2,4}\)/

/**
 * Reads one scan, together with the one before where only both make sense: a pallet's label has two or three barcodes.
 * `this_year` decides the century of dates.
 */
export function readSymbols(raw: string, before: string | null, this_year: number): Read {
  const alone = read([raw], this_year)
  if (before === null || before === raw || (!alone.incomplete && alone.fault === null)) return alone
  const together = read([before, raw], this_year)
  return together.fault === null && !together.incomplete && together.label !== null ? together : alone
}

/** True when the text says of itself that it is GS1. */
export const claimsGs1 = (raw: string): boolean => CLAIMS.test(raw)

function read(symbols: readonly string[], this_year: number): Read {
  const scan = parseSymbols(symbols, { part: true })
  const plain = plainCode(symbols)
  const beside = plainCodeBeside(symbols)
  if (!scan.ok) return { ...NOTHING, symbols, plain, beside, fault: faultWords(scan) }
  return { ...NOTHING, symbols, plain, beside, ...said(scan, this_year) }
}

function said({ elements, warnings }: Scan, this_year: number): Partial<Read> {
  const of = (wanted: string) => elements.find(({ ai }) => ai === wanted)?.value ?? null
  return {
    own_lot: of('91'),
    own_hold: of('92'),
    label: meaningOf(elements, this_year),
    incomplete: warnings.some(({ code }) => code === 'incomplete'),
    // That no scanner says which symbology it read is so for most wedges, and no news to anybody.
    warnings: warnings.filter(({ code }) => code !== 'symbology_missing').map(warningWords),
  }
}

const NOTHING = { own_lot: null, own_hold: null, label: null, warnings: [], incomplete: false, fault: null }
