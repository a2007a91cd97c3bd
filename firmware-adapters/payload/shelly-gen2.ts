import type { Unit } from '@flowviz/contract/unit'
import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, pathOf, type Subject, withoutPath } from './family.ts'
import { fieldOf, findPath, isBranch, NumberText, readJson, type Scalar, switchOf, textOf } from './json-tree.ts'
import { momentOfSeconds } from './moment.ts'
import { toldOf } from './told.ts'
import { levelsBelow } from './topic.ts'

export const ShellyGen2Settings = Type.Object(
  {
    sleeps: Type.Boolean({
      title: 'The device sleeps between its messages',
      description: 'A device on a battery says that it is offline each time it goes to sleep; that is no fault then.',
      default: false,
    }),
  },
  { additionalProperties: false },
)
export type ShellyGen2Settings = Static<typeof ShellyGen2Settings>

const UNITS: Readonly<Record<string, Unit>> = {
  tC: 'Cel',
  tF: '[degF]',
  rh: '%',
  percent: '%',
  V: 'V',
  voltage: 'V',
  current: 'A',
  apower: 'W',
  act_power: 'W',
  freq: 'Hz',
  total: 'W.h',
  total_act: 'W.h',
}
const TELLING = new Set(['NotifyStatus', 'NotifyFullStatus'])

/**
 * Shelly, second generation and later. `transport.topic` is the MQTT prefix of the device; a channel's path is the
 * component and its field, `temperature:0.tC`. A notification carries only what has changed: a component that is not in
 * it was not measured, and nothing is said of it.
 */
export const shellyGen2: Family<ShellyGen2Settings> = {
  id: 'shelly-gen2',
  about: {
    title: 'Shelly, second generation and later',
    makers: { Shelly: 'Plus, Pro, Gen3 and Gen4, with temperature sensors or energy meters' },
    bench: [
      'Switch MQTT on, and “RPC status notifications over MQTT” with it.',
      'The topic is the MQTT prefix of the device, such as `shellyplusht-a1b2c3d4e5f6`.',
      'A device on a battery sleeps: set `sleeps: true`, and `expected_s` to twice its interval.',
    ],
    grade: 'silver',
    example: {
      topic: 'shellyplusht-a1b2c3d4e5f6',
      settings: { sleeps: true },
      channels: climateAt('temperature:0.tC', 'humidity:0.rh'),
    },
  },
  settings: ShellyGen2Settings,
  problems: ({ channels }) => withoutPath(channels, 'temperature:0.tC'),
  filters: ({ topic }) => [`${topic}/events/rpc`, `${topic}/status/+`, `${topic}/online`],
  beside: ({ topic }) => [`${topic}/#`],
  isPresence: topic => topic.endsWith('/online'),
  decoder: subject => ({ hear: message => decodeShellyGen2(message, subject) }),
}

/** Reads one message of a second-generation Shelly. Never throws. */
export function decodeShellyGen2(message: Message, subject: Subject<ShellyGen2Settings>): Decoded {
  const rest = levelsBelow(subject.topic, message.topic) ?? []
  const kind = rest.join('/')
  if (kind === 'online') return presenceOf(message.payload, subject.settings)
  const status = rest.length === 2 && rest[0] === 'status'
  if (!status && kind !== 'events/rpc') return NOTHING
  const read = readJson(message.payload)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  if (!isBranch(read.root) || Array.isArray(read.root)) return { kind: 'noise', cause: 'not an object' }
  if (status) return componentsOf({ [rest[1]!]: read.root }, { at_ms: null, payload: message.payload }, subject)
  const method = textOf(read.root, 'method')
  if (method === null) return { kind: 'noise', cause: 'a notification without a method' }
  const params = fieldOf(read.root, 'params')
  if (!TELLING.has(method)) return NOTHING
  if (!isBranch(params)) return { kind: 'noise', cause: 'a notification without params' }
  const ts = fieldOf(params, 'ts')
  const at_ms = ts instanceof NumberText ? momentOfSeconds(ts.text) : null
  return componentsOf(params, { at_ms, payload: message.payload }, subject)
}

function componentsOf(
  components: Record<string, unknown>,
  { at_ms, payload }: { at_ms: number | null; payload: Uint8Array },
  { channels }: Subject<ShellyGen2Settings>,
): Decoded {
  const told = channels.flatMap(channel => {
    const [component = '', ...rest] = pathOf(channel).split('.')
    const status = fieldOf(components, component)
    const found = findPath(status, rest.join('.'))
    if (found === undefined && !isFaulty(status)) return []
    const unit = typeof found === 'boolean' ? '1' : (UNITS[rest.at(-1) ?? ''] ?? null)
    return [toldOf(channel, valueIn(status, found), { unit, at_ms, payload })]
  })
  return told.length === 0 ? NOTHING : { kind: 'told', told, key: null }
}

// What concerns the reading itself; an overheated relay, also an error of its component, still measures.
const READ_ERROR = /^(read|out_of_range|power_meter_failure)/

const isFaulty = (status: unknown) => {
  const errors = fieldOf(status, 'errors')
  return Array.isArray(errors) && errors.some(error => typeof error === 'string' && READ_ERROR.test(error))
}

/** A component that could not be read has no value, whatever stands in its field. */
function valueIn(status: unknown, found: unknown): Scalar {
  return isFaulty(status) ? { value: null, reason: 'sensor_fault' } : switchOf(found)
}

function presenceOf(payload: Uint8Array, { sleeps }: ShellyGen2Settings): Decoded {
  const text = new TextDecoder().decode(payload)
  if (text !== 'true' && text !== 'false') return text === '' ? NOTHING : { kind: 'noise', cause: 'not true or false' }
  return text === 'false' && sleeps ? NOTHING : { kind: 'presence', online: text === 'true' }
}
