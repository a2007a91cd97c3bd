import { findAi } from './ai.ts'
import type { Found } from './element.ts'
import { type Fault, fault } from './fault.ts'

/** 310n stands for 3100 to 3109. */
function fits(pattern: string, ai: string): boolean {
  if (pattern.length !== ai.length) return false
  for (let at = 0; at < ai.length; at++) if (pattern[at] !== 'n' && pattern[at] !== ai[at]) return false
  return true
}

/** True when one of the AIs is the pattern's; an AI does not exclude itself. */
function has(present: ReadonlyMap<string, Found>, pattern: string, except = ''): string | undefined {
  if (!pattern.includes('n')) return present.has(pattern) && pattern !== except ? pattern : undefined
  for (const ai of present.keys()) if (ai !== except && fits(pattern, ai)) return ai
  return undefined
}

function companyFault(present: ReadonlyMap<string, Found>, element: Found, part: boolean): Fault | null {
  const row = findAi(element.ai)
  if (row === undefined) return null
  for (const pattern of row.excludes) {
    const other = has(present, pattern, element.ai)
    if (other !== undefined)
      return fault('gs1_excludes', element.at, `(${element.ai}) and (${other}) exclude each other`)
  }
  if (part || row.requires.length === 0) return null
  const met = row.requires.some(group => group.every(pattern => has(present, pattern) !== undefined))
  if (met) return null
  const wanted = row.requires.map(group => group.join('+')).join(', ')
  return fault('gs1_requires', element.at, `(${element.ai}) needs one of: ${wanted}`)
}

/**
 * The first contradiction among all elements of one item, whatever symbols they came from; null when there is none.
 * `part`: what they need may stand on symbols that are not here.
 */
export function associationFault(elements: readonly Found[], { part = false } = {}): Fault | null {
  const present = new Map<string, Found>()
  for (const element of elements) {
    const before = present.get(element.ai)
    if (before === undefined) present.set(element.ai, element)
    else if (before.value !== element.value)
      return fault('gs1_repeated', element.at, `(${element.ai}) is there twice, with different values`)
  }
  for (const element of present.values()) {
    const found = companyFault(present, element, part)
    if (found !== null) return found
  }
  return null
}
