const NAMES: Record<number, string> = { 2: '␂', 3: '␃', 9: '␉', 10: '␊', 13: '␍', 27: '␛' }

/** A frame (hex) as text: printable ASCII as it is, control characters by their picture, other bytes as dots. */
export function frameText(hex: string): string {
  return (hex.match(/../g) ?? [])
    .map(pair => {
      const byte = Number.parseInt(pair, 16)
      return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : (NAMES[byte] ?? '·')
    })
    .join('')
}
