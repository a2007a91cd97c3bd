import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { measurementOf } from '../scale/measurement.ts'
import type { ScaleProtocol } from '../scale/protocol.ts'
import type { Said } from '../scale/said.ts'
import { afterGarbage, byteByByte, cuts, doubled, evenParity, type Mutation } from './mutation.ts'
import { randomBytes } from './random-bytes.ts'

export interface FrameCase {
  name: string
  frame: Uint8Array
  /** What a correct decoder makes of it; a part of it is enough. */
  said: object
}

export interface ScaleCase<S extends object> {
  protocol: ScaleProtocol<S>
  settings: S
  frames: readonly FrameCase[]
  /** Text protocols survive a port that was opened without the parity of the line. */
  text: boolean
  /** Frames carry a checksum: no random bytes are ever taken for a reading. */
  checksum?: true
}

const validator = Compile(Measurement)

/** What a protocol reads out of chunks as they arrive. */
export function heard<S extends object>({ protocol, settings }: ScaleCase<S>, chunks: readonly Uint8Array[]): Said[] {
  const framer = protocol.framer(settings, () => undefined)
  framer.reset(true)
  return chunks
    .flatMap(chunk => framer.push(chunk))
    .map(frame => protocol.decode(frame, settings))
    .filter(({ kind }) => kind !== 'noise')
}

/** The behaviour that every scale protocol must show, frame by frame, whatever it speaks. */
export function scaleSuite<S extends object>(subject: ScaleCase<S>): void {
  const { protocol, settings, frames, text } = subject
  const { id } = protocol

  test(`${id}: each frame says what it means, however its bytes arrive`, () => {
    expect(frames.length).toBeGreaterThan(0)
    for (const { name, frame, said } of frames) {
      const ways: Mutation[] = [...cuts(frame.length), byteByByte, ...afterGarbage, ...(text ? [evenParity] : [])]
      for (const way of ways) expect(heard(subject, way.chunks(frame)), `${name} ${way.name}`).toMatchObject([said])
      expect(heard(subject, doubled.chunks(frame)), `${name} twice`).toMatchObject([said, said])
    }
  })

  test(`${id}: a frame that is cut off says nothing, and the one after it is read`, () => {
    for (const { name, frame, said } of frames)
      for (let length = 0; length < frame.length; length++) {
        const cut = frame.slice(0, length)
        expect(heard(subject, [cut]), `${name} after ${length} bytes`).toEqual([])
        expect(heard(subject, [cut, frame, frame]).at(-1), `${name} behind ${length} bytes`).toMatchObject(said)
      }
  })

  test(`${id}: whatever the bytes are, nothing is thrown, memory is bounded, and a measurement is a valid one`, () => {
    const framer = protocol.framer(settings, () => undefined)
    const some = fc.oneof(
      { weight: 3, arbitrary: fc.uint8Array({ maxLength: 64 }) },
      { weight: 1, arbitrary: fc.constantFrom(...frames.map(({ frame }) => frame)) },
    )
    fc.assert(
      fc.property(some, bytes => {
        for (const frame of framer.push(bytes)) {
          expect(frame.length).toBeLessThanOrEqual(512)
          const said = protocol.decode(frame, settings)
          for (const unit of ['kg', 'g', '1'] as const) {
            const measurement = measurementOf(said, { name: 'weight', unit }, frame)
            if (measurement === null) continue
            expect(validator.Check(measurement)).toBe(true)
            expect(measurement.value === null).toBe(measurement.quality === 'bad')
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test(`${id}: a million random bytes bring nothing that its grammar does not allow, and the next frames are read`, () => {
    const framer = protocol.framer(settings, () => undefined)
    const [{ frame, said }] = frames as [FrameCase]
    fc.assert(
      fc.property(fc.nat(), seed => {
        const read = framer.push(randomBytes(seed)).map(one => protocol.decode(one, settings))
        if (subject.checksum === true) expect(read.filter(({ kind }) => kind !== 'noise')).toEqual([])
        const after = [frame, frame, frame].flatMap(one => framer.push(one)).map(one => protocol.decode(one, settings))
        expect(after.at(-1)).toMatchObject(said)
      }),
      { numRuns: 16 },
    )
  }, 30_000)
}
