import type { Display, ScaleEncoder } from '../scale-encoder.ts'

interface Settings {
  stable_digit: number
}

/** Soehnle Professional: six digits of state, the net mark, a decimal comma. Nothing can be told to it. */
export const soehnle: ScaleEncoder<Settings> = {
  load: lineOf,
  answer(command, panel, settings) {
    const display = panel.show()
    if (command === '<A>') return lineOf(display, settings)
    return command === '<H>' && display.stable ? lineOf(display, settings) : null
  },
}

function lineOf({ state, value, stable }: Display, { stable_digit }: Settings): string {
  const digits = [state === 'underload', state === 'overload', false, false, false, true].map(Number)
  if (stable_digit > 2) digits[stable_digit - 1] = Number(stable)
  const shown = state === 'weight' ? value.replace('.', ',') : '0,0'
  return `${digits.join('')}N ${shown.padStart(8)} kg \r\n`
}
