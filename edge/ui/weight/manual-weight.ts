/** A weight that a person says, with why no scale says it. */
export interface ManualWeight {
  weight_kg: string
  reason: string
}

/** A weight as it is typed on the pad: at most six digits before and three behind the point. */
const PAD = /^(?:0|[1-9]\d{0,5})?(?:\.\d{0,3})?$/

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back' | 'sign'

/** What stands on a number pad after a key; a key that makes no number changes nothing. `sign` is for degrees. */
export function pressed(text: string, key: PadKey): string {
  if (key === 'back') return text.slice(0, -1)
  if (key === 'sign') return text.startsWith('-') ? text.slice(1) : `-${text}`
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length)
  const next = key === '.' && digits === '' ? '0.' : digits === '0' && key !== '.' ? key : digits + key
  return PAD.test(next) ? sign + next : text
}

/** The number that stands on a pad as a command says it; null when it is none. */
export function padNumber(text: string): string | null {
  const number = text.endsWith('.') ? text.slice(0, -1) : text
  return /^-?\d+(?:\.\d+)?$/.test(number) ? number : null
}

/** A weight that a lot can have. */
export function padWeight(text: string): string | null {
  const number = padNumber(text)
  return number !== null && Number(number) > 0 ? number : null
}
