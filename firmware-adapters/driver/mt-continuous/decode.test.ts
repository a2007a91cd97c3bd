import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { type ContinuousSettings, mtContinuous } from './protocol.ts'

const recorded = vectors('mt-continuous').filter(({ dir, expect }) => dir === 'rx' && 'value' in expect)
const saidOf = ({ net, stable, range, value, tare, unit, ...rest }: Record<string, unknown>) =>
  range === 'out' || value === null || rest.notZeroed === true
    ? { kind: 'status' }
    : { kind: 'weight', value, unit, stable, basis: net === true ? 'net' : 'gross', tare }

const frames = [
  { name: 'gross', hex: '022c30203031323334353030303030300d26', said: { kind: 'weight', value: '123.45', unit: 'kg' } },
  { name: 'not zeroed', hex: '022c70203030303030303030303030300d75', said: { kind: 'status', reason: 'not_zeroed' } },
].map(({ hex, ...one }) => ({ ...one, frame: bytesOfHex(hex) }))

const subject: ScaleCase<ContinuousSettings> = {
  protocol: mtContinuous,
  settings: { checksum: true, short: false },
  frames: [
    ...frames,
    ...recorded.map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: false,
  checksum: true,
}
scaleSuite(subject)

test('mt-continuous: a frame with one bit flipped is no weight', () => {
  const frame = frames[0]!.frame
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const flipped = Uint8Array.from(frame)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    // Bit 7 is the parity of a seven-bit line; it takes no part in the sum.
    const said = heard(subject, [flipped])
    if ((bit & 7) === 7) expect(said).toMatchObject([{ value: '123.45' }])
    else expect(said, `bit ${bit}`).toEqual([])
  }
})
