import type { Channel } from '@flowviz/contract/device'
import type { Unit } from '@flowviz/contract/unit'
import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, pathOf, type Subject, withoutPath } from './family.ts'
import { fieldOf, findPath, isBranch, readJson, scalarOf, textOf } from './json-tree.ts'
import { momentOf } from './moment.ts'
import { type Told, toldOf } from './told.ts'
import { levelsBelow } from './topic.ts'

export const TasmotaSettings = Type.Object(
  {
    utc_offset: Type.Optional(
      Type.String({
        title: 'Time zone of the device',
        description:
          'Tasmota sends its local time without a zone. With the offset from UTC (`Timezone` of the device) it dates the values; left out, the time of arrival does.',
        pattern: '^[+-](0\\d|1[0-4]):[0-5]\\d$',
      }),
    ),
  },
  { additionalProperties: false },
)
export type TasmotaSettings = Static<typeof TasmotaSettings>

const STATE = 'STATE.'
const TEMPERATURES = new Set(['Temperature', 'DewPoint', 'ObjTmp', 'AmbTmp'])

/**
 * Tasmota: `transport.topic` is `tele/<device>`. A channel's path is the sensor and its quantity, `AM2301.Temperature`;
 * instead of the name of a DS18B20 its `Id` can stand, which stays when another one on the wire fails and they are
 * counted anew. `STATE.Wifi.RSSI` reads the state message.
 */
export const tasmota: Family<TasmotaSettings> = {
  id: 'tasmota',
  about: {
    title: 'Tasmota, its telemetry',
    makers: { Tasmota: 'any device with this firmware: Sonoff, Nous, Athom and others' },
    bench: [
      'Set host, port, topic, user and password under Configure MQTT, and keep the full topic %prefix%/%topic%/.',
      'It tells its values every 300 s: set `TelePeriod 30` in its console, and `expected_s: 100` here.',
      'Its times have no zone: give `utc_offset`, or the time of arrival counts.',
      'Several DS18B20 on a wire change their names when one fails: use the `Id` of the sensor in the path.',
    ],
    grade: 'silver',
    example: { topic: 'tele/cold-1', channels: climateAt('AM2301.Temperature', 'AM2301.Humidity') },
  },
  settings: TasmotaSettings,
  problems: ({ channels }) => withoutPath(channels, 'AM2301.Temperature'),
  filters: ({ topic }) => [`${topic}/SENSOR`, `${topic}/STATE`, `${topic}/LWT`],
  beside: ({ topic }) => [`${topic.replace(/(^|\/)tele(?=\/|$)/, '$1+')}/#`, 'tasmota/discovery/#'],
  isPresence: topic => topic.endsWith('/LWT'),
  decoder: subject => ({ hear: message => decodeTasmota(message, subject) }),
}

/** Reads one message of a Tasmota device. Never throws. */
export function decodeTasmota(message: Message, subject: Subject<TasmotaSettings>): Decoded {
  const [kind, ...more] = levelsBelow(subject.topic, message.topic) ?? []
  if (more.length > 0) return NOTHING
  if (kind === 'LWT') return presenceOf(message.payload)
  if (kind !== 'SENSOR' && kind !== 'STATE') return NOTHING
  const read = readJson(message.payload)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  if (!isBranch(read.root) || Array.isArray(read.root)) return { kind: 'noise', cause: 'not an object' }
  const at_ms = momentIn(read.root, subject.settings)
  const telegram: Telegram = { root: read.root, kind, at_ms, payload: message.payload }
  const told = subject.channels.flatMap(channel => {
    const one = channelIn(channel, telegram)
    return one === null ? [] : [one]
  })
  return told.length === 0 ? NOTHING : { kind: 'told', told, key: null }
}

interface Telegram {
  root: Record<string, unknown>
  kind: 'SENSOR' | 'STATE'
  at_ms: number | null
  payload: Uint8Array
}

function channelIn(channel: Channel, { root, kind, at_ms, payload }: Telegram): Told | null {
  const path = pathOf(channel)
  if (path.startsWith(STATE) !== (kind === 'STATE')) return null
  if (kind === 'STATE')
    return toldOf(channel, scalarOf(findPath(root, path.slice(STATE.length))), { unit: null, at_ms, payload })
  const [sensor = '', ...rest] = path.split('.')
  const quantity = rest.join('.')
  // A sensor that is gone from the telegram does not answer its device any more.
  const found = findPath(sensorIn(root, sensor), quantity)
  return toldOf(channel, scalarOf(found), { unit: unitIn(root, rest.at(-1) ?? ''), at_ms, payload })
}

function sensorIn(root: Record<string, unknown>, sensor: string): unknown {
  const named = fieldOf(root, sensor)
  return isBranch(named) ? named : Object.values(root).find(entry => textOf(entry, 'Id') === sensor)
}

function unitIn(root: unknown, quantity: string): Unit | null {
  if (quantity === 'Humidity') return '%'
  if (!TEMPERATURES.has(quantity)) return null
  const unit = textOf(root, 'TempUnit')
  return unit === 'C' ? 'Cel' : unit === 'F' ? '[degF]' : null
}

function momentIn(root: unknown, { utc_offset }: TasmotaSettings): number | null {
  const time = textOf(root, 'Time')
  if (time === null) return null
  // Its own zone, where the device writes one (`Time 3`); else the configured one, and a guess is none.
  return momentOf(time) ?? (utc_offset === undefined ? null : momentOf(time + utc_offset))
}

function presenceOf(payload: Uint8Array): Decoded {
  const text = new TextDecoder().decode(payload)
  if (text === 'Online' || text === 'Offline') return { kind: 'presence', online: text === 'Online' }
  // An emptied retained message says nothing.
  return text === '' ? NOTHING : { kind: 'noise', cause: 'neither Online nor Offline' }
}
