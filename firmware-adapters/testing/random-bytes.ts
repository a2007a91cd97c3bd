/** 64 KiB from a seed, each byte as likely as any other (xorshift32). */
export function randomBytes(seed: number): Uint8Array {
  let state = (seed ^ 0x9e3779b9) | 1
  return Uint8Array.from({ length: 65_536 }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}
