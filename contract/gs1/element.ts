import { findAi } from './ai.ts'
import type { Charset, Piece } from './ai-row.ts'
import { CHECKS } from './check.ts'
import { CHARACTERS_82 } from './check-digit.ts'
import { type Fault, type Flaw, fault, flaw } from './fault.ts'

/** One AI and its value, without brackets and separators. */
export interface Element {
  ai: string
  value: string
}

/** An element and where its value stood in the text that was read. */
export interface Found extends Element {
  at: number
}

const DIGITS = new Set('0123456789')
const CHARACTERS: Record<Charset, ReadonlySet<string>> = {
  N: DIGITS,
  X: new Set(CHARACTERS_82),
  Y: new Set('#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  Z: new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
}

function charsetFlaw(text: string, charset: Charset): Flaw | null {
  const allowed = CHARACTERS[charset]
  // Base64url may end in one or two "="; GS1 counts them in threes, as its own checker does.
  const padding = charset === 'Z' ? /={1,2}$/.exec(text) : null
  const end = padding?.index ?? text.length
  for (let at = 0; at < end; at++) {
    if (!allowed.has(text[at]!)) return flaw('this character is not allowed here', at, 'gs1_character')
  }
  return padding !== null && text.length % 3 !== 0 ? flaw('the padding is wrong', end, 'gs1_character') : null
}

function pieceFlaw(text: string, piece: Piece): Flaw | null {
  if (text.length < piece.length_min) return flaw('too short', 0, 'gs1_length')
  const wrong = charsetFlaw(text, piece.charset)
  if (wrong !== null) return wrong
  for (const check of piece.checks) {
    const found = CHECKS[check](text)
    if (found !== null) return found
  }
  return null
}

/** What is wrong with the value of an AI; null when nothing is. */
export function valueFlaw({ ai, value }: Element): Flaw | null {
  const row = findAi(ai)
  if (row === undefined) return flaw(`(${ai}) is no AI`, 0, 'gs1_unknown_ai')
  if (value === '') return flaw('the value is empty', 0, 'gs1_length')
  if (value.length > row.length_max) return flaw('too long', row.length_max, 'gs1_length')
  let at = 0
  for (const piece of row.pieces) {
    if (at === value.length && piece.optional) return null
    const text = value.slice(at, at + piece.length_max)
    const found = pieceFlaw(text, piece)
    if (found !== null) return { ...found, at: at + found.at }
    at += text.length
  }
  return at < value.length ? flaw('too long', at, 'gs1_length') : null
}

/** The first element whose value is wrong, as a refusal that points into the text it was read from. */
export function contentFault(elements: readonly Found[]): Fault | null {
  for (const element of elements) {
    const found = valueFlaw(element)
    if (found !== null) return fault(found.code, element.at + found.at, `(${element.ai}): ${found.message}`)
  }
  return null
}
