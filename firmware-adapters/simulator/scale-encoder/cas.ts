import { type Display, type Key, type ScaleEncoder, signed } from '../scale-encoder.ts'

interface Settings {
  format: '22' | '18' | '10'
  commands: 'ci-200' | 'ci-400'
  device: string
}

const KEYS: Readonly<Record<string, Key>> = { KT: 'tare', KZ: 'zero', MT: 'tare', MZ: 'zero' }

/** Indicators of CAS: 22 bytes with their lamp byte, 18, or the bare 10. */
export const cas: ScaleEncoder<Settings> = {
  load: frameOf,
  answer(sent, panel, settings) {
    const prefix = settings.commands === 'ci-200' ? `D${settings.device}` : settings.device
    if (!sent.startsWith(prefix)) return null
    const command = sent.slice(prefix.length)
    if (command === 'KW' || command === 'RW') return frameOf(panel.show(), settings)
    const key = KEYS[command]
    if (key === undefined) return '?\r\n'
    return panel.press(key) ? null : '!\r\n'
  },
}

function frameOf(display: Display, { format, device }: Settings): string {
  const { state, value, stable, net } = display
  const head = `${state === 'weight' ? (stable ? 'ST' : 'US') : state === 'overload' ? 'OL' : 'UL'},${net ? 'NT' : 'GS'},`
  const data = state === 'weight' ? signed(value, 8, { fill: '0' }) : '        '
  if (format === '10') return `${state === 'weight' ? data : '--------'}\r\n`
  if (format === '18') return `${head}${data}kg\r\n`
  return `${head}${device.at(-1)}${lampOf(display)},${data} kg\r\n`
}

/** Bit 7 and 5 are always set; stable 6, gross 2, tare 1, zero 0. */
const lampOf = ({ stable, net, zero }: Display): string =>
  String.fromCharCode(0xa0 | (stable ? 0x40 : 0) | (net ? 0x02 : 0x04) | (zero ? 1 : 0))
