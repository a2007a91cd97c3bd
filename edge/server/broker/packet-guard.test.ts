import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PACKET_BYTES_MAX, packetGuard } from './packet-guard.ts'

/** A publish of so many bytes behind its fixed header. */
function packet(length: number): Buffer {
  const header = [0x30]
  let rest = length
  do {
    header.push((rest % 128) + (rest >= 128 ? 0x80 : 0))
    rest = Math.floor(rest / 128)
  } while (rest > 0)
  return Buffer.concat([Buffer.from(header), Buffer.alloc(length, 0xff)])
}

const sizes = fc.array(fc.oneof(fc.constantFrom(0, 1, 127, 128, 16_383, 16_384, PACKET_BYTES_MAX), fc.nat(5_000)), {
  maxLength: 6,
})

test('packets up to the limit pass, however the network cuts them', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 20 }),
      (lengths, cuts) => {
        const admit = packetGuard()
        const stream = Buffer.concat(lengths.map(packet))
        for (let at = 0, cut = 0; at < stream.length; cut += 1) {
          const step = cuts[cut % cuts.length]!
          expect(admit(stream.subarray(at, at + step))).toBe(true)
          at += step
        }
      },
    ),
  )
})

test('a packet one byte over the limit is refused at its header, before a byte of it is read', () => {
  const admit = packetGuard()
  expect(admit(packet(PACKET_BYTES_MAX))).toBe(true)
  const header = packet(PACKET_BYTES_MAX + 1).subarray(0, 4)
  expect([...header].map(byte => admit(Buffer.from([byte])))).toEqual([true, true, true, false])
})

test('a length of five bytes is none', () => {
  expect(packetGuard(2 ** 31)(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01]))).toBe(false)
})
