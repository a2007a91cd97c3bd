import type { Unit } from '@flowviz/contract/unit'
import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, pathOf, type Subject, topicProblem } from './family.ts'
import { fieldOf, findPath, isBranch, NumberText, readJson, switchOf, textOf } from './json-tree.ts'
import { momentOf } from './moment.ts'
import { toldOf } from './told.ts'
import { levelsBelow } from './topic.ts'

export const Zigbee2mqttSettings = Type.Object(
  {
    ieee_address: Type.Optional(
      Type.String({
        title: 'IEEE address of the device',
        description:
          'With it `transport.topic` is the base topic, and the device is found under whatever name it has at the moment; without it the topic ends with the name.',
        pattern: '^0x[0-9a-f]{16}$',
      }),
    ),
  },
  { additionalProperties: false },
)
export type Zigbee2mqttSettings = Static<typeof Zigbee2mqttSettings>

const UNITS: Readonly<Record<string, Unit>> = {
  temperature: 'Cel',
  device_temperature: 'Cel',
  humidity: '%',
  soil_moisture: '%',
  battery: '%',
  // One hectopascal.
  pressure: 'mbar',
}
/** The list of a network with hundreds of devices. */
const DEVICES_BYTES_MAX = 4_194_304

/** Zigbee2MQTT. A channel's path is the property, `temperature`; one that is not in a message was not told. */
export const zigbee2mqtt: Family<Zigbee2mqttSettings> = {
  id: 'zigbee2mqtt',
  about: {
    title: 'Zigbee2MQTT',
    makers: { Zigbee: 'Aqara, Sonoff, Tuya and other sensors, through Zigbee2MQTT' },
    bench: [
      'Set `last_seen: ISO_8601` under advanced in its configuration, and switch `availability` on.',
      'Switch `retain` off for the sensor.',
      'A friendly name can change: with `ieee_address` and the topic `zigbee2mqtt` the sensor is found under any name.',
    ],
    grade: 'silver',
    example: {
      topic: 'zigbee2mqtt',
      settings: { ieee_address: '0x00158d0001a2b3c4' },
      channels: climateAt('temperature', 'humidity'),
    },
  },
  settings: Zigbee2mqttSettings,
  problems: ({ topic, settings }) =>
    settings.ieee_address === undefined && !topic.includes('/')
      ? topicProblem('the topic needs the name of the device behind the base, or the settings its ieee_address')
      : [],
  filters: ({ topic, settings }) =>
    settings.ieee_address === undefined
      ? [topic, `${topic}/availability`, `${baseOf(topic)}/bridge/state`]
      : [`${topic}/+`, `${topic}/+/availability`, `${topic}/bridge/state`, `${topic}/bridge/devices`],
  beside: ({ topic }) => [`${topic.includes('/') ? baseOf(topic) : topic}/#`, 'homeassistant/#'],
  isPresence: topic => /\/(availability|bridge\/state)$/.test(topic),
  decoder: subject => {
    const names = { now: subject.settings.ieee_address ?? '' }
    return { hear: message => decodeZigbee2mqtt(message, subject, names) }
  },
}

const baseOf = (topic: string) => topic.slice(0, topic.indexOf('/'))

/**
 * Reads one message of Zigbee2MQTT. Never throws.
 * @param names the name that the device has now; changed by what the bridge says of it
 */
export function decodeZigbee2mqtt(
  message: Message,
  subject: Subject<Zigbee2mqttSettings>,
  names: { now: string },
): Decoded {
  const { ieee_address } = subject.settings
  const [base, own] = ieee_address === undefined ? [baseOf(subject.topic), null] : [subject.topic, ieee_address]
  const rest = levelsBelow(base, message.topic)?.join('/')
  if (rest === undefined) return NOTHING
  const name = own === null ? subject.topic.slice(base.length + 1) : names.now
  switch (rest) {
    // Its own connection says nothing good about a device, only bad about all of them.
    case 'bridge/state':
      return presenceOf(message.payload, { onlineToo: false })
    case 'bridge/devices':
      return own === null ? NOTHING : renamed(message.payload, own, names)
    case `${name}/availability`:
      return presenceOf(message.payload, { onlineToo: true })
    default:
      return stateOf(message.payload, subject, { own, named: rest === name && !rest.endsWith('/availability') })
  }
}

/** @param named true when the message came under the name that the device has now */
function stateOf(
  payload: Uint8Array,
  subject: Subject<Zigbee2mqttSettings>,
  { own, named }: { own: string | null; named: boolean },
): Decoded {
  if (own === null && !named) return NOTHING
  const read = readJson(payload)
  if (!read.ok) return named ? { kind: 'noise', cause: read.cause } : NOTHING
  const said = textOf(fieldOf(read.root, 'device'), 'ieeeAddr')
  // With device information in it, a message says itself whose it is; else its name does.
  if (own !== null && (said === null ? !named : said !== own)) return NOTHING
  if (!isBranch(read.root) || Array.isArray(read.root)) return { kind: 'noise', cause: 'not an object' }
  return valuesOf(read.root, payload, subject)
}

function valuesOf(root: unknown, payload: Uint8Array, { channels }: Subject<Zigbee2mqttSettings>): Decoded {
  const at_ms = lastSeen(fieldOf(root, 'last_seen'))
  const told = channels.flatMap(channel => {
    const path = pathOf(channel)
    const found = findPath(root, path)
    if (found === undefined) return []
    const unit = typeof found === 'boolean' ? '1' : (UNITS[path] ?? null)
    return [toldOf(channel, switchOf(found), { unit, at_ms, payload })]
  })
  return told.length === 0 ? NOTHING : { kind: 'told', told, key: null }
}

/** `last_seen` is ISO 8601 with a zone, or milliseconds, as the bridge is configured. */
function lastSeen(found: unknown): number | null {
  if (found instanceof NumberText) return /^\d{12,14}$/.test(found.text) ? Number(found.text) : null
  return typeof found === 'string' ? momentOf(found) : null
}

function renamed(payload: Uint8Array, own: string, names: { now: string }): Decoded {
  const read = readJson(payload, DEVICES_BYTES_MAX)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  if (!Array.isArray(read.root)) return { kind: 'noise', cause: 'not a list of devices' }
  const mine = read.root.find(device => textOf(device, 'ieee_address') === own)
  names.now = textOf(mine, 'friendly_name') ?? own
  return NOTHING
}

function presenceOf(payload: Uint8Array, { onlineToo }: { onlineToo: boolean }): Decoded {
  const read = readJson(payload)
  const bare = new TextDecoder().decode(payload)
  const state = (read.ok ? textOf(read.root, 'state') : null) ?? bare
  if (state === 'offline') return { kind: 'presence', online: false }
  if (state === 'online') return onlineToo ? { kind: 'presence', online: true } : NOTHING
  return bare === '' ? NOTHING : { kind: 'noise', cause: 'neither online nor offline' }
}
