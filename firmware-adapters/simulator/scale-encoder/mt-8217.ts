import { byByte, type Display, type Key, type ScaleEncoder } from '../scale-encoder.ts'

const KEYS: Readonly<Record<string, Key>> = { T: 'tare', C: 'clear_tare', Z: 'zero' }
const ALWAYS = 0x40
const REFUSED = 0x08

/** 8217 of point-of-sale scales: a stable weight without a unit, or a status byte. */
export const mt8217: ScaleEncoder = {
  cut: byByte,
  load: replyOf,
  answer(command, panel) {
    if (command === 'W') return replyOf(panel.show())
    if (command === 'E' || command === 'F') return `\x02${command}\r`
    if (command === 'A') return '\x02\r'
    if (command === 'B') return '\x02@\r'
    const key = KEYS[command]
    if (key === undefined) return statusOf(panel.show(), 0)
    return panel.press(key) ? statusOf(panel.show(), 0) : statusOf(panel.show(), REFUSED)
  },
}

function replyOf(display: Display): string {
  const { state, stable, value, net } = display
  if (state !== 'weight' || !stable || value.startsWith('-')) return statusOf(display, 0)
  return `\x02${value.padStart(6, '0')}${net ? 'N' : ''}\r`
}

function statusOf({ state, stable, value, zero, net }: Display, also: number): string {
  const flags =
    (stable ? 0 : 1) |
    (state === 'overload' ? 2 : 0) |
    (state === 'underload' || (state === 'weight' && value.startsWith('-')) ? 4 : 0) |
    (zero ? 0x10 : 0) |
    (net ? 0x20 : 0)
  return `\x02?${String.fromCharCode(ALWAYS | flags | also)}\r`
}
