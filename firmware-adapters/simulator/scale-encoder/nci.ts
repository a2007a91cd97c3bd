import type { Display, Key, ScaleEncoder } from '../scale-encoder.ts'

const KEYS: Readonly<Record<string, Key>> = { T: 'tare', C: 'clear_tare', Z: 'zero' }
const FILL = { overload: '^', underload: '_' } as const

/** SCP-01: the weight or what fills its digits, then three status bytes. */
export const nci: ScaleEncoder = {
  load: replyOf,
  answer(command, panel) {
    if (command === 'W') return replyOf(panel.show())
    const key = KEYS[command]
    if (key === undefined && command !== 'S') return '\n?\r\x03'
    if (key !== undefined) panel.press(key)
    return `\n${statusOf(panel.show())}\r\x03`
  },
}

function replyOf(display: Display): string {
  const { state, value } = display
  const digits = state === 'weight' ? value.padStart(7) : FILL[state].repeat(7)
  return `\n${digits}kg\r\n${statusOf(display)}\r\x03`
}

function statusOf({ state, stable, zero, net }: Display): string {
  const first = 0x30 | (stable ? 0 : 1) | (zero ? 2 : 0)
  const second = 0x70 | (state === 'underload' ? 1 : 0) | (state === 'overload' ? 2 : 0)
  return String.fromCharCode(first, second, 0x30 | (net ? 4 : 0))
}
