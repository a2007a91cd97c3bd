const NAMES: Record<number, string> = { 2: '<STX>', 3: '<ETX>', 9: '<HT>', 10: '<LF>', 13: '<CR>', 27: '<ESC>' }

/** A frame (hex) as text: printable ASCII as it is, control characters by the names that manuals give them, others as dots. */
export function frameText(hex: string): string {
  return (hex.match(/../g) ?? [])
    .map(pair => {
      const byte = Number.parseInt(pair, 16)
      return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : (NAMES[byte] ?? '·')
    })
    .join('')
}
