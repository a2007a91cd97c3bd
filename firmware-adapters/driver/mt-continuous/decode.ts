import { NOISE, type Said } from '../../scale/said.ts'

/** Decimal places by bits 2-0 of SWA; a negative one is a factor of ten. */
const PLACES = [-2, -1, 0, 1, 2, 3, 4, 5] as const
/** Units by bits 2-0 of SWC; 0 is kilogram or pound, as SWB says. What is not sure (ozt, dwt, ton) has none of ours. */
const UNITS = [null, 'g', 't', 'oz', 'ozt', 'dwt', 'ton', 'custom'] as const

export interface DecodeSettings {
  short: boolean
}

/**
 * One frame of the Toledo continuous output (Wildcat manual p. 40, IND445 p. 50). The status bytes say where the point
 * is, the unit and the state; out of range and not yet zeroed are reasons, whatever the digits are.
 */
export function decode(frame: Uint8Array, { short }: DecodeSettings): Said {
  const [, swa = 0, swb = 0, swc = 0] = frame
  const places = PLACES[swa & 7]!
  const value = numberOf(frame.subarray(4, 10), { places, negative: (swb & 2) !== 0 })
  if ((swb & 0x40) !== 0) return { kind: 'status', reason: 'not_zeroed' }
  if ((swb & 4) !== 0) return { kind: 'status', reason: (swb & 2) !== 0 ? 'underload' : 'overload' }
  const tare = short ? null : numberOf(frame.subarray(10, 16), { places, negative: false })
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: UNITS[swc & 7] ?? ((swb & 0x10) !== 0 ? 'kg' : 'lb'),
    stable: (swb & 8) === 0,
    basis: (swb & 1) !== 0 ? 'net' : 'gross',
    ...((swc & 0x10) !== 0 ? { high_res: true } : {}),
    ...(tare === null ? {} : { tare }),
  }
}

/** Six digits as decimal text, leading zeros left out and those behind the point kept; null for what is no number. */
function numberOf(digits: Uint8Array, { places, negative }: { places: number; negative: boolean }): string | null {
  const text = String.fromCharCode(...digits.map(byte => byte & 0x7f))
  const found = /^[ -]*(?<digits>\d+)$/.exec(text)?.groups?.digits
  if (found === undefined) return null
  const whole = places < 0 ? found + '0'.repeat(-places) : found
  const padded = whole.padStart(Math.max(places, 0) + 1, '0')
  const cut = padded.length - Math.max(places, 0)
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const sign = (negative || text.includes('-')) && /[1-9]/.test(whole) ? '-' : ''
  return `${sign}${integer}${places > 0 ? `.${padded.slice(cut)}` : ''}`
}
