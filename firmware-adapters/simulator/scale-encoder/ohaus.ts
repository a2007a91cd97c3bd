import { type Display, type Key, printed, type ScaleEncoder, signed, type TextSettings } from '../scale-encoder.ts'

interface Settings extends TextSettings {
  question: string
  answers: boolean
}

const KEYS: Readonly<Record<string, Key>> = { T: 'tare', '0T': 'clear_tare', Z: 'zero' }

/** Ohaus Defender: a question mark while it moves, a legend for gross or net. */
export const ohaus: ScaleEncoder<Settings> = {
  load: (display, settings) => printed(lineOf(display), settings),
  answer(command, panel, settings) {
    if (command === settings.question) return printed(lineOf(panel.show()), settings)
    const key = KEYS[command]
    const done = key !== undefined && panel.press(key)
    if (!settings.answers) return null
    return printed(done ? 'OK!' : 'ES', settings)
  },
}

function lineOf({ state, value, stable, net }: Display): string {
  if (state !== 'weight') return state === 'overload' ? 'Err 8.3' : 'Err 8.4'
  return `${signed(value, 9, { plus: ' ' })} kg   ${stable ? ' ' : '?'}${net ? 'NET' : 'G  '}`
}
