import { REGISTERS_OF, type RegisterType, type WordOrder } from '../protocol/modbus-registers.ts'

/** A number as a device of this type and order holds it in its registers; the way back of `exactOf`. */
export function registersOf(value: number, type: RegisterType, order: WordOrder = 'ABCD'): number[] {
  const view = new DataView(new ArrayBuffer(REGISTERS_OF[type] * 2))
  if (type === 'float32') view.setFloat32(0, value)
  else if (type === 'float64') view.setFloat64(0, value)
  else setInteger(view, bitsOf(BigInt(Math.round(value)), type))
  const swapped = order === 'BADC' || order === 'DCBA'
  const words = Array.from({ length: REGISTERS_OF[type] }, (_, at) => view.getUint16(at * 2, swapped))
  return order === 'CDAB' || order === 'DCBA' ? words.toReversed() : words
}

/** The integer whose bits stand for a value of a type that is no float. */
function bitsOf(value: bigint, type: RegisterType): bigint {
  const size = value < 0n ? -value : value
  if (type.startsWith('bcd')) return BigInt(`0x${size}`)
  if (type.startsWith('mod10k'))
    return Array.from({ length: REGISTERS_OF[type] }, (_, at) => at).reduce(
      (bits, at) => bits | (((size / 10_000n ** BigInt(at)) % 10_000n) << BigInt(at * 16)),
      0n,
    )
  if (type.startsWith('sign') && value < 0n) return size | (1n << BigInt(REGISTERS_OF[type] * 16 - 1))
  return type.startsWith('sign') ? size : value
}

function setInteger(view: DataView, bits: bigint): void {
  for (let at = 0, rest = bits; at < view.byteLength / 2; at++, rest >>= 16n)
    view.setUint16(view.byteLength - 2 - at * 2, Number(BigInt.asUintN(16, rest)))
}
