import type { Unit } from '@flowviz/contract/unit'
import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, pathOf, type Subject } from './family.ts'
import { readJson, type Scalar, scalarOf } from './json-tree.ts'
import { toldOf } from './told.ts'
import { levelsBelow } from './topic.ts'

export const ShellyGen1Settings = Type.Object(
  {
    sleeps: Type.Boolean({
      title: 'The device sleeps between its messages',
      description: 'A device on a battery says that it is offline each time it goes to sleep; that is no fault then.',
      default: false,
    }),
  },
  { additionalProperties: false },
)
export type ShellyGen1Settings = Static<typeof ShellyGen1Settings>

/** What the topics that have always the same unit are in. */
const UNITS: Readonly<Record<string, Unit>> = {
  'sensor/humidity': '%',
  'sensor/battery': '%',
  temperature_f: '[degF]',
  voltage: 'V',
}
const LIST_UNITS: Readonly<Record<string, Unit>> = { ext_humidity: '%', ext_temperature_f: '[degF]' }
const METER_UNITS: Readonly<Record<string, Unit>> = { power: 'W', voltage: 'V', current: 'A', total: 'W.h' }
// Their firmware writes this in place of a temperature that it could not read.
const NO_PROBE = /^999(\.0+)?$/

/**
 * Shelly, first generation: bare numbers. `transport.topic` is `shellies/<id>`; a channel's path is the rest of its
 * topic, `sensor/temperature`.
 */
export const shellyGen1: Family<ShellyGen1Settings> = {
  id: 'shelly-gen1',
  about: {
    title: 'Shelly, first generation',
    makers: { Shelly: 'H&T, Flood, 1, 1PM, Plug and others of the first generation' },
    bench: [
      'Switch MQTT on under Internet & Security; the cloud goes off with it.',
      'The topic is `shellies/` and the id, such as `shellies/shellyht-1A2B3C`.',
      'A device on a battery sleeps: set `sleeps: true`, and `expected_s` to twice its interval.',
    ],
    grade: 'silver',
    example: {
      topic: 'shellies/shellyht-1A2B3C',
      settings: { sleeps: true },
      channels: climateAt('sensor/temperature', 'sensor/humidity'),
    },
  },
  settings: ShellyGen1Settings,
  problems: () => [],
  filters: ({ topic, channels }) => [
    ...new Set([`${topic}/online`, ...channels.map(channel => `${topic}/${pathOf(channel)}`)]),
  ],
  beside: ({ topic }) => [`${topic}/#`, 'shellies/announce'],
  isPresence: topic => topic.endsWith('/online'),
  decoder: subject => ({ hear: message => decodeShellyGen1(message, subject) }),
}

/** Reads one message of a first-generation Shelly. Never throws. */
export function decodeShellyGen1(message: Message, subject: Subject<ShellyGen1Settings>): Decoded {
  const rest = levelsBelow(subject.topic, message.topic)?.join('/')
  if (rest === undefined) return NOTHING
  if (rest === 'online') return presenceOf(message.payload, subject.settings)
  const channels = subject.channels.filter(channel => pathOf(channel) === rest)
  if (channels.length === 0) return NOTHING
  const read = readJson(message.payload)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  if (typeof read.root === 'object' && read.root !== null && !('text' in read.root))
    return { kind: 'noise', cause: 'not a bare number' }
  const said = scalarAt(rest, scalarOf(read.root))
  const context = { unit: unitOf(rest), at_ms: null, payload: message.payload }
  return { kind: 'told', told: channels.map(channel => toldOf(channel, said, context)), key: null }
}

function scalarAt(rest: string, said: Scalar): Scalar {
  const broken = /temperature/.test(rest) && said.value !== null && NO_PROBE.test(said.value)
  return broken ? { value: null, reason: 'sensor_fault' } : said
}

function unitOf(rest: string): Unit | null {
  const [first = '', , last = ''] = rest.split('/')
  const metered = first === 'emeter' || first === 'relay' ? METER_UNITS[last] : undefined
  return UNITS[rest] ?? LIST_UNITS[first] ?? (last === 'total' && first === 'relay' ? null : metered) ?? null
}

function presenceOf(payload: Uint8Array, { sleeps }: ShellyGen1Settings): Decoded {
  const text = new TextDecoder().decode(payload)
  if (text !== 'true' && text !== 'false') return text === '' ? NOTHING : { kind: 'noise', cause: 'not true or false' }
  return text === 'false' && sleeps ? NOTHING : { kind: 'presence', online: text === 'true' }
}
