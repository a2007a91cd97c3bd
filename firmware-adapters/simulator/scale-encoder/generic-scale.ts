import { RE2JS } from 're2js'
import type { Cut, Display, Key, ScaleEncoder } from '../scale-encoder.ts'

interface Settings {
  start: string
  terminator: string
  poll: string
  poll_stable: string
  tare: string
  clear_tare: string
  zero: string
  pattern: string
  decimal_char: '.' | ','
  sample: string
  maps: {
    stable: Record<string, boolean>
    basis: Record<string, string>
    over: string[]
    under: string[]
  }
}

const ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', cr: '\r', lf: '\n', etx: '\x03' }
const CHANGES: readonly Key[] = ['tare', 'clear_tare', 'zero']
const ofHex = (hex: string) => Buffer.from(hex, 'hex').toString('latin1')

/** A scale that somebody has described: it says its sample, with other words where the pattern has groups. */
export const genericScale: ScaleEncoder<Settings> = {
  cut,
  load: frameOf,
  answer(command, panel, settings) {
    const key = CHANGES.find(change => settings[change] !== '' && ofHex(settings[change]) === command)
    if (key !== undefined) panel.press(key)
    const asked = [settings.poll, settings.poll_stable].some(hex => hex !== '' && ofHex(hex) === command)
    return asked ? frameOf(panel.show(), settings) : null
  },
}

/** Commands are the bytes that are set, whatever they end with. */
function cut(received: string, { poll, poll_stable, tare, clear_tare, zero }: Settings): ReturnType<Cut> {
  const known = [poll, poll_stable, tare, clear_tare, zero].filter(hex => hex !== '').map(ofHex)
  const whole: string[] = []
  let rest = ''
  for (const byte of received) {
    rest += byte
    const found = known.find(command => rest.endsWith(command))
    if (found === undefined) continue
    whole.push(found)
    rest = ''
  }
  return { whole, rest }
}

function frameOf(display: Display, settings: Settings): string {
  const { pattern, sample, start, terminator } = settings
  const matcher = RE2JS.compile(pattern).matcher(sample)
  let text = sample
  if (matcher.matches()) {
    const words = wordsOf(display, settings)
    const groups = Object.keys(RE2JS.compile(pattern).namedGroups())
      .map(name => ({ name, from: matcher.start(name), to: matcher.end(name) }))
      .filter(({ from }) => from >= 0)
      .sort((one, other) => other.from - one.from)
    for (const { name, from, to } of groups) {
      const word = words[name]?.padStart(to - from)
      if (word !== undefined) text = text.slice(0, from) + word + text.slice(to)
    }
  }
  return ofHex(start) + text + (ENDS[terminator] ?? ofHex(terminator))
}

/** What stands in each group for this display; a group that is not named stays as the sample has it. */
function wordsOf(display: Display, { maps, decimal_char }: Settings): Record<string, string | undefined> {
  const { state, value, stable, net } = display
  const beyond = state === 'weight' ? undefined : maps[state === 'overload' ? 'over' : 'under'][0]
  return {
    value: value.replace('.', decimal_char),
    stable: beyond ?? keyOf(maps.stable, stable),
    basis: keyOf(maps.basis, net ? 'net' : 'gross'),
  }
}

const keyOf = <T>(words: Record<string, T>, meaning: T): string | undefined =>
  Object.entries(words).find(([, means]) => means === meaning)?.[0]
