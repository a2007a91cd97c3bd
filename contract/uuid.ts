import Type from 'typebox'

/** A UUID version 7 (RFC 9562): sorts by the time it was made. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  examples: ['019ab0a2-5c00-7000-8000-000000000001'],
})

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for the text of a UUID version 7, lower case. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/**
 * Makes UUIDs from a clock (ms since 1970) and a source of random bytes; ids made in one millisecond stay in order
 * (RFC 9562, 6.2 method 1: the 12 bits of rand_a count up).
 */
export function uuidMaker(now: () => number, randomBytes: (count: number) => Uint8Array): () => string {
  let last = 0
  let counter = 0
  return () => {
    const ms = now()
    if (ms > last) {
      last = ms
      counter = 0
    } else if (++counter > 0xfff) {
      // More than 4096 ids in a millisecond, or a clock that went back: borrow the next millisecond.
      last += 1
      counter = 0
    }
    const random = randomBytes(8)
    random[0] = (random[0]! & 0x3f) | 0x80
    let tail = ''
    for (const byte of random) tail += byte.toString(16).padStart(2, '0')
    const time = last.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}
