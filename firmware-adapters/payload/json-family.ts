import Type from 'typebox'
import { climateAt } from './climate.ts'
import { type Family, NOTHING } from './family.ts'
import { decodePlainJson } from './plain-json.ts'
import { topicMatches } from './topic.ts'

/** Plain JSON: `transport.topic` is the topic itself; a channel's path leads to its value. It needs no settings. */
export const mqttJsonFamily: Family<Record<never, never>> = {
  id: 'mqtt-json',
  about: {
    title: 'Plain JSON, or a bare number, on a topic of its own',
    makers: { 'Any other maker': 'sensors and gateways that publish JSON over MQTT' },
    bench: [
      'Let it publish with QoS 1 and without the retain flag: what a broker remembers is never fresh.',
      'The path of a channel leads to its number, `climate.temp`; `$` is a message that is only a number.',
      'JSON says no unit: the one of the channel has to be the one that the sensor means.',
    ],
    grade: 'silver',
    example: { topic: 'plant/cold-1/climate', channels: climateAt('climate.temp', 'climate.humidity') },
  },
  settings: Type.Object({}, { additionalProperties: false }),
  problems: () => [],
  filters: ({ topic }) => [topic],
  beside: () => [],
  isPresence: () => false,
  decoder: ({ topic: filter, channels }) => ({
    hear({ topic, payload }) {
      // A broker goes on with what was subscribed to before the configuration changed.
      if (!topicMatches(filter, topic)) return NOTHING
      const decoded = decodePlainJson(payload, channels)
      if (!decoded.ok) return { kind: 'noise', cause: decoded.cause }
      return { kind: 'told', told: decoded.measurements.map(measurement => ({ measurement, at_ms: null })), key: null }
    },
  }),
}
