import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfHex, vectors, vectorsPresent } from '../testing/vector.ts'
import { crcHolds, findReply, withCrc } from './modbus-frame.ts'
import { takeMbap } from './modbus-mbap.ts'
import { numberOf, type RegisterType, type WordOrder } from './modbus-registers.ts'

const rtu = vectors('modbus-rtu')
const word = (high: number, low: number) => (high << 8) | low

/** A request that the reply of this vector answers. */
function requestOf(frame: Uint8Array): Uint8Array {
  const [unit = 0, code = 0, size = 0] = frame
  const fc = code & 0x7f
  const quantity = fc <= 2 ? size * 8 : size / 2
  return withCrc(Uint8Array.of(unit, fc, 0, 0, 0, code & 0x80 || fc > 4 ? 1 : quantity))
}

const registersOf = (frame: Uint8Array) =>
  Array.from({ length: frame[2]! / 2 }, (_, at) => word(frame[3 + at * 2]!, frame[4 + at * 2]!))

test.skipIf(!vectorsPresent)('every recorded frame carries the checksum that we compute', () => {
  expect(rtu.length).toBeGreaterThan(15)
  for (const { id, hex } of rtu) expect(crcHolds(bytesOfHex(hex)), id).toBe(true)
})

test.skipIf(!vectorsPresent)(
  'every recorded reply is found, whatever stands before it, and holds what it should',
  () => {
    for (const { id, hex, dir, expect: meant } of rtu) {
      if (dir === 'tx') continue
      const frame = bytesOfHex(hex)
      const request = requestOf(frame)
      expect(findReply(frame, request), id).toEqual({ frame, noise: 0 })
      const garbage = Uint8Array.of(frame[0]!, frame[1]!, 0x55, ...frame)
      expect(findReply(garbage, request)?.frame, id).toEqual(frame)
      for (let length = 0; length < frame.length; length++)
        expect(findReply(frame.slice(0, length), request), `${id} cut`).toBeNull()
      if (meant.regs !== undefined && meant.fc !== 16) expect(registersOf(frame), id).toEqual(meant.regs)
      if (meant.int16 !== undefined) expect(numberOf(registersOf(frame), 'int16'), id).toBe(meant.int16)
      if (meant.float32be !== undefined) expect(numberOf(registersOf(frame), 'float32'), id).toBe(meant.float32be)
      if (meant.exception !== undefined) expect(frame[2], id).toBe(meant.exception)
    }
  },
)

test('a reply with a flipped bit, of another unit, code or length is none', () => {
  const request = withCrc(Uint8Array.of(1, 4, 0, 1, 0, 2))
  const reply = bytesOfHex('010404013102222ace')
  for (let bit = 0; bit < reply.length * 8; bit++) {
    const bent = reply.slice()
    bent[bit >> 3] = bent[bit >> 3]! ^ (1 << (bit & 7))
    expect(findReply(bent, request)).toBeNull()
  }
  const others = [
    [2, 4, 4, 1, 0x31, 2, 0x22],
    [1, 3, 4, 1, 0x31, 2, 0x22],
    [1, 4, 2, 1, 0x31],
  ]
  for (const body of others) expect(findReply(withCrc(Uint8Array.from(body)), request)).toBeNull()
})

test('the echo of a read of coils is not taken for the coils, though it has their form', () => {
  const request = withCrc(Uint8Array.of(1, 1, 3, 0x55, 0, 20))
  const reply = withCrc(Uint8Array.of(1, 1, 3, 0xaa, 0x0f, 0x01))
  expect(findReply(request, request)).toBeNull()
  expect(findReply(Uint8Array.of(...request, ...reply), request)?.frame).toEqual(reply)
})

test('whatever the bytes are, nothing is thrown, and a frame that is found is whole and has its checksum', () => {
  const requests = [1, 2, 3, 4].map(code => withCrc(Uint8Array.of(1, code, 0, 1, 0, 2)))
  const start = fc.constantFrom([], [1, 1], [1, 3, 4], [1, 0x84, 2], [0, 1, 0, 0, 0, 6])
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
      const bytes = Uint8Array.of(...head, ...tail)
      for (const request of requests) {
        const found = findReply(bytes, request)
        if (found !== null) expect(crcHolds(found.frame)).toBe(true)
      }
      const taken = takeMbap(bytes)
      if (typeof taken !== 'string') expect(taken.frame.body.length + taken.rest.length + 6).toBe(bytes.length)
    }),
    { numRuns: 3_000 },
  )
})

test.skipIf(!vectorsPresent)('bits come out of their bytes with the first in the lowest place', () => {
  const inputs = rtu.filter(({ expect: meant }) => Array.isArray(meant.bits))
  expect(inputs.length).toBeGreaterThan(0)
  for (const { id, hex, expect: meant } of inputs) {
    const bits = meant.bits as number[]
    const frame = bytesOfHex(hex)
    expect(
      bits.map((_, at) => (frame[3 + (at >> 3)]! >> (at & 7)) & 1),
      id,
    ).toEqual(bits)
  }
})

test.skipIf(!vectorsPresent)('values come out of their registers in all four orders', () => {
  const words = vectors('modbus-words')
  expect(words.length).toBeGreaterThan(15)
  for (const { id, hex, expect: meant } of words) {
    const bytes = bytesOfHex(hex)
    const registers = Array.from({ length: bytes.length / 2 }, (_, at) => word(bytes[at * 2]!, bytes[at * 2 + 1]!))
    expect(numberOf(registers, meant.type as RegisterType, meant.order as WordOrder), id).toBe(meant.value)
  }
})

test('what is not a number is null', () => {
  expect(numberOf([0x7fc0, 0], 'float32')).toBeNull()
  expect(numberOf([0xffff, 0xffff], 'float32')).toBeNull()
  expect(numberOf([1], 'uint32')).toBeNull()
})

test.skipIf(!vectorsPresent)('a Modbus TCP frame is taken off the stream only when it is whole', () => {
  for (const { id, hex, expect: meant } of vectors('modbus-tcp')) {
    const bytes = bytesOfHex(hex)
    for (let length = 0; length < bytes.length; length++) expect(takeMbap(bytes.slice(0, length)), id).toBe('more')
    const taken = takeMbap(Uint8Array.of(...bytes, 0xaa))
    if (typeof taken === 'string') throw new Error(`${id}: ${taken}`)
    expect(taken.frame.transaction, id).toBe(meant.tid)
    expect(taken.frame.body[0], id).toBe(meant.unit)
    expect(taken.rest, id).toEqual(Uint8Array.of(0xaa))
  }
  expect(takeMbap(Uint8Array.of(0, 1, 0, 9, 0, 3, 1, 0x83, 2))).toBe('broken')
})
