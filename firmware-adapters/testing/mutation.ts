/** A way in which a line may deliver the same frame: the chunks that arrive. */
export interface Mutation {
  name: string
  chunks(frame: Uint8Array): Uint8Array[]
}

/** Cut in two, at every position. */
export function cuts(length: number): Mutation[] {
  return Array.from({ length: length + 1 }, (_, at) => ({
    name: `cut after byte ${at}`,
    chunks: frame => [frame.slice(0, at), frame.slice(at)],
  }))
}

export const whole: Mutation = { name: 'whole', chunks: frame => [frame] }

export const byteByByte: Mutation = {
  name: 'byte by byte',
  chunks: frame => Array.from(frame, byte => Uint8Array.of(byte)),
}

export const doubled: Mutation = { name: 'twice back to back', chunks: frame => [frame, frame] }

/** 1 to 20 bytes of noise before the frame, none of them printable or a terminator. */
export const afterGarbage: Mutation[] = Array.from({ length: 20 }, (_, at) => ({
  name: `after ${at + 1} bytes of garbage`,
  chunks: (frame: Uint8Array) => [Uint8Array.from({ length: at + 1 }, (_, index) => (at * 7 + index * 5) % 9), frame],
}))

/** Bit 7 set by even parity: an 8N1 port on a 7E1 line. */
export const evenParity: Mutation = { name: 'with even parity in bit 7', chunks: frame => [frame.map(withParity)] }

function withParity(byte: number): number {
  let ones = 0
  for (let bit = 0; bit < 7; bit++) ones += (byte >> bit) & 1
  return ones % 2 === 0 ? byte : byte | 0x80
}
