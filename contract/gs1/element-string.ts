import { type Ai, aiAt } from './ai.ts'
import { contentFault, type Found } from './element.ts'
import { type Fault, fault } from './fault.ts'

/** The separator as scanners send it: GS, for the FNC1 behind a value of open length. */
export const GS = '\u001d'

/** A value of fixed length looks no further than that, so that a long text without separators is read once. */
function valueEnd(text: string, from: number, row: Ai): number {
  const reach = row.predefined ? text.slice(from, from + row.length_max) : text
  const separator = reach.indexOf(GS, row.predefined ? 0 : from)
  if (!row.predefined) return separator < 0 ? text.length : separator
  return from + (separator < 0 ? reach.length : separator)
}

/** Cuts an element string at its lengths and separators, without looking into the values. */
export function cutElements(text: string): Found[] | Fault {
  const elements: Found[] = []
  let at = text.startsWith(GS) ? 1 : 0
  if (at === text.length) return fault('gs1_empty', 0, 'there are no elements')
  while (at < text.length) {
    const row = aiAt(text, at)
    if (row === undefined) return fault('gs1_unknown_ai', at, `no AI begins with ${text.slice(at, at + 4)}`)
    const from = at + row.ai.length
    const end = valueEnd(text, from, row)
    elements.push({ ai: row.ai, value: text.slice(from, end), at: from })
    at = text[end] === GS ? end + 1 : end
  }
  return elements
}

/**
 * Reads what a GS1 symbol carries: `0109521234543213` + `10LOT42`, GS behind every value of open length
 * but the last. A GS in front (FNC1 in first position), behind the last value or behind a value
 * of fixed length is borne. Each value is checked, their company is not.
 */
export function readElementString(text: string): Found[] | Fault {
  const cut = cutElements(text)
  return Array.isArray(cut) ? (contentFault(cut) ?? cut) : cut
}
