import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { afterGarbage, cuts, doubled, evenParity, type Mutation } from '../../testing/mutation.ts'
import { randomBytes } from '../../testing/random-bytes.ts'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../../testing/vector.ts'
import { type Decoded, decode } from './decode.ts'
import { commandBytes, SicsFramer } from './frame.ts'
import { measurementOf } from './measurement.ts'

const rx = vectors('mt-sics').filter(({ dir }) => dir === 'rx')
const tx = vectors('mt-sics').filter(({ dir }) => dir === 'tx')
const KG = { name: 'weight', unit: 'kg' as const }

/** What the frames in these chunks say, noise left out. */
function read(chunks: Uint8Array[]): Decoded[] {
  const framer = new SicsFramer(() => undefined)
  framer.reset(true)
  const frames = chunks.flatMap(chunk => framer.push(chunk))
  return frames.map(decode).filter(({ kind }) => kind !== 'noise')
}

test.skipIf(!vectorsPresent)('every recorded reply of a scale decodes to what it means', () => {
  expect(rx.length).toBeGreaterThan(15)
  for (const { id, hex, expect: meant } of rx) expect(decode(bytesOfHex(hex)), id).toMatchObject(meant)
})

test.skipIf(!vectorsPresent)('a reply is the same however its bytes arrive', () => {
  for (const { id, hex, expect: meant } of rx) {
    const frame = bytesOfHex(hex)
    const ways: Mutation[] = [...cuts(frame.length), ...afterGarbage, evenParity]
    for (const way of ways) expect(read(way.chunks(frame)), `${id} ${way.name}`).toMatchObject([meant])
    expect(read(doubled.chunks(frame)), id).toMatchObject([meant, meant])
  }
})

test.skipIf(!vectorsPresent)('a reply that is cut off says nothing', () => {
  for (const { id, hex } of rx) {
    const frame = bytesOfHex(hex)
    for (let length = 0; length < frame.length; length++)
      expect(read([frame.slice(0, length)]), `${id} after ${length} bytes`).toEqual([])
  }
})

test.skipIf(!vectorsPresent)('commands are written as the manual writes them', () => {
  for (const { id, hex, expect: meant } of tx) expect(hexOfBytes(commandBytes(String(meant.cmd))), id).toBe(hex)
})

const saysOf = (text: string) => decode(Buffer.from(`${text}\r\n`, 'latin1'))

test('what scales of other makers print is read for what it means', () => {
  const weight = (value: string, unit: string) => ({ kind: 'weight', value, unit })
  const cases: [string, object][] = [
    ['S S    +100.00 g', weight('100.00', 'g')],
    ['S D   +  0.500 kg', weight('0.500', 'kg')],
    ['S S   -  0.500 kg', weight('-0.500', 'kg')],
    ['S S        100 g', weight('100', 'g')],
    ['S S         12 pcs', weight('12', 'pcs')],
    ['S S     12.500 ct', weight('12.500', 'ct')],
    ['S S           ', { kind: 'status', cmd: 'S', code: 'no_value' }],
    ['S D            kg', { kind: 'status', cmd: 'S', code: 'no_value' }],
    ['SI +', { kind: 'status', cmd: 'SI', code: 'overload' }],
    ['SI+', { kind: 'status', cmd: 'SI', code: 'overload' }],
    ['SI-', { kind: 'status', cmd: 'SI', code: 'underload' }],
    ['S ^', { kind: 'status', cmd: 'S', code: 'overload' }],
    ['S v', { kind: 'status', cmd: 'S', code: 'underload' }],
    ['T E', { kind: 'status', cmd: 'T', code: 'busy_or_timeout' }],
    ['S S Error 10b', { kind: 'status', cmd: 'S', code: 'device_error', detail: '10b' }],
    ['T S      +2.486 g', { kind: 'ack', cmd: 'T', value: '2.486' }],
  ]
  for (const [text, meant] of cases) expect(saysOf(text), text).toMatchObject(meant)
})

test('a mass frame of Radwag is read by its columns, and one that is not as wide is none', () => {
  const frames = [
    [['S', ' ', '-', '8.5', 'g'], { kind: 'weight', cmd: 'S', stable: true, value: '-8.5', unit: 'g' }],
    [['SI', '?', ' ', '18.5', 'kg'], { kind: 'weight', cmd: 'SI', stable: false, value: '18.5', unit: 'kg' }],
    [['SI', ' ', ' ', '18.50', 'kg'], { kind: 'weight', cmd: 'SI', stable: true, value: '18.50', unit: 'kg' }],
    [['SU', ' ', '-', '172.135', 'N'], { kind: 'weight', cmd: 'S', value: '-172.135', unit: 'N' }],
    [['SUI', '?', '-', '58.237', 'kg'], { kind: 'weight', cmd: 'SI', stable: false, value: '-58.237' }],
    [['S', ' ', ' ', '12345', 'pcs'], { kind: 'weight', value: '12345', unit: 'pcs' }],
    [['SI', '^', ' ', '18.5', 'kg'], { kind: 'status', cmd: 'SI', code: 'overload' }],
    [['SI', 'v', ' ', '18.5', 'kg'], { kind: 'status', cmd: 'SI', code: 'underload' }],
  ] as const
  for (const [[cmd, marker, sign, mass, unit], meant] of frames) {
    const text = `${cmd.padEnd(3)}${marker} ${sign}${mass.padStart(9)} ${unit.padEnd(3)}`
    expect(saysOf(text), text).toMatchObject(meant)
    expect(read([evenParity.chunks(Buffer.from(`${text}\r\n`))[0]!]), text).toMatchObject([meant])
    expect(saysOf(text.slice(0, 4) + text.slice(5)), text).toMatchObject(meant)
  }
  expect(saysOf('SI ^    ------ kg ')).toMatchObject({ kind: 'status', code: 'overload' })
  expect(saysOf('SI ?  18.5 kg')).toMatchObject({ kind: 'weight', stable: false, value: '18.5' })
  expect(saysOf('T D')).toMatchObject({ kind: 'ack', cmd: 'T' })
  expect(saysOf('Z ^')).toMatchObject({ kind: 'status', cmd: 'Z', code: 'overload' })
  expect(saysOf('SU E')).toMatchObject({ kind: 'status', cmd: 'SU', code: 'busy_or_timeout' })
  // "S A" says that the weight follows; it is no answer. Neither is a reply of Mettler Toledo that has lost its S or D.
  for (const text of ['S A', 'SI A', 'S      129.07 g', 'S     561.348 kg', 'S       12345 pcs'])
    expect(saysOf(text), text).toEqual({ kind: 'noise' })
})

test('what is no reply of a scale is no weight: other cases, other ends, numbers that are none, echoes', () => {
  const none = ['s s     100.00 g', 'S S     1e5 g', 'S S     10,095 kg', 'S S     .500 kg', 'S S     1.2.3 kg']
  for (const text of [...none, 'SI', 'S A', 'S S     100.00 g x', 'S S  \0  100.00 g', 'S S  1 00.00 g'])
    expect(saysOf(text), text).toEqual({ kind: 'noise' })
  for (const end of ['\n', '\r', '\n\r']) expect(read([Buffer.from(`S S     100.00 g${end}`)]), end).toEqual([])
})

test('two replies glued together are two, and megabytes without an end are only counted', () => {
  const two = Buffer.from('S S     100.00 g\r\nS S     200.00 g\r\n')
  expect(read([two])).toMatchObject([{ value: '100.00' }, { value: '200.00' }])
  let noise = 0
  const framer = new SicsFramer(bytes => {
    noise += bytes
  })
  framer.reset(true)
  const chunk = Buffer.alloc(65_536, 'S S 1 ')
  for (let at = 0; at < 64; at++) expect(framer.push(chunk)).toEqual([])
  // All but what may still become a line.
  expect(noise).toBeGreaterThan(64 * 65_536 - 513)
  expect(framer.push(Buffer.from('\r\nS S     100.00 g\r\n'))).toHaveLength(1)
})

test('printable garbage before a weight leaves the weight as it was', () => {
  expect(read([Buffer.from('S D   12S S     100.00 g\r\n')])).toMatchObject([{ kind: 'weight', value: '100.00' }])
})

test('a byte whose parity does not fit those beside it makes the frame noise', () => {
  const frame = evenParity.chunks(Buffer.from('S S     100.00 g\r\n'))[0]!
  frame[10] = frame[10]! ^ 0x80
  expect(decode(frame)).toEqual({ kind: 'noise' })
})

test('whatever the bytes are, decoding gives noise or a valid measurement, and throws nothing', () => {
  const validator = Compile(Measurement)
  const tail = fc.constantFrom('', 'S S', 'S D   1', 'S S Error ', 'TA A ', 'I4 A "', 'S S  1.0 kg')
  const bytes = fc.uint8Array({ maxLength: 60 })
  fc.assert(
    fc.property(tail, bytes, (head, rest) => {
      const frame = Uint8Array.of(...Buffer.from(head), ...rest, 13, 10)
      const measurement = measurementOf(decode(frame), KG, frame)
      if (measurement === null) return
      expect(validator.Check(measurement)).toBe(true)
      expect(measurement.value === null).toBe(measurement.quality === 'bad')
    }),
    { numRuns: 2_000 },
  )
})

test('a million random bytes hold no weight, and the reply after them is read', () => {
  const framer = new SicsFramer(() => undefined)
  const reply = Buffer.from('S S     100.00 g\r\n')
  const kindsOf = (bytes: Uint8Array) => framer.push(bytes).map(frame => decode(frame).kind)
  fc.assert(
    fc.property(fc.nat(), seed => {
      expect(kindsOf(randomBytes(seed))).not.toContain('weight')
      expect([reply, reply].flatMap(kindsOf).at(-1)).toBe('weight')
    }),
    { numRuns: 16 },
  )
}, 30_000)
