import type { Channel } from '@flowviz/contract/device'
import Type from 'typebox'
import { type Decoded, NOTHING, pathOf } from './family.ts'
import { findPath, switchOf } from './json-tree.ts'
import { decodeMilesight } from './milesight-tlv.ts'
import { historicalOf, type Told, toldOf } from './told.ts'
import type { Uplink } from './uplink.ts'

export type Codec = 'object' | 'milesight'

/** Who makes values of the bytes of a frame. */
export const codecSetting = (usual: Codec) =>
  Type.Enum(['object', 'milesight'] as Codec[], {
    title: 'Codec',
    description:
      'object: the network server decodes, and a path leads into its object. milesight: FlowViz decodes the frame, and the paths are battery, temperature, humidity and door.',
    default: usual,
  })

export const PORT_SETTING = Type.Integer({
  title: 'Port of the values',
  description: 'Frames on other ports carry no values; only for the codec of FlowViz.',
  minimum: 1,
  maximum: 223,
  default: 85,
})

export interface Codes {
  codec: Codec
  f_port: number
}

/** What an uplink tells about the channels. One that is not in it was not told. */
export function uplinkTold(
  uplink: Uplink,
  { codec, f_port }: Codes,
  { channels, payload }: { channels: readonly Channel[]; payload: Uint8Array },
): Decoded {
  const subject = { channels, payload, at_ms: uplink.at_ms }
  if (codec === 'object') return answer(objectTold(uplink.object, subject), uplink)
  if (uplink.f_port !== f_port || uplink.data === null) return NOTHING
  const { quantities, rest } = decodeMilesight(uplink.data)
  const told = quantities.flatMap(({ path, said, unit, kept_ms }) =>
    channels
      .filter(channel => pathOf(channel) === path)
      .map(channel => {
        const one = toldOf(channel, said, { unit, at_ms: kept_ms ?? uplink.at_ms, payload })
        return kept_ms === null ? one : historicalOf(one)
      }),
  )
  if (quantities.length === 0 && rest > 0) return { kind: 'noise', cause: `${rest} bytes of an unknown sensor` }
  return answer(told, uplink)
}

interface Wanted {
  channels: readonly Channel[]
  payload: Uint8Array
  at_ms: number | null
}

/** What an object of the network server says; its units are those that its codec has, so the configured ones. */
export function objectTold(object: unknown, { channels, payload, at_ms }: Wanted): Told[] {
  return channels.flatMap(channel => {
    const found = findPath(object, pathOf(channel))
    if (found === undefined) return []
    return [toldOf(channel, switchOf(found), { unit: typeof found === 'boolean' ? '1' : null, at_ms, payload })]
  })
}

const answer = (told: Told[], { key }: Uplink): Decoded => (told.length === 0 ? NOTHING : { kind: 'told', told, key })
