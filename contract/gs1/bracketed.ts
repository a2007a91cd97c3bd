import { findAi } from './ai.ts'
import { contentFault, type Found } from './element.ts'
import { type Fault, fault } from './fault.ts'

/** The end of a value: the next bracket that no backslash keeps. */
function valueEnd(text: string, from: number): number {
  let at = text.indexOf('(', from)
  while (at > from && text[at - 1] === '\\') at = text.indexOf('(', at + 1)
  return at < 0 ? text.length : at
}

/** Reads `(01)09521234543213(10)LOT42`; a bracket inside a value is written `\(`. Each value is checked, their company is not. */
export function readBracketed(text: string): Found[] | Fault {
  const elements: Found[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] !== '(') return fault('gs1_syntax', at, 'an element begins with a bracket')
    const close = text.slice(at, at + 6).indexOf(')')
    if (close < 0) return fault('gs1_syntax', at, 'the bracket around the AI is not closed')
    const ai = text.slice(at + 1, at + close)
    if (findAi(ai) === undefined) return fault('gs1_unknown_ai', at, `(${ai}) is no AI`)
    const from = at + close + 1
    const end = valueEnd(text, from)
    elements.push({ ai, value: text.slice(from, end).replaceAll('\\(', '('), at: from })
    at = end
  }
  if (elements.length === 0) return fault('gs1_empty', 0, 'there are no elements')
  return contentFault(elements) ?? elements
}
