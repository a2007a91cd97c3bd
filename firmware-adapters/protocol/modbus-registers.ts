export type WordOrder = 'ABCD' | 'CDAB' | 'BADC' | 'DCBA'
export type RegisterType = 'int16' | 'uint16' | 'int32' | 'uint32' | 'float32' | 'int64' | 'uint64' | 'float64'

const WORDS = { int16: 1, uint16: 1, int32: 2, uint32: 2, float32: 2, int64: 4, uint64: 4, float64: 4 } as const

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
 * A number out of registers, before any scale. Null when there are too few registers, when a float is not a number,
 * or when a 64-bit integer is larger than a double can hold exactly.
 */
export function numberOf(registers: readonly number[], type: RegisterType, order: WordOrder = 'ABCD'): number | null {
  if (registers.length < WORDS[type]) return null
  const view = bigEndian(registers.slice(0, WORDS[type]), order)
  const value = read(view, type)
  return Number.isFinite(value) && (type.startsWith('float') || Number.isSafeInteger(value)) ? value : null
}

function read(view: DataView, type: RegisterType): number {
  switch (type) {
    case 'int16':
      return view.getInt16(0)
    case 'uint16':
      return view.getUint16(0)
    case 'int32':
      return view.getInt32(0)
    case 'uint32':
      return view.getUint32(0)
    case 'float32':
      return view.getFloat32(0)
    case 'int64':
      return Number(view.getBigInt64(0))
    case 'uint64':
      return Number(view.getBigUint64(0))
    case 'float64':
      return view.getFloat64(0)
  }
}
