import { byByte, type Display, type Key, type ScaleEncoder } from '../scale-encoder.ts'

interface Settings {
  checksum: boolean
  short: boolean
}

const KEYS: Readonly<Record<string, Key>> = { T: 'tare', C: 'clear_tare', Z: 'zero' }

/** Toledo continuous output: three status bytes, six digits of weight, six of tare, CR, checksum. */
export const mtContinuous: ScaleEncoder<Settings> = {
  cut: byByte,
  load: frameOf,
  answer(command, panel) {
    const key = KEYS[command]
    if (key !== undefined) panel.press(key)
    return null
  },
}

function frameOf(display: Display, { checksum, short }: Settings): string {
  const { value, tare, net, stable, state } = display
  const places = value.split('.')[1]?.length ?? 0
  const negative = value.startsWith('-') || state === 'underload'
  const flags = (net ? 1 : 0) | (negative ? 2 : 0) | (state === 'weight' ? 0 : 4) | (stable ? 0 : 8)
  const status = String.fromCharCode(0x28 | (places + 2), 0x30 | flags, 0x20)
  const body = `\x02${status}${digitsOf(value)}${short ? '' : digitsOf(tare)}\r`
  const sum = [...body].reduce((total, character) => total + character.charCodeAt(0), 0)
  return checksum ? body + String.fromCharCode(-sum & 0x7f) : body
}

const digitsOf = (value: string): string => value.replace(/\D/g, '').padStart(6, '0').slice(-6)
