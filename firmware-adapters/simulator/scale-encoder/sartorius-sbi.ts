import { type Display, printed, type ScaleEncoder, signed, type TextSettings } from '../scale-encoder.ts'

interface Settings extends TextSettings {
  tares: 'apart' | 'together'
}

/** Sartorius SBI, 16 characters: the unit is blank while the weight moves. */
export const sartoriusSbi: ScaleEncoder<Settings> = {
  load: (display, settings) => printed(lineOf(display), settings),
  answer(command, panel, settings) {
    if (command === '\x1bP') return printed(lineOf(panel.show()), settings)
    if (command === '\x1bU') panel.press('tare')
    if (command === '\x1bV') panel.press('zero')
    if (command === '\x1bT' && !panel.press('zero')) panel.press('tare')
    return null
  },
}

function lineOf({ state, value, stable }: Display): string {
  if (state !== 'weight') return `      ${state === 'overload' ? 'H' : 'L'}       `
  return `${signed(value, 10)} ${stable ? 'kg ' : '   '}`
}
