import Type from 'typebox'
import { type Family, NOTHING } from './family.ts'
import { decodePlainJson } from './plain-json.ts'
import { topicMatches } from './topic.ts'

/** Plain JSON: `transport.topic` is the topic itself; a channel's path leads to its value. It needs no settings. */
export const mqttJsonFamily: Family<Record<never, never>> = {
  id: 'mqtt-json',
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
