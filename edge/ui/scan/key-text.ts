/** A key as the browser tells of it. Times are of one monotonic clock: event.timeStamp. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  altKey: boolean
  at_ms: number
}

export const GS = '\u001d'
export const STX = '\u0002'
export const ETX = '\u0003'

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'])

/** True for a key that types nothing itself: scanners press Shift before capitals and Control before separators. */
export const isModifier = ({ key }: Pick<KeyPress, 'key'>): boolean => MODIFIERS.has(key)

/** The digit of a number pad that is pressed with Alt: scanners write a character as Alt and its code, as in Alt+029. */
export function altDigit({ altKey, ctrlKey, code, key }: KeyPress): string | null {
  if (!altKey || ctrlKey) return null
  const digit = /^(?:Numpad|Digit)(\d)$/.exec(code)?.[1]
  return digit ?? (/^\d$/.test(key) ? key : null)
}

/** The keys of Ctrl+[ \ ] ^ _ on a keyboard of the US; a wedge presses them by place, whatever the layout says they are. */
const CONTROLS: Readonly<Record<string, string>> = {
  BracketLeft: '\u001b',
  Backslash: '\u001c',
  BracketRight: GS,
}

/**
 * The character that a key types, control characters included: Ctrl+] is GS, Ctrl+B is STX. Null for keys that type
 * nothing. Ctrl and Alt together are AltGr, which types what the layout has there.
 */
export function charOf({ key, code, ctrlKey, altKey }: KeyPress): string | null {
  if (ctrlKey && !altKey) {
    if (key === ']') return GS
    if (/^[a-z]$/i.test(key)) return String.fromCharCode(key.toUpperCase().charCodeAt(0) - 64)
    return CONTROLS[code] ?? null
  }
  if (altKey && !ctrlKey) return null
  return [...key].length === 1 ? key : null
}

/** How wedges write GS out, when they cannot press it. What these spell stands in no value of a GS1 label. */
const WRITTEN = ['<GS>', '{GS}', '[GS]', '<gs>', '{gs}', '[gs]']

/**
 * The text of a scan with GS wherever the scanner wrote something for it; `separator` is what this plant's scanners
 * send in its place, for example `|`.
 */
export function withSeparators(text: string, separator: string | null): string {
  const known = separator === null || separator === '' ? WRITTEN : [separator, ...WRITTEN]
  return known.reduce((read, written) => read.replaceAll(written, GS), text)
}

/** The text with a picture for each character that has none: GS is shown as U+241D. */
export const pictured = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, control =>
    control.charCodeAt(0) < 32 ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '\u2421',
  )
