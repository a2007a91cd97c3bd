import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Unit } from '@flowviz/contract/unit'
import { decode } from '../driver/modbus/decode.ts'
import { Image } from '../driver/modbus/image.ts'
import type { Cell } from '../profile/cell.ts'
import type { FunctionCode, Profile } from '../profile/schema.ts'
import { crcHolds, findReply } from '../protocol/modbus-frame.ts'
import { bytesOfHex } from './vector.ts'

type ProfileTest = Profile['tests'][number]

/** The channels of a profile in the units of its points. */
export const channelsOf = (profile: Profile): Channel[] =>
  profile.points.map(({ key, unit }) => ({ name: key, unit: unit as Unit }))

/** What a profile makes of the dialogue of one of its own tests, by channel; what it does not say of, is not in it. */
export function proof(profile: Profile, test: ProfileTest): Record<string, Measurement> {
  const image = new Image()
  for (const exchange of [test, ...(test.also ?? [])]) {
    const [request, answer] = [bytesOfHex(exchange.tx), bytesOfHex(exchange.rx)]
    if (!crcHolds(request)) throw new Error(`the checksum of ${exchange.tx} is wrong`)
    const found = findReply(answer, request)
    if (found === null) throw new Error(`${exchange.rx} is no answer to ${exchange.tx}`)
    image.put(cellOfRequest(request), { ok: true, registers: registersOf(found.frame), raw: exchange.rx })
  }
  const measured = channelsOf(profile).flatMap(channel => decode(profile, channel, image) ?? [])
  return Object.fromEntries(measured.map(measurement => [measurement.channel, measurement]))
}

function cellOfRequest(request: Uint8Array): Cell {
  const view = new DataView(request.buffer)
  return { fc: request[1] as FunctionCode, address: view.getUint16(2), count: view.getUint16(4) }
}

function registersOf(frame: Uint8Array): number[] {
  const bytes = frame.subarray(3, -2)
  if (frame[1]! <= 2) return Array.from({ length: bytes.length * 8 }, (_, at) => (bytes[at >> 3]! >> (at & 7)) & 1)
  return Array.from({ length: bytes.length / 2 }, (_, at) => (bytes[at * 2]! << 8) | bytes[at * 2 + 1]!)
}
