import { RE2JS } from 're2js'
import type { GenericSettings } from './settings.ts'

const GROUPS = ['sign', 'value', 'unit', 'stable', 'basis', 'over', 'under', 'addr', 'tare', 'alibi'] as const
export type Group = (typeof GROUPS)[number]

/**
 * Instructions that a compiled pattern may have. Time is linear in the frame, and this is the factor: a frame of 512
 * bytes takes some milliseconds at the very most, where patterns that scales need have fewer than 200.
 */
const SIZE_MAX = 500

/** What a frame says, group by group; null when the pattern does not fit the whole of it. */
export type Reader = (text: string) => Partial<Record<Group, string>> | null

/**
 * Makes a pattern readable, on an engine that never goes back: whatever somebody has written, no line stalls the loop.
 * @returns a sentence that says what is wrong with the pattern
 */
export function readerOf(pattern: string): Reader | string {
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern)
  } catch (error) {
    return `This is no pattern: ${error instanceof Error ? error.message : 'it cannot be read'}.`
  }
  if (compiled.programSize() > SIZE_MAX) return 'The pattern is too large: repeat less in it.'
  const groups = Object.keys(compiled.namedGroups())
  const unknown = groups.find(name => !(GROUPS as readonly string[]).includes(name))
  if (unknown !== undefined) return `There is no group ${unknown}; there are ${GROUPS.join(', ')}.`
  if (!groups.includes('value')) return 'The pattern has no group (?<value>...).'
  return text => {
    const matcher = compiled.matcher(text)
    if (!matcher.matches()) return null
    const told = groups.map(name => [name, matcher.group(name)] as const).filter(([, found]) => found !== null)
    return Object.fromEntries(told)
  }
}

const READERS = new WeakMap<GenericSettings, Reader>()
const NOTHING: Reader = () => null

/** The reader of these settings, made once; one that reads nothing when the pattern is none. */
export function readerFor(settings: GenericSettings): Reader {
  const known = READERS.get(settings)
  if (known !== undefined) return known
  const made = readerOf(settings.pattern)
  const reader = typeof made === 'string' ? NOTHING : made
  READERS.set(settings, reader)
  return reader
}
