/** Where a page ended, as opaque text that fits into an address. */
export function cursorOf(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}
