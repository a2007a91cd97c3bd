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

/** Elements with one of them cut in two where its value may have swallowed others. */
interface Split {
  head: Found
  tail: Found[]
}

/** Where the value of an element of open length may have swallowed what followed it. */
function* splits(element: Found, seen: Map<string, Found[] | null>): Generator<Split> {
  if (findAi(element.ai)?.predefined !== false) return
  for (let from = 1; from < element.value.length; from++) {
    const tail = tailOf(element.value.slice(from), seen)
    if (tail === null) continue
    const head = { ...element, value: element.value.slice(0, from) }
    if (contentFault([head]) !== null) continue
    yield { head, tail: tail.map(found => ({ ...found, at: element.at + from + found.at })) }
  }
}

/** The elements that a text is, to its last character; null when it is none, or when any text could be the first. */
function tailOf(text: string, seen: Map<string, Found[] | null>): Found[] | null {
  const known = seen.get(text)
  if (known !== undefined) return known
  const row = aiAt(text, 0)
  const cut = row !== undefined && isTelling(row) ? cutElements(text) : null
  const tail = Array.isArray(cut) ? whole(cut, seen) : null
  seen.set(text, tail)
  return tail
}

/** What was swallowed may have swallowed others in its turn: then it is cut again, or stays longer than it can be. */
function whole(cut: Found[], seen: Map<string, Found[] | null>): Found[] | null {
  if (contentFault(cut) === null) return cut
  const [before, last] = [cut.slice(0, -1), cut.at(-1)!]
  if (contentFault(before) !== null) return null
  const { value: split } = splits(last, seen).next()
  if (split) return [...before, split.head, ...split.tail]
  return last.value.length > findAi(last.ai)!.length_max ? cut : null
}

/**
 * The other ways to read elements when the separator behind a value of open length may be lost: `10` +
 * `LOT4217261231` may be lot LOT42 with a use-by date. A value has at most 90 characters, and what it ends in is
 * read once, so this stays linear. Where more is lost than can be told apart, the last value is longer than it can be.
 */
export function* otherReadings(elements: readonly Found[]): Generator<Found[]> {
  for (const [place, element] of elements.entries())
    for (const { head, tail } of splits(element, new Map()))
      yield [...elements.slice(0, place), head, ...tail, ...elements.slice(place + 1)]
}
