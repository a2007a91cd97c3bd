import Type from 'typebox'

/** The id of a site, device, channel, station or MQTT identity: lower case, digits and dashes, at most 40. */
export const Name = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$', examples: ['scale-1'] })

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

/** True for text that is a Name. */
export function isName(text: string): boolean {
  return NAME.test(text)
}
