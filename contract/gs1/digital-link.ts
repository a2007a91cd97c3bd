import { type Ai, findAi } from './ai.ts'
import { contentFault, type Found } from './element.ts'
import { type Fault, fault } from './fault.ts'

const SCHEME = /^(?:https?|HTTPS?):\/\//
const DOMAIN_FOREIGN = /[^A-Za-z0-9.:[\]-]/
const URI_FOREIGN = /[^\w.~:/?#[\]@!$&'()*+,;=%-]/
/** A GTIN in a query may come without its leading zeros, as shops write them. */
const GTIN_LENGTHS = new Set([8, 12, 13])
const ALPHAS = new Map([
  ['gtin', '01'],
  ['sscc', '00'],
  ['lot', '10'],
  ['ser', '21'],
  ['exp', '17'],
  ['gln', '414'],
])

interface Part {
  text: string
  at: number
}

/** True when the text is an address; scan it as a Digital Link. */
export function isLink(text: string): boolean {
  return SCHEME.test(text)
}

function decode(text: string, plus: string): string {
  return text
    .replaceAll('+', plus)
    .replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Cuts and keeps where each part stands. */
function partsOf(part: Part, mark: string): Part[] {
  const parts: Part[] = []
  let at = part.at
  for (const text of part.text.split(mark)) {
    parts.push({ text, at })
    at += text.length + 1
  }
  return parts
}

/** From the right, pair by pair, up to the first primary key: what stands before it is somebody's own path. */
function pathElements(path: Part): { key: Ai; elements: Found[] } | Fault {
  const parts = partsOf(path, '/')
  const elements: Found[] = []
  for (let at = parts.length - 2; at >= 0; at -= 2) {
    const [name, value] = [parts[at]!, parts[at + 1]!]
    const row = findAi(name.text)
    if (row === undefined) break
    if (value.text === '') return fault('gs1_link', value.at, `(${row.ai}) has no value in the path`)
    elements.unshift({ ai: row.ai, value: decode(value.text, '+'), at: value.at })
    if (row.key !== null) return { key: row, elements }
  }
  const alpha = parts.find(part => ALPHAS.has(part.text))
  const meant = alpha === undefined ? '' : `: write ${ALPHAS.get(alpha.text)} for ${alpha.text}`
  return fault('gs1_link', alpha?.at ?? path.at, `the path has no primary key${meant}`)
}

/** True when the qualifiers stand in the order of the sequence; some may be missing. */
function follows(qualifiers: readonly string[], sequence: readonly string[]): boolean {
  let place = -1
  for (const ai of qualifiers) {
    const next = sequence.indexOf(ai)
    if (next <= place) return false
    place = next
  }
  return true
}

function queryElement(part: Part): Found | Fault | null {
  const equals = part.text.indexOf('=')
  const name = part.text.slice(0, equals)
  if (equals < 0 || !/^\d+$/.test(name)) return null
  const at = part.at + equals + 1
  const row = findAi(name)
  if (row === undefined) return fault('gs1_unknown_ai', part.at, `(${name.slice(0, 8)}) in the query is no AI`)
  const value = decode(part.text.slice(equals + 1), ' ')
  if (value === '') return fault('gs1_link', at, `(${name}) has no value in the query`)
  const short = name === '01' && GTIN_LENGTHS.has(value.length)
  return { ai: name, value: short ? value.padStart(14, '0') : value, at }
}

/** What a query may not carry: a qualifier that has its place in the path, or an AI that is no attribute. */
function placeFault(element: Found, key: Ai, qualifiers: readonly string[]): Fault | null {
  const sequences = key.key ?? []
  const inPath = sequences.some(sequence => [...qualifiers, element.ai].every(ai => sequence.includes(ai)))
  if (inPath) return fault('gs1_link', element.at, `(${element.ai}) belongs into the path`)
  if (findAi(element.ai)?.attribute === true) return null
  return fault('gs1_link', element.at, `(${element.ai}) may not stand in a link`)
}

function repeatedFault(elements: readonly Found[]): Fault | null {
  const seen = new Set<string>()
  for (const { ai, at } of elements) {
    if (seen.has(ai)) return fault('gs1_repeated', at, `(${ai}) is there twice`)
    seen.add(ai)
  }
  return null
}

interface Address {
  path: Part
  query: Part
}

/** The path and the query of an address, its domain and its characters checked; the fragment says nothing. */
function addressOf(text: string): Address | Fault {
  const foreign = text.search(URI_FOREIGN)
  if (foreign >= 0) return fault('gs1_link', foreign, 'an address has no such character')
  const from = SCHEME.exec(text)?.[0].length ?? 0
  const slash = text.indexOf('/', from)
  if (from === 0 || slash <= from) return fault('gs1_link', from, 'an address has a domain and a path')
  const bad = text.slice(from, slash).search(DOMAIN_FOREIGN)
  if (bad >= 0) return fault('gs1_link', from + bad, 'a domain has no such character')
  const hash = text.indexOf('#', slash)
  const end = hash < 0 ? text.length : hash
  const mark = text.slice(0, end).indexOf('?', slash)
  const pathEnd = mark < 0 ? end : mark
  return {
    path: { text: text.slice(slash + 1, pathEnd), at: slash + 1 },
    query: { text: text.slice(pathEnd + 1, end), at: pathEnd + 1 },
  }
}

/**
 * Reads a GS1 Digital Link: `https://any.domain/any/path/01/{GTIN}/10/{lot}?17=261231`, key first, then
 * the query in its order. Words for AIs (`/gtin/`) are refused and named; other words of the query are
 * passed over. Each value is checked, their company is not.
 */
export function readDigitalLink(text: string): Found[] | Fault {
  const address = addressOf(text)
  if ('ok' in address) return address
  const path = pathElements(address.path)
  if ('ok' in path) return path
  const { key } = path
  const qualifiers = path.elements.slice(1).map(element => element.ai)
  if (!key.key?.some(sequence => follows(qualifiers, sequence)))
    return fault('gs1_link', path.elements[1]?.at ?? 0, `the path behind (${key.ai}) has no such order`)
  const elements = [...path.elements]
  for (const part of partsOf(address.query, '&')) {
    const element = queryElement(part)
    if (element === null) continue
    if ('ok' in element) return element
    elements.push(element)
  }
  const repeated = repeatedFault(elements)
  if (repeated !== null) return repeated
  for (const element of elements.slice(path.elements.length)) {
    const misplaced = placeFault(element, key, qualifiers)
    if (misplaced !== null) return misplaced
  }
  return contentFault(elements) ?? elements
}
