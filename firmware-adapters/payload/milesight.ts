import Type, { type Static } from 'typebox'
import { climateAt } from './climate.ts'
import { type Decoded, type Family, type Message, NOTHING, type Subject } from './family.ts'
import { readJson } from './json-tree.ts'
import { codecSetting, PORT_SETTING, uplinkTold } from './lorawan.ts'
import { topicMatches } from './topic.ts'
import { readUplink } from './uplink.ts'

export const MilesightSettings = Type.Object(
  {
    dev_eui: Type.String({
      title: 'EUI of the sensor',
      description: '16 hex digits, in lower case; it is printed on the sensor.',
      pattern: '^[0-9a-f]{16}$',
    }),
    codec: codecSetting('milesight'),
    f_port: PORT_SETTING,
  },
  { additionalProperties: false },
)
export type MilesightSettings = Static<typeof MilesightSettings>

/** A gateway of Milesight with its own network server. `transport.topic` is the uplink topic that was set there. */
export const milesight: Family<MilesightSettings> = {
  id: 'milesight',
  about: {
    title: 'Milesight gateways with their own network server',
    makers: { Milesight: 'EM300, EM500, AM and WS sensors behind a UG gateway' },
    bench: [
      'Set the broker and one uplink topic for the application under Network Server, with JSON as the payload.',
      'All sensors of the application share the topic; `dev_eui` is printed on the sensor.',
      'Set `expected_s` to three times the reporting interval of the sensor.',
    ],
    grade: 'silver',
    example: {
      topic: 'milesight/uplink',
      settings: { dev_eui: '24e124136b502217' },
      channels: climateAt('temperature', 'humidity'),
    },
  },
  settings: MilesightSettings,
  problems: () => [],
  filters: ({ topic }) => [topic],
  beside: ({ topic }) => [`${topic}/#`],
  isPresence: () => false,
  decoder: subject => ({ hear: message => decodeMilesightUplink(message, subject) }),
}

/** Reads one uplink that a gateway of Milesight publishes for all of its sensors. Never throws. */
export function decodeMilesightUplink(message: Message, subject: Subject<MilesightSettings>): Decoded {
  if (!topicMatches(subject.topic, message.topic)) return NOTHING
  const read = readJson(message.payload)
  if (!read.ok) return { kind: 'noise', cause: read.cause }
  const uplink = readUplink(read.root)
  if (uplink === null) return { kind: 'noise', cause: 'not an uplink' }
  if (uplink.dev_eui !== subject.settings.dev_eui) return NOTHING
  return uplinkTold(uplink, subject.settings, { channels: subject.channels, payload: message.payload })
}
