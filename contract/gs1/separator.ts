import { findAi } from './ai.ts'
import { contentFault, type Found } from './element.ts'
import { cutElements, GS } from './element-string.ts'

/**
 * What scanners and keyboards make of GS. None of these can stand in a value (the 82 characters of GS1
 * have none of them), so reading one as GS loses nothing.
 */
const SUBSTITUTES = [
  '{GS}',
  '[GS]',
  '\\u001d',
  '\\x1d',
  '\\x1D',
  '\u241d',
  '\u2194',
  '\u001e',
  '^',
  '~',
  '|',
  ']',
  '#',
  '@',
]

/** The text with GS where the scanner put something else, and what that was; null when nothing stands for GS. */
export function restoreSeparators(text: string, own?: string): { text: string; was: string } | null {
  if (text.includes(GS)) return null
  const known = own === undefined || own === '' ? SUBSTITUTES : [own, ...SUBSTITUTES]
  const was = known.find(substitute => text.includes(substitute, 1))
  // The first character may be the "]" of the symbology identifier.
  return was === undefined ? null : { text: text[0] + text.slice(1).replaceAll(was, GS), was }
}

/** Dates and measures: what usually follows a lot, and what a lot swallows when its separator is lost. */
const SWALLOWED = /^(1[1-7]|3[1-6]\d[0-5])/

/** The elements that a tail is, to its last character; null when it is none. */
function tailOf(value: string, from: number): Found[] | null {
  const tail = value.slice(from)
  if (!SWALLOWED.test(tail)) return null
  const cut = cutElements(tail)
  if (!Array.isArray(cut) || contentFault(cut) !== null) return null
  return cut.every(element => findAi(element.ai)?.predefined === true) ? cut : null
}

/**
 * The other way to read elements when the separator behind a value of open length may be lost: `10` +
 * `LOT4217261231` may be lot LOT42 with a use-by date. Null when there is only one way.
 * A value has at most 90 characters, so this stays linear.
 */
export function otherReading(elements: readonly Found[]): Found[] | null {
  for (const [place, element] of elements.entries()) {
    const row = findAi(element.ai)
    if (row === undefined || row.predefined || row.pieces.at(-1)?.charset !== 'X') continue
    for (let from = 1; from < element.value.length; from++) {
      const tail = tailOf(element.value, from)
      if (tail === null) continue
      const head = { ...element, value: element.value.slice(0, from) }
      if (contentFault([head]) !== null) continue
      const moved = tail.map(found => ({ ...found, at: element.at + from + found.at }))
      return [...elements.slice(0, place), head, ...moved, ...elements.slice(place + 1)]
    }
  }
  return null
}
