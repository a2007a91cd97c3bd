import { findAi } from '@flowviz/contract/gs1/ai'
import type { Element } from '@flowviz/contract/gs1/element'

/** As people read it, and as `^BC` in mode D takes it: `(01)09521234543213(10)AB-1`. */
export const bracketed = (elements: readonly Element[]): string =>
  elements.map(({ ai, value }) => `(${ai})${value}`).join('')

/** The element string, with `separator` for FNC1 where an element of no predefined length is followed by another. */
export const joined = (elements: readonly Element[], separator: string): string =>
  elements
    .map(({ ai, value }, at) => {
      const ends = at === elements.length - 1 || findAi(ai)?.predefined === true
      return `${ai}${value}${ends ? '' : separator}`
    })
    .join('')
