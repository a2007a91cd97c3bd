import Type, { type Static } from 'typebox'

/** Plain JSON needs no settings: the paths stand at the channels. */
export const MqttJsonSettings = Type.Object({}, { additionalProperties: false })
export type MqttJsonSettings = Static<typeof MqttJsonSettings>
