import type { Display, Key, Panel, ScaleEncoder } from '../scale-encoder.ts'

interface Settings {
  address: string
}

const KEYS: Readonly<Record<string, Key>> = { TARE: 'tare', CLEAR: 'clear_tare', ZERO: 'zero' }

/** Dini Argeo: the standard string, the extended one, ten times finer, and the alibi memory. */
export const diniArgeo: ScaleEncoder<Settings> = {
  load: (display, { address }) => `${address}${standard(display)}\r\n`,
  answer: (sent, panel, { address }) =>
    sent.startsWith(address) ? `${address}${reply(sent.slice(address.length), panel)}\r\n` : null,
}

function reply(command: string, panel: Panel): string {
  const display = panel.show()
  if (command === 'READ') return standard(display)
  if (command === 'REXT') return extended(display)
  if (command === 'GR10') return `${stateOf(display)},GX,${`${display.gross}0`.padStart(8)},kg`
  if (command === 'PID')
    return display.stable && display.state === 'weight' ? `${standard(display)},00001-000001` : 'NO'
  if (command === 'VER') return 'VER 01.00 FLOWVIZ'
  const key = KEYS[command]
  if (key === undefined) return 'ERR04'
  return panel.press(key) ? 'OK' : 'ERR03'
}

const stateOf = ({ state, stable }: Display): string =>
  state === 'overload' ? 'OL' : state === 'underload' ? 'UL' : stable ? 'ST' : 'US'

const standard = (display: Display): string =>
  `${stateOf(display)},${display.net ? 'NT' : 'GS'},${display.value.padStart(8)},kg`

const extended = (display: Display): string =>
  `1,${stateOf(display)},${display.value.padStart(10)},  ${display.tare.padStart(10)},${'0'.padStart(10)},${'0.000'.padStart(10)},kg`
