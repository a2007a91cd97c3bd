import { type Display, printed, type ScaleEncoder, signed, type TextSettings } from '../scale-encoder.ts'

interface Settings extends TextSettings {
  question: 'D07' | 'D05'
}

/** Shimadzu: S for stable or U for unstable in front, which D05 leaves out; T is tare and zero at once. */
export const shimadzu: ScaleEncoder<Settings> = {
  load: (display, settings) => printed(lineOf(display, settings), settings),
  answer(command, panel, settings) {
    if (command === settings.question) return printed(lineOf(panel.show(), settings), settings)
    if (command === 'T') panel.press('tare')
    return null
  },
}

function lineOf({ state, value, stable }: Display, { question }: Settings): string {
  const head = question === 'D05' ? '' : stable ? 'S' : 'U'
  if (state !== 'weight') return `${head}     ${state === 'overload' ? ' ' : '-'}oL  `
  return `${head}${signed(value, 9, { plus: ' ' })}kg `
}
