import { findAi } from './ai.ts'
import { associationFault } from './association.ts'
import { contentFault, type Element, type Found } from './element.ts'
import { GS } from './element-string.ts'
import { type Fault, fault } from './fault.ts'

/** The text that was built, or why these elements make none; `at` counts elements then, not characters. */
export type Built = { ok: true; text: string } | Fault

export interface BuildOptions {
  /** One symbol of several on the same label: the elements it needs may stand on the others. */
  part?: boolean
}

/** The first reason not to print these elements. */
function elementsFault(elements: readonly Element[], { part = false }: BuildOptions): Fault | null {
  if (elements.length === 0) return fault('gs1_empty', 0, 'there are no elements')
  for (const [at, element] of elements.entries()) {
    const wrong = contentFault([{ ...element, at: 0 }])
    if (wrong !== null) return { ...wrong, at }
  }
  if (part) return null
  return associationFault(elements.map((element, at): Found => ({ ...element, at })))
}

/** `(01)09521234543213(10)LOT42`, a bracket inside a value written `\(`; bwip-js and ZPL mode D take it so. */
export function buildBracketed(elements: readonly Element[], options: BuildOptions = {}): Built {
  const wrong = elementsFault(elements, options)
  if (wrong !== null) return wrong
  return { ok: true, text: elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('') }
}

/** The element string as a scanner sends it: no FNC1 in front (the symbology stands for it), GS where one is needed. */
export function buildElementString(elements: readonly Element[], options: BuildOptions = {}): Built {
  const wrong = elementsFault(elements, options)
  if (wrong !== null) return wrong
  const text = elements
    .map(({ ai, value }, at) => ai + value + (findAi(ai)?.predefined === true || at === elements.length - 1 ? '' : GS))
    .join('')
  return { ok: true, text }
}

/** The lines for people under a symbol: `(01) 09521234543213`. */
export function buildReadable(elements: readonly Element[]): string[] {
  return elements.map(({ ai, value }) => `(${ai}) ${value}`)
}

export interface LinkOptions {
  /** Where the link begins, without a slash at its end. */
  stem?: string
}

const encode = (text: string) =>
  text.replace(/[^\w.~-]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** The sequence that takes most of the elements into the path; the first of equals. */
function pathOf(sequences: readonly (readonly string[])[], present: ReadonlyMap<string, string>): string[] {
  let best: string[] = []
  for (const sequence of sequences) {
    const taken = sequence.filter(ai => present.has(ai))
    if (taken.length > best.length) best = taken
  }
  return best
}

/**
 * The Digital Link of the elements: the first primary key and its qualifiers in the path, the rest in the
 * query, those of fixed length first. Refused (`gs1_not_carried`) when there is no primary key, or an
 * element that no link may carry.
 */
export function buildDigitalLink(elements: readonly Element[], options: LinkOptions = {}): Built {
  const wrong = elementsFault(elements, {})
  if (wrong !== null) return wrong
  const present = new Map(elements.map(({ ai, value }) => [ai, value]))
  const key = [...present.keys()].map(findAi).find(row => row !== undefined && row.key !== null)
  if (key?.key == null) return fault('gs1_not_carried', 0, 'a link needs a primary key, for example (01) or (00)')
  const path = [key.ai, ...pathOf(key.key, present)]
  // Whoever resolves an address takes "." and ".." for a step in the path, percent-encoded too.
  const step = path.find(ai => /^\.\.?$/.test(present.get(ai)!))
  if (step !== undefined)
    return fault(
      'gs1_not_carried',
      elements.findIndex(({ ai }) => ai === step),
      `(${step}) is a dot, which a path loses`,
    )
  const rows = [...present.keys()].filter(ai => !path.includes(ai)).map(ai => findAi(ai)!)
  const foreign = rows.find(row => !row.attribute)
  if (foreign !== undefined) {
    const at = elements.findIndex(element => element.ai === foreign.ai)
    return fault('gs1_not_carried', at, `(${foreign.ai}) may not stand in a link`)
  }
  const query = [...rows.filter(row => row.predefined), ...rows.filter(row => !row.predefined)]
  const pairs = query.map(row => `${row.ai}=${encode(present.get(row.ai)!)}`).join('&')
  const ways = path.map(ai => `/${ai}/${encode(present.get(ai)!)}`).join('')
  return { ok: true, text: `${options.stem ?? 'https://id.gs1.org'}${ways}${pairs === '' ? '' : `?${pairs}`}` }
}
