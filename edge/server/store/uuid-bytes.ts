/** A UUID as its 16 bytes: what an index holds, less than half of the text. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

/** The text of 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  return uuidOfHex(Buffer.from(bytes).toString('hex'))
}

/** The same from the digits that `lower(hex(...))` gives: a Buffer for each of many rows costs more than the row. */
export function uuidOfHex(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
