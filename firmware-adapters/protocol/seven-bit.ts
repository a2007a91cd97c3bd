/** True for a character of a text protocol; bit 7 may carry the parity. */
export const printable = (byte: number) => (byte & 0x7f) >= 0x20 && (byte & 0x7f) < 0x7f

/** Seven-bit text of these bytes; null when something unprintable stands inside. */
export function textOf(bytes: Uint8Array): string | null {
  let text = ''
  for (const byte of bytes) {
    if (!printable(byte)) return null
    text += String.fromCharCode(byte & 0x7f)
  }
  return text
}

/** True when bit 7 is clear in every byte, or is the even or the odd parity of every byte (an 8N1 port on a 7E1 line). */
export function parityHolds(bytes: Uint8Array): boolean {
  const seen = { clear: true, even: true, odd: true }
  for (const byte of bytes) {
    let ones = 0
    for (let bit = 0; bit < 8; bit++) ones += (byte >> bit) & 1
    if (byte & 0x80) seen.clear = false
    if (ones % 2 === 0) seen.odd = false
    else seen.even = false
  }
  return seen.clear || seen.even || seen.odd
}
