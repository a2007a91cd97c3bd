import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { casEcr6 } from './protocol.ts'

/** A frame with its check character. */
const frameOf = (body: string): Uint8Array => {
  const bytes = Buffer.from(body, 'latin1')
  return Uint8Array.of(
    1,
    2,
    ...bytes,
    bytes.reduce((check, byte) => check ^ byte, 0),
    3,
    4,
  )
}

const own: [string, object][] = [
  ['S 01.250kg', { kind: 'weight', value: '1.250', unit: 'kg', stable: true, basis: 'unknown' }],
  ['U-00.125kg', { kind: 'weight', value: '-0.125', stable: false }],
  ['S 000125 g', { kind: 'weight', value: '125', unit: 'g' }],
  ['U FFFFFFkg', { kind: 'status', reason: 'overload' }],
]
const subject: ScaleCase<object> = {
  protocol: casEcr6,
  settings: {},
  frames: [
    ...own.map(([body, said]) => ({ name: body, frame: frameOf(body), said })),
    ...vectors('cas-ecr6')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: expect })),
  ],
  text: true,
  checksum: true,
}
scaleSuite(subject)

test('cas-ecr6: a frame with one bit flipped is no weight', () => {
  const frame = frameOf('S 01.250kg')
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const flipped = Uint8Array.from(frame)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    expect(heard(subject, [flipped]), `bit ${bit}`).toEqual([])
  }
})

test('cas-ecr6: an ACK that stands alone is one, and one inside a frame is not', () => {
  expect(heard(subject, [Uint8Array.of(6)])).toEqual([{ kind: 'ack', done: true }])
  // The check character of this frame is 06h, and it arrives alone.
  const frame = frameOf('S 00.001kg')
  const checked = [...Array(1_000).keys()]
    .map(at => frameOf(`S ${String(at).padStart(6, '0')}kg`))
    .filter(bytes => bytes[12] === 6)
  for (const bytes of [frame, ...checked])
    expect(
      heard(
        subject,
        Array.from(bytes, byte => Uint8Array.of(byte)),
      ),
    ).toHaveLength(1)
})
