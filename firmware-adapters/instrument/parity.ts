export type ParitySeen = 'none' | 'even' | 'odd' | 'binary'

/** Share of the bytes that has to agree; noise on the line flips some. */
const MOST = 0.98
/** With fewer bytes any parity may fit by chance. */
const LEAST = 8

/**
 * What bit 7 tells of a line that was opened 8N1: never set, it is 8N1 or 7 bits with a space; the parity of the other
 * seven, it is 7E1 or 7O1, which have frames of the same ten bits. Neither: all eight bits are data. Null: too few bytes.
 */
export function parityOf(bytes: Uint8Array): ParitySeen | null {
  if (bytes.length < LEAST) return null
  let [clear, even, odd] = [0, 0, 0]
  for (const byte of bytes) {
    if ((byte & 0x80) === 0) clear += 1
    if (ones(byte) % 2 === 0) even += 1
    else odd += 1
  }
  const most = bytes.length * MOST
  if (clear >= most) return 'none'
  if (even >= most) return 'even'
  return odd >= most ? 'odd' : 'binary'
}

/** The line format that a parity means; of binary bytes it may as well be 8E1. */
export const FORMAT_OF = { none: '8N1', even: '7E1', odd: '7O1', binary: '8N1' } as const

function ones(byte: number): number {
  let count = 0
  for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1
  return count
}
