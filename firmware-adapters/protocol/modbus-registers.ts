export type WordOrder = 'ABCD' | 'CDAB' | 'BADC' | 'DCBA'

/** How many registers each type fills. */
export const REGISTERS_OF = {
  int16: 1,
  uint16: 1,
  int32: 2,
  uint32: 2,
  float32: 2,
  int64: 4,
  uint64: 4,
  float64: 4,
  // The highest bit is the sign, the others the size.
  sign16: 1,
  sign32: 2,
  // A decimal digit in every four bits.
  bcd16: 1,
  bcd32: 2,
  bcd64: 4,
  // Every register holds four decimal digits as a number, the highest first.
  mod10k32: 2,
  mod10k48: 3,
  mod10k64: 4,
} as const
export type RegisterType = keyof typeof REGISTERS_OF

/** A number of exactly `integer` times ten to the power of minus `places`. */
export interface Exact {
  integer: bigint
  places: number
}

/** The bytes of the registers with the most significant first, whichever order the maker chose. */
function bigEndian(registers: readonly number[], order: WordOrder): DataView {
  const words = order === 'CDAB' || order === 'DCBA' ? registers.toReversed() : registers
  const swapped = order === 'BADC' || order === 'DCBA'
  const view = new DataView(new ArrayBuffer(words.length * 2))
  words.forEach((word, at) => {
    view.setUint16(at * 2, word & 0xffff, swapped)
  })
  return view
}

/**
 * What registers hold, exactly, before any scale. Null when there are too few registers, or when what they hold is no
 * number: NaN, an infinity, a digit above 9. A float is the shortest decimal that stands for it: 21.3, never
 * 21.299999237060547.
 */
export function exactOf(registers: readonly number[], type: RegisterType, order: WordOrder = 'ABCD'): Exact | null {
  const size = REGISTERS_OF[type]
  if (registers.length < size) return null
  const view = bigEndian(registers.slice(0, size), order)
  const value = read(view, type)
  if (value === null) return null
  return typeof value === 'bigint' ? { integer: value, places: 0 } : exactFloat(value, type === 'float32')
}

/** The same as a number; null too for an integer that is larger than a double can hold exactly. */
export function numberOf(registers: readonly number[], type: RegisterType, order: WordOrder = 'ABCD'): number | null {
  const exact = exactOf(registers, type, order)
  if (exact === null) return null
  const { integer, places } = exact
  const value = places === 0 ? Number(integer) : Number(`${integer}e-${places}`)
  return type.startsWith('float') || Number.isSafeInteger(value) ? value : null
}

/** Text of two characters a register, high byte first (low byte first in BADC), without what fills it up. */
export function textOf(registers: readonly number[], order: WordOrder = 'ABCD'): string {
  const view = bigEndian(registers, order)
  const text = Array.from({ length: view.byteLength }, (_, at) => String.fromCharCode(view.getUint8(at))).join('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: devices fill a text up with NUL.
  return text.replace(/[\u0000 ]+$/, '').trimStart()
}

function read(view: DataView, type: RegisterType): bigint | number | null {
  switch (type) {
    case 'int16':
      return BigInt(view.getInt16(0))
    case 'uint16':
      return BigInt(view.getUint16(0))
    case 'int32':
      return BigInt(view.getInt32(0))
    case 'uint32':
      return BigInt(view.getUint32(0))
    case 'float32':
      return view.getFloat32(0)
    case 'int64':
      return view.getBigInt64(0)
    case 'uint64':
      return view.getBigUint64(0)
    case 'float64':
      return view.getFloat64(0)
    case 'sign16':
      return signed(BigInt(view.getUint16(0)), 15n)
    case 'sign32':
      return signed(BigInt(view.getUint32(0)), 31n)
    case 'bcd16':
    case 'bcd32':
    case 'bcd64':
      return digits(view)
    case 'mod10k32':
    case 'mod10k48':
    case 'mod10k64':
      return fours(view)
  }
}

function signed(word: bigint, bit: bigint): bigint {
  const size = word & ((1n << bit) - 1n)
  return word >> bit === 1n ? -size : size
}

function digits(view: DataView): bigint | null {
  const text = Array.from({ length: view.byteLength }, (_, at) => view.getUint8(at).toString(16).padStart(2, '0')).join(
    '',
  )
  return /^\d+$/.test(text) ? BigInt(text) : null
}

function fours(view: DataView): bigint | null {
  let sum = 0n
  for (let at = 0; at < view.byteLength; at += 2) {
    const word = view.getUint16(at)
    if (word > 9_999) return null
    sum = sum * 10_000n + BigInt(word)
  }
  return sum
}

const FLOAT32_DIGITS_MAX = 9

function exactFloat(value: number, single: boolean): Exact | null {
  if (!Number.isFinite(value)) return null
  const [mantissa = '', exponent = ''] = shortest(value, single).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const integer = BigInt(whole + fraction)
  return places >= 0 ? { integer, places } : { integer: integer * 10n ** BigInt(-places), places: 0 }
}

/** The fewest digits that are read back as the same float, as `d.ddde±n`. */
function shortest(value: number, single: boolean): string {
  if (single)
    for (let digits = 0; digits < FLOAT32_DIGITS_MAX; digits++) {
      const text = value.toExponential(digits)
      if (Math.fround(Number(text)) === value) return text
    }
  return value.toExponential()
}
