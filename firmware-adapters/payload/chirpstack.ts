import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, pathOf, type Subject, topicProblem } from './family.ts'
import { fieldOf, readJson } from './json-tree.ts'
import { codecSetting, objectTold, PORT_SETTING, uplinkTold } from './lorawan.ts'
import { levelsBelow } from './topic.ts'
import { devEuiOf, readUplink, timeOf } from './uplink.ts'

export const ChirpstackSettings = Type.Object(
  { codec: codecSetting('object'), f_port: PORT_SETTING },
  { additionalProperties: false },
)
export type ChirpstackSettings = Static<typeof ChirpstackSettings>

const TOPIC = /\/device\/[0-9a-f]{16}$/
const STATUS = 'status.'

/**
 * ChirpStack, version 4 and 3. `transport.topic` is `application/<id>/device/<dev eui>`; `+` may stand for the
 * application. A channel's path leads into the decoded object, or is `status.battery` or `status.margin`.
 */
export const chirpstack: Family<ChirpstackSettings> = {
  id: 'chirpstack',
  about: {
    title: 'ChirpStack, version 4 and 3',
    makers: { LoRaWAN: 'sensors of any maker, through ChirpStack' },
    bench: [
      'Switch the MQTT integration on, with JSON as its marshaler.',
      'Give the device profile a codec, and a path leads into the decoded object; sensors of Milesight are decoded here with `codec: milesight`.',
      'The topic ends with the EUI in lower case; `+` may stand for the application.',
      'Set `expected_s` to three times the reporting interval of the sensor: frames get lost on the air.',
    ],
    grade: 'silver',
    example: {
      topic: 'application/+/device/24e124136b502217',
      channels: climateAt('temperature', 'humidity'),
    },
  },
  settings: ChirpstackSettings,
  problems: ({ topic }) =>
    TOPIC.test(topic)
      ? []
      : topicProblem('the topic has to end with /device/ and the 16 hex digits of the EUI, in lower case'),
  filters: ({ topic }) => [`${topic}/event/up`, `${topic}/event/status`, `${topic}/event/join`],
  beside: ({ topic }) => [`${topic.split('/')[0]}/#`],
  isPresence: () => false,
  decoder: subject => {
    // Counters begin anew when a device joins.
    let joins = 0
    return {
      hear(message) {
        if (message.topic.endsWith('/event/join')) joins += 1
        const decoded = decodeChirpstack(message, subject)
        return decoded.kind === 'told' && decoded.key !== null
          ? { ...decoded, key: `${joins} ${decoded.key}` }
          : decoded
      },
    }
  },
}

/** Reads one event of ChirpStack. Never throws. */
export function decodeChirpstack(message: Message, subject: Subject<ChirpstackSettings>): Decoded {
  const event = levelsBelow(subject.topic, message.topic)?.join('/')
  if (event !== 'event/up' && event !== 'event/status') return NOTHING
  const read = readJson(message.payload)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  const own = subject.topic.slice(-16)
  if (event === 'event/status') {
    if (devEuiOf(read.root) !== own) return { kind: 'noise', cause: 'a status of another device' }
    return statusTold(read.root, message.payload, subject)
  }
  const uplink = readUplink(read.root)
  if (uplink === null) return { kind: 'noise', cause: 'not an uplink' }
  if (uplink.dev_eui !== own) return { kind: 'noise', cause: `an uplink of ${uplink.dev_eui}` }
  const channels = subject.channels.filter(channel => !pathOf(channel).startsWith(STATUS))
  return uplinkTold(uplink, subject.settings, { channels, payload: message.payload })
}

/** What the device said to the network about its battery (percent) and link margin (dB). */
function statusTold(root: unknown, payload: Uint8Array, { channels }: Subject<ChirpstackSettings>): Decoded {
  const level = fieldOf(root, 'batteryLevel')
  // Mains power, and a battery whose level is unknown, are no level of 0.
  const unknown = fieldOf(root, 'batteryLevelUnavailable') === true || fieldOf(root, 'externalPowerSource') === true
  const status = { battery: unknown ? null : level, margin: fieldOf(root, 'margin') }
  const wanted = channels.filter(channel => pathOf(channel).startsWith(STATUS))
  const told = objectTold({ status }, { channels: wanted, payload, at_ms: timeOf(root) })
  return told.length === 0 ? NOTHING : { kind: 'told', told, key: null }
}
