/** A field of a protobuf message: a varint, eight or four bytes, or bytes with a length. */
export type Field = { number: number } & (
  | { type: 'varint'; value: bigint }
  | { type: 'fixed64'; value: DataView }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'fixed32'; value: DataView }
)

const VARINT_BYTES_MAX = 10
const NUMBER_MAX = 0x1fff_ffff

/** The fields of a protobuf message in their order; null when the bytes are no such message. Groups are none. */
export function readFields(bytes: Uint8Array): Field[] | null {
  const fields: Field[] = []
  let at = 0
  const varint = (): bigint | null => {
    let value = 0n
    for (let count = 0; count < VARINT_BYTES_MAX && at < bytes.length; count += 1) {
      const byte = bytes[at]!
      at += 1
      value |= BigInt(byte & 0x7f) << BigInt(7 * count)
      if (byte < 0x80) return value <= 0xffff_ffff_ffff_ffffn ? value : null
    }
    return null
  }
  const take = (length: number): Uint8Array | null => {
    if (length > bytes.length - at) return null
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const tag = varint()
    if (tag === null || tag >> 3n > NUMBER_MAX || tag >> 3n === 0n) return null
    const field = fieldOf(Number(tag >> 3n), Number(tag & 7n), { varint, take })
    if (field === null) return null
    fields.push(field)
  }
  return fields
}

interface Source {
  varint(): bigint | null
  take(length: number): Uint8Array | null
}

function fieldOf(number: number, wire: number, { varint, take }: Source): Field | null {
  if (wire === 0) {
    const value = varint()
    return value === null ? null : { number, type: 'varint', value }
  }
  const length = wire === 1 ? 8n : wire === 5 ? 4n : wire === 2 ? varint() : null
  const value = length === null ? null : take(Number(length))
  if (value === null) return null
  if (wire === 2) return { number, type: 'bytes', value }
  const view = new DataView(value.buffer, value.byteOffset, value.length)
  return wire === 1 ? { number, type: 'fixed64', value: view } : { number, type: 'fixed32', value: view }
}
