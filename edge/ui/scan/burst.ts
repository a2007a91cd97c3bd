import type { WedgeSetting } from './wedge-setting.ts'

/** Keys that may be a scan, as far as they have come. */
export interface Burst {
  text: string
  /** Nobody else has seen it: from its second key on, or from a prefix. */
  held: boolean
  /** It began with a prefix, so it is a scan whatever its times. */
  certain: boolean
  /** It is a lone Space on a button so far. */
  presses: boolean
  last_ms: number
  /** Pauses of a machine's and of a hand's length between its characters. */
  fast: number
  slow: number
  add: (char: string, at_ms: number, gap_ms: number) => void
  addAlt: (digit: string, at_ms: number) => void
  /** The character that the digits since Alt went down stand for. */
  flushAlt: () => void
}

interface Beginning {
  held: boolean
  presses: boolean
  certain?: boolean
}

/** ASCII and a leading zero: 029 or 0029. */
const ALT_LENGTH_MAX = 4

export function burstOf(text: string, at_ms: number, { held, presses, certain = false }: Beginning): Burst {
  let alt = ''
  const burst: Burst = {
    text,
    held,
    certain,
    presses,
    last_ms: at_ms,
    fast: 0,
    slow: 0,
    add: (char, at_ms, gap_ms) => {
      const isFast = at_ms - burst.last_ms <= gap_ms
      // Of a certain burst no key shows what a hand would do; its first key has nothing in front.
      if (burst.text !== '') burst[isFast ? 'fast' : 'slow']++
      burst.held ||= isFast
      burst.presses = false
      burst.text += char
      burst.last_ms = at_ms
    },
    addAlt: (digit, at_ms) => {
      if (alt.length === ALT_LENGTH_MAX) burst.flushAlt()
      alt += digit
      burst.held = true
      burst.last_ms = at_ms
    },
    flushAlt: () => {
      if (alt === '') return
      burst.text += String.fromCharCode(Number(alt))
      burst.fast++
      alt = ''
    },
  }
  return burst
}

/** From so many characters on a radio may stutter. */
const LONG = 8

/** True when no hand types like this: four or more at a machine's pace, of eight or more three quarters of them. */
export function isScan({ text, fast, slow, held }: Burst, { length_min }: WedgeSetting): boolean {
  const { length } = text
  if (!held || length < length_min) return false
  return slow === 0 || (length >= LONG && fast >= 3 * slow)
}
