import { Measurement } from '@flowviz/contract/measurement'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import type { Driver, LinkKind, Links, Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { afterGarbage, byteByByte, cuts, doubled, evenParity, type Mutation, whole } from './mutation.ts'
import { type Exchange, replayLine } from './replay-line.ts'

export interface DriverCase<L extends LinkKind, S> {
  driver: Driver<L, S>
  /** What the driver is given, on top of a replayed line. */
  connect(line: ByteTransport): Links[L]
  task: Pick<Task<S>, 'settings' | 'channels'>
  transcript: readonly Exchange[]
  /** What the whole transcript measures. */
  expected: readonly Measurement[]
  /** Text protocols survive a port that was opened without the line's parity. */
  text: boolean
}

const validator = Compile(Measurement)

/** What a driver measures over a transcript that is delivered in a certain way. */
export async function play<L extends LinkKind, S>(
  { driver, connect, task, transcript, expected }: DriverCase<L, S>,
  deliver: (rx: Uint8Array, at: number) => Uint8Array[],
): Promise<{ measured: Measurement[]; unexpected: string[]; notices: Notice[] }> {
  const line = replayLine(transcript, deliver)
  const over = new AbortController()
  const measured: Measurement[] = []
  const notices: Notice[] = []
  const notice = (notice: Notice) => {
    notices.push(notice)
    if (notice.kind === 'timeout' || notice.kind === 'checksum') over.abort()
  }
  const pace = createPace(() => performance.now())
  // Settings of its own: a driver may remember under them what it has learnt of a device.
  const settings = structuredClone(task.settings)
  const whole: Task<S> = { ...task, settings, poll_ms: 1, timeout_ms: 25, pace, notice }
  try {
    for await (const batch of driver.measure(connect(line), whole, over.signal)) {
      measured.push(...batch)
      if (measured.length >= expected.length) over.abort()
    }
  } catch (error) {
    // A line that ends in silence is given up: that is the behaviour that is looked for, and no measurement came of it.
    if (!over.signal.aborted) throw error
  } finally {
    await line.close()
  }
  return { measured, unexpected: line.unexpected, notices }
}

/** The behaviour that every driver on a line must show, whatever it speaks. */
export function driverSuite<L extends LinkKind, S>(subject: DriverCase<L, S>): void {
  const { driver, transcript, expected, text } = subject
  const same = async ({ chunks }: Mutation) => {
    const { measured, unexpected } = await play(subject, chunks)
    expect(unexpected).toEqual([])
    expect(measured).toEqual(expected)
    for (const measurement of measured) expect(validator.Check(measurement)).toBe(true)
  }
  const longest = Math.max(...transcript.map(({ rx }) => rx.length / 2))

  test(`${driver.id}: the transcript measures what the device said, and asks what the manual says`, () => same(whole))

  test(`${driver.id}: replies cut at every byte measure the same`, async () => {
    for (const mutation of [...cuts(longest), byteByByte]) await same(mutation)
  })

  test(`${driver.id}: a reply that arrives twice measures the same`, () => same(doubled))

  test(`${driver.id}: garbage before the replies changes no value`, async () => {
    for (const mutation of afterGarbage) await same(mutation)
  })

  if (text)
    test(`${driver.id}: the parity in bit 7 changes no value, only the raw frame`, async () => {
      const { measured } = await play(subject, evenParity.chunks)
      const bare = (measurement: Measurement) => ({ ...measurement, raw: '' })
      expect(measured.map(bare)).toEqual(expected.map(bare))
    })

  test(`${driver.id}: a last reply that is cut off measures nothing`, async () => {
    const last = transcript.length - 1
    const before = (await play(subject, (rx, at) => (at === last ? [] : [rx]))).measured
    for (let length = 0; length < transcript[last]!.rx.length / 2; length++) {
      const { measured } = await play(subject, (rx, at) => [at === last ? rx.slice(0, length) : rx])
      expect(measured).toEqual(before)
    }
  })
}
