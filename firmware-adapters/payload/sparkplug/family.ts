import Type, { type Static } from 'typebox'
import { type Family, topicProblem } from '../family.ts'
import { type Address, SparkplugSession } from './session.ts'

export const SparkplugSettings = Type.Object(
  {
    host_id: Type.Optional(
      Type.String({
        title: 'Host id',
        description:
          'Under this name the gateway tells the nodes that their host is there (`spBv1.0/STATE/<host id>`); left out, it does not.',
        pattern: '^[A-Za-z0-9_.-]{1,60}$',
      }),
    ),
  },
  { additionalProperties: false },
)
export type SparkplugSettings = Static<typeof SparkplugSettings>

const TOPIC = /^spBv1\.0\/([^/+#]+)\/([^/+#]+)(?:\/([^/+#]+))?$/

/**
 * Sparkplug B, the side of the host. `transport.topic` is `spBv1.0/<group>/<node>/<device>`, without the device for
 * metrics of the node itself; a channel's path is the name of the metric.
 */
export const sparkplugB: Family<SparkplugSettings> = {
  id: 'sparkplug-b',
  about: {
    title: 'Sparkplug B, as its host',
    makers: { 'Sparkplug B': 'edge nodes: Ignition, Node-RED, gateways and PLCs of many makers' },
    bench: [
      'Let the node publish its births: what it sends before one is not understood, and a birth is asked for.',
      'The path of a channel is the name of the metric, as the birth has it.',
      'A node that waits for its primary host waits for `host_id`.',
    ],
    grade: 'silver',
    example: {
      topic: 'spBv1.0/plant/line-1/oven',
      settings: { host_id: 'flowviz' },
      channels: [{ name: 'temperature', unit: 'Cel', path: 'Temperature' }],
    },
  },
  settings: SparkplugSettings,
  problems: ({ topic }) =>
    addressOf(topic) === null
      ? topicProblem('the topic has to be spBv1.0/<group>/<node>, with /<device> for one behind it')
      : [],
  filters({ topic }) {
    const address = addressOf(topic)
    if (address === null) return []
    const { group, node } = address
    // The sequence runs over everything that a node says, of its devices too.
    return [`spBv1.0/${group}/+/${node}`, `spBv1.0/${group}/+/${node}/+`]
  },
  beside({ topic }) {
    const address = addressOf(topic)
    return address === null ? [] : [`spBv1.0/${address.group}/+/${address.node}/#`]
  },
  hears({ topic }) {
    const address = addressOf(topic)
    if (address === null) return []
    const { group, node } = address
    return [`spBv1.0/${group}/NCMD/${node}`, `spBv1.0/${group}/NCMD/${node}/#`, `spBv1.0/${group}/DCMD/${node}/#`]
  },
  isPresence: topic => topic.split('/')[2] === 'NDEATH',
  decoder: ({ topic, channels }) =>
    new SparkplugSession(addressOf(topic) ?? { group: '', node: '', device: null }, channels),
}

function addressOf(topic: string): Address | null {
  const found = TOPIC.exec(topic)
  if (found === null || found[1] === 'STATE') return null
  return { group: found[1]!, node: found[2]!, device: found[3] ?? null }
}
