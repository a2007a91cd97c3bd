import { type Display, type Key, type ScaleEncoder, signed } from '../scale-encoder.ts'

interface Settings {
  dialect: 'rice-lake' | 'cardinal' | 'weigh-tronix'
  ask_for: 'gross' | 'net'
  address: string
  mode: 'poll' | 'stream' | 'print'
}

const KEYS: Readonly<Record<string, Key>> = { KTARE: 'tare', KCLRTAR: 'clear_tare', KZERO: 'zero' }

/** A Rice Lake indicator: one of its streams, and its EDP commands. */
export const riceLake: ScaleEncoder<Settings> = {
  load: (display, { dialect }) => STREAM[dialect](display),
  answer(sent, panel, { address, mode }) {
    const head = address === '' ? '' : `\x02${address}`
    if (!sent.startsWith(head)) return null
    const command = sent.slice(head.length)
    const say = (text: string) => (address === '' ? `${text}\r\n` : `${address} ${text}\r\n`)
    const key = KEYS[command]
    // A stream is not broken by answers.
    if (key !== undefined) return panel.press(key) ? (mode === 'poll' ? say('OK') : null) : say('??')
    const { state, value, gross } = panel.show()
    if (command !== 'XG' && command !== 'XN') return say('??')
    // Out of its range an indicator has no weight to answer with.
    return state === 'weight' ? say(`${(command === 'XG' ? gross : value).padStart(8)} kg`) : null
  },
}

const STREAM: Readonly<Record<Settings['dialect'], (display: Display) => string>> = {
  'rice-lake': ({ state, value, stable, net, zero }) => {
    const mode = net ? 'N' : 'G'
    if (state === 'overload') return `\x02^${'^'.repeat(7)}K${mode}O\r\n`
    if (state === 'underload') return `\x02]${']'.repeat(7)}K${mode}O\r\n`
    return `\x02${signed(value, 8, { plus: ' ' })}K${mode}${stable ? (zero ? 'Z' : ' ') : 'M'}\r\n`
  },
  cardinal: ({ state, value, stable, net }) => {
    const mark = state === 'weight' ? (stable ? ' ' : 'm') : 'o'
    const shown = state === 'underload' ? '-     0' : signed(value, 7, { plus: ' ' })
    return `\r${shown}${mark} kg  ${net ? 'N' : 'G'}  \x03`
  },
  'weigh-tronix': ({ state, value, net }) =>
    state === 'weight'
      ? ` ${net ? 'N' : 'G'}${signed(value, 7, { plus: ' ' })} kg\r\n`
      : ` ${net ? 'N' : 'G'} ------ kg\r\n`,
}
