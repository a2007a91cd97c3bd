import { byByte, type Display, type Panel, type ScaleEncoder } from '../scale-encoder.ts'

const [ENQ, ACK, DC1] = ['\x05', '\x06', '\x11']
/** Scales that were called, and give their weight to whoever asks next. */
const CALLED = new WeakSet<Panel>()

/** ECR type 6: called with ENQ it says ACK, asked with DC1 its weight and the exclusive or of it. */
export const casEcr6: ScaleEncoder = {
  cut: byByte,
  load: frameOf,
  answer(command, panel) {
    const called = CALLED.delete(panel)
    if (command === ENQ) CALLED.add(panel)
    if (command === ENQ) return ACK
    return command === DC1 && called ? frameOf(panel.show()) : null
  },
}

function frameOf({ state, value, stable }: Display): string {
  const negative = state === 'underload' || (state === 'weight' && value.startsWith('-'))
  const weight = state === 'weight' ? value.replace('-', '').padStart(6, '0') : 'FFFFFF'
  const body = `${stable ? 'S' : 'U'}${negative ? '-' : ' '}${weight}kg`
  const check = [...body].reduce((sum, character) => sum ^ character.charCodeAt(0), 0)
  return `\x01\x02${body}${String.fromCharCode(check)}\x03\x04`
}
