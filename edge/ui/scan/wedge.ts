import { type Burst, burstOf, isScan } from './burst.ts'
import { altDigit, charOf, GS, isModifier, type KeyPress, withSeparators } from './key-text.ts'
import type { WedgeSetting } from './wedge-setting.ts'

/** Where a key would go: a field that takes text, something that Enter or Space presses, or neither. */
export type Place = 'field' | 'button' | 'elsewhere'

/** What becomes of a key, and what it brought about. */
export interface WedgeOutcome {
  /** The key goes no further. */
  swallow: boolean
  /** It may be the first of a burst, and goes on: remember how its field looks. */
  begins: boolean
  /** It is the second of a burst: put its field back to how it looked. */
  take_back: boolean
  /** What was held back and is no scan: type it after all, before this key. */
  give_back: string
  /** A lone Space was held back from a button: press that now. */
  press: boolean
  scan: string | null
}

export interface Wedge {
  /** Takes every keydown, before anybody else does. */
  press: (key: KeyPress, place: Place) => WedgeOutcome
  /** True while keys are held back. */
  holding: () => boolean
  /** When `silent` is to be called unless another key comes; null while nothing is held back. */
  due_ms: () => number | null
  silent: (at_ms: number) => WedgeOutcome
}

const NOTHING: WedgeOutcome = {
  swallow: false,
  begins: false,
  take_back: false,
  give_back: '',
  press: false,
  scan: null,
}
const SWALLOWED: WedgeOutcome = { ...NOTHING, swallow: true }
/** No symbol holds more. */
const LENGTH_MAX = 8_000

/**
 * Tells a scanner that types from a person who does. Pure: times come with the keys.
 *
 * A second key within 35 ms of the first holds back both; nothing is shown to anybody until it is clear what they are.
 * It is a scan when four or more followed so fast on each other up to Enter, Tab, ETX, F12 or a silence of 60 ms; from
 * eight on a quarter of them may be slower, for radio stutters. Everything else was a hand rolling over two keys, and
 * its characters are given back, at most 60 ms late. A hand at 60 ms and more per key is never held back at all. A
 * prefix that no keyboard has (F13, STX) leaves nothing to guess.
 */
export function createWedge(setting: () => WedgeSetting): Wedge {
  const memory: Memory = {
    setting,
    burst: null,
    ended_ms: Number.NEGATIVE_INFINITY,
    typed_ms: Number.NEGATIVE_INFINITY,
    suffixed: false,
  }
  return {
    press: (key, place) => {
      const { burst } = memory
      const isOver = burst !== null && key.at_ms - burst.last_ms > patience(memory, burst)
      const before = isOver ? close(memory) : NOTHING
      const outcome = onKey(memory, key, place)
      return {
        ...outcome,
        give_back: before.give_back + outcome.give_back,
        press: before.press || outcome.press,
        scan: before.scan ?? outcome.scan,
      }
    },
    holding: () => memory.burst?.held === true,
    due_ms: () => {
      const { burst } = memory
      return burst?.held === true ? burst.last_ms + patience(memory, burst) : null
    },
    silent: at_ms => {
      const { burst } = memory
      return burst !== null && at_ms - burst.last_ms >= patience(memory, burst) ? close(memory) : NOTHING
    },
  }
}

interface Memory {
  setting: () => WedgeSetting
  burst: Burst | null
  /** When the last scan ended. */
  ended_ms: number
  /** When the last character was typed, by whomever. */
  typed_ms: number
  /** A scanner that ends with a suffix once does so always: then its stutters may be longer. */
  suffixed: boolean
}

const isCertain = ({ setting }: Memory, burst: Burst): boolean => burst.certain || isScan(burst, setting())

function patience(memory: Memory, burst: Burst): number {
  const { silence_ms, late_ms } = memory.setting()
  return memory.suffixed && isCertain(memory, burst) ? late_ms : silence_ms
}

function close(memory: Memory): WedgeOutcome {
  const { burst, setting } = memory
  memory.burst = null
  if (burst === null) return NOTHING
  burst.flushAlt()
  if (isCertain(memory, burst)) {
    memory.ended_ms = burst.last_ms
    const text = withSeparators(burst.text, setting().separator)
    return { ...NOTHING, scan: text === '' ? null : text }
  }
  return { ...NOTHING, give_back: burst.held ? burst.text : '', press: burst.presses && burst.text === ' ' }
}

/** Ends the burst by a key; `swallow` says what becomes of the key itself. */
const closeBy = (memory: Memory, swallow: boolean): WedgeOutcome => ({ ...close(memory), swallow })

function onKey(memory: Memory, key: KeyPress, place: Place): WedgeOutcome {
  const { burst, setting } = memory
  const { prefixes, suffixes } = setting()
  const { at_ms } = key
  if (isModifier(key)) {
    if (burst !== null) burst.last_ms = at_ms
    return burst?.held === true ? SWALLOWED : NOTHING
  }
  const digit = altDigit(key)
  if (digit !== null) return onAlt(memory, digit, at_ms)
  burst?.flushAlt()
  const char = charOf(key)
  const names = (list: readonly string[]) => list.includes(key.key) || (char !== null && list.includes(char))
  if (names(prefixes)) {
    const outcome = closeBy(memory, true)
    memory.burst = burstOf('', at_ms, { held: true, presses: false, certain: true })
    return outcome
  }
  if (names(suffixes)) return onSuffix(memory, at_ms, place)
  // Ctrl+C and its like are a person's, unless a scanner is typing already.
  if (char === null || (burst === null && char < ' ' && char !== GS)) return onOther(memory, at_ms)
  return onChar(memory, { char, at_ms }, place)
}

function onSuffix(memory: Memory, at_ms: number, place: Place): WedgeOutcome {
  const { burst, ended_ms, typed_ms } = memory
  const { gap_ms, late_ms } = memory.setting()
  if (burst !== null && isCertain(memory, burst)) {
    memory.suffixed = true
    burst.last_ms = at_ms
    return closeBy(memory, true)
  }
  const isLate = at_ms - ended_ms <= late_ms
  if (isLate) memory.suffixed = true
  // Too short for a code, but no hand is that fast: a damaged scan presses nothing either.
  const isTail = burst?.held === true && at_ms - burst.last_ms <= gap_ms
  const isDead = place === 'button' && at_ms - typed_ms <= late_ms
  return closeBy(memory, isLate || isTail || isDead)
}

function onChar(memory: Memory, { char, at_ms }: { char: string; at_ms: number }, place: Place): WedgeOutcome {
  const { burst, ended_ms } = memory
  const { gap_ms, late_ms } = memory.setting()
  const since_ms = at_ms - memory.typed_ms
  memory.typed_ms = at_ms
  if (burst === null) {
    const follows = at_ms - ended_ms <= gap_ms
    const isButtons = place === 'button' && char === ' '
    const presses = isButtons && since_ms > late_ms && at_ms - ended_ms > late_ms
    const held = follows || isButtons
    memory.burst = burstOf(char, at_ms, { held, presses })
    return held ? SWALLOWED : { ...NOTHING, begins: true }
  }
  const wasHeld = burst.held
  burst.add(char, at_ms, gap_ms)
  if (burst.text.length > LENGTH_MAX) return closeBy(memory, true)
  return { ...NOTHING, swallow: burst.held, take_back: burst.held && !wasHeld }
}

function onAlt(memory: Memory, digit: string, at_ms: number): WedgeOutcome {
  const wasHeld = memory.burst?.held ?? true
  memory.burst ??= burstOf('', at_ms, { held: true, presses: false })
  memory.burst.addAlt(digit, at_ms)
  return { ...SWALLOWED, take_back: !wasHeld }
}

/** Arrows, Backspace, function keys: a scan has none, so they pass unless a scanner is typing. */
function onOther(memory: Memory, at_ms: number): WedgeOutcome {
  const { burst } = memory
  if (burst === null || !isCertain(memory, burst)) return closeBy(memory, false)
  burst.last_ms = at_ms
  return SWALLOWED
}
