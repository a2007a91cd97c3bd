import Type from 'typebox'
import type { Family } from './family.ts'
import { decodePlainJson } from './plain-json.ts'

/** Plain JSON: `transport.topic` is the topic itself; a channel's path leads to its value. It needs no settings. */
export const mqttJsonFamily: Family<Record<never, never>> = {
  id: 'mqtt-json',
  settings: Type.Object({}, { additionalProperties: false }),
  problems: () => [],
  filters: ({ topic }) => [topic],
  beside: () => [],
  isPresence: () => false,
  decoder: ({ channels }) => ({
    hear({ payload }) {
      const decoded = decodePlainJson(payload, channels)
      if (!decoded.ok) return { kind: 'noise', cause: decoded.cause }
      return { kind: 'told', told: decoded.measurements.map(measurement => ({ measurement, at_ms: null })), key: null }
    },
  }),
}
