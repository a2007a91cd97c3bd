/** A UUID as its 16 bytes: what an index holds, less than half of the text. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}
