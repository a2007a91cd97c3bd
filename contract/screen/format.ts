const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NBSP = '\u00a0'

/**
 * A stretch of time in its largest unit: `8 s`, `4 min`, `3 h`, `2 d`. A clock that is behind gives `0 s`. No line ends
 * between a number and its unit.
 */
export function ageText(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / SECOND))}${NBSP}s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)}${NBSP}min`
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)}${NBSP}h`
  return `${Math.floor(ms / DAY)}${NBSP}d`
}

const two = (number: number) => String(number).padStart(2, '0')

/** Time of day on this screen's wall: `14:05`, or `14:05:09` with seconds. */
export function timeText(iso: string | number, seconds = false): string {
  const at = new Date(iso)
  const minutes = `${two(at.getHours())}:${two(at.getMinutes())}`
  return seconds ? `${minutes}:${two(at.getSeconds())}` : minutes
}

/** The day as it sorts: `2026-11-23`. */
export function dayText(iso: string | number): string {
  const at = new Date(iso)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Time of day alone for today, with the day before it otherwise. */
export function whenText(iso: string, now: number): string {
  return dayText(iso) === dayText(now) ? timeText(iso) : `${dayText(iso)} ${timeText(iso)}`
}

const UNIT_WORDS: Record<string, string> = {
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
  '1': 'pcs',
  '[ppm]': 'ppm',
  'W.h': 'Wh',
  'kW.h': 'kWh',
  'MW.h': 'MWh',
  '[pH]': 'pH',
  'uS/cm': 'µS/cm',
  'm3/h': 'm³/h',
}

/** A UCUM code as people write it. */
export function unitText(unit: string | null): string {
  return unit === null ? '' : (UNIT_WORDS[unit] ?? unit)
}

/** Decimal text with thin spaces between thousands and a real minus; no digit is added, dropped or rounded. */
export function decimalText(value: string): string {
  const [whole = '', fraction] = value.replace(/^-/, '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u2009')
  return `${value.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A sum in base units ends in zeros that no display showed: "91.250000" is "91.25". */
export function sumText(value: string): string {
  return decimalText(value.includes('.') ? value.replace(/\.?0+$/, '') : value)
}

/** `1 lot`, `2 lots`. */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
