import {
  type Display,
  type Key,
  type Panel,
  printed,
  type ScaleEncoder,
  signed,
  type TextSettings,
} from '../scale-encoder.ts'

interface Settings extends TextSettings {
  family: 'balance' | 'indicator' | 'clone'
  address: number | null
  error_codes: boolean
}

const BALANCE: Readonly<Record<string, Key>> = { T: 'tare', Z: 'zero' }
const INDICATOR: Readonly<Record<string, Key>> = { MT: 'tare', CT: 'clear_tare', MZ: 'zero' }

/** The A&D standard format: of a balance without, of an indicator with gross or net. */
export const and: ScaleEncoder<Settings> = {
  load: (display, settings) => printed(at(settings) + lineOf(display, settings.family), settings),
  answer(sent, panel, settings) {
    const address = at(settings)
    if (settings.family === 'clone' || !sent.startsWith(address)) return null
    const command = sent.slice(address.length)
    const said = settings.family === 'balance' ? balance(command, panel, settings) : indicator(command, panel)
    return said === null ? null : printed(address + said, settings)
  },
}

const at = ({ address }: Settings): string => (address == null ? '' : `@${String(address).padStart(2, '0')}`)

function balance(command: string, panel: Panel, { error_codes }: Settings): string | null {
  if (command === 'Q') return lineOf(panel.show(), 'balance')
  const key = BALANCE[command]
  if (key === undefined) return error_codes ? 'EC,E01' : null
  const done = panel.press(key)
  if (!error_codes) return null
  return done ? '\x06' : 'EC,E11'
}

function indicator(command: string, panel: Panel): string {
  if (command === 'RW') return lineOf(panel.show(), 'indicator')
  const key = INDICATOR[command]
  if (key === undefined) return '?'
  return panel.press(key) ? command : 'I'
}

function lineOf({ state, value, stable, net }: Display, family: Settings['family']): string {
  const kind = family === 'balance' ? '' : net ? 'NT,' : 'GS,'
  const width = family === 'balance' ? 9 : 8
  const unit = family === 'balance' ? ' kg' : 'kg'
  if (state !== 'weight')
    return `OL,${kind}${signed(state === 'overload' ? '9999999' : '-9999999', width, { fill: '9' })}${unit}`
  return `${stable ? 'ST' : 'US'},${kind}${signed(value, width, { fill: '0' })}${unit}`
}
