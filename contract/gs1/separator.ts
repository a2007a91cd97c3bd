import { type Ai, aiAt, findAi } from './ai.ts'
import type { Check } from './ai-row.ts'
import { CHARACTERS_82 } from './check-digit.ts'
import { contentFault, type Found } from './element.ts'
import { cutElements, GS } from './element-string.ts'

/** How scanners and keyboards write GS out. */
const WRITTEN = ['{GS}', '{gs}', '[GS]', '[gs]', '\\u001d', '\\u001D', '\\x1d', '\\x1D', '&#29;', '^]']

/** One of the characters that stand in no value. What stands in a link is no separator. */
const FOREIGN = new RegExp(`[^${CHARACTERS_82.replace(/[-\\\]^/]/g, '\\$&')}]`, 'u')

/**
 * The text with GS where the scanner put something else, and what that was; null when nothing stands for GS.
 * A character that no value can hold, whichever it is, can only have been a separator: reading it as one loses nothing.
 */
export function restoreSeparators(text: string, own?: string): { text: string; was: string } | null {
  if (text.includes(GS)) return null
  // The first character may be the "]" of the symbology identifier.
  const from = text.startsWith(']') ? 1 : 0
  const body = text.slice(from)
  const known = own === undefined || own === '' ? WRITTEN : [own, ...WRITTEN]
  const was = known.find(written => body.includes(written)) ?? FOREIGN.exec(body)?.[0]
  return was === undefined ? null : { text: text.slice(0, from) + body.replaceAll(was, GS), was }
}

/** Checks that hardly any text passes by chance: what passes them may be an element that a lot has swallowed. */
const TELLING: ReadonlySet<Check> = new Set([
  'check_digit',
  'check_pair',
  'country',
  'country_or_many',
  'date',
  'date_or_month',
  'iban',
])

/** Dates, measures and keys: what usually follows a lot, and shows by itself that it is one. */
function isTelling({ ai, pieces }: Ai): boolean {
  return /^3[1-6]\d\d$/.test(ai) || pieces.some(({ checks }) => checks.some(check => TELLING.has(check)))
}

/**
 * The elements that a text is, to its last character; null when it is none, or when any text could be the first. The
 * last one may be longer than it can be: then it has swallowed others in its turn.
 */
function tailOf(text: string): Found[] | null {
  const row = aiAt(text, 0)
  const cut = row !== undefined && isTelling(row) ? cutElements(text) : null
  if (!Array.isArray(cut)) return null
  if (contentFault(cut) === null) return cut
  const last = cut.at(-1)!
  const swallows = cut.length > 1 && last.value.length > findAi(last.ai)!.length_max
  return swallows && contentFault(cut.slice(0, -1)) === null ? cut : null
}

/**
 * The other ways to read elements when the separator behind a value of open length may be lost: `10` +
 * `LOT4217261231` may be lot LOT42 with a use-by date. A value has at most 90 characters, so this stays linear. Where
 * more is lost than can be told apart, the last value is longer than it can be.
 */
export function* otherReadings(elements: readonly Found[]): Generator<Found[]> {
  for (const [place, element] of elements.entries()) {
    const row = findAi(element.ai)
    if (row === undefined || row.predefined) continue
    for (let from = 1; from < element.value.length; from++) {
      const tail = tailOf(element.value.slice(from))
      if (tail === null) continue
      const head = { ...element, value: element.value.slice(0, from) }
      if (contentFault([head]) !== null) continue
      const moved = tail.map(found => ({ ...found, at: element.at + from + found.at }))
      yield [...elements.slice(0, place), head, ...moved, ...elements.slice(place + 1)]
    }
  }
}
