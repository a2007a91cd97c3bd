import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import Type, { type Static } from 'typebox'
import type { Driver, Task } from '../../driver.ts'
import type { ByteTransport } from '../../transport/byte.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { framer } from './frame.ts'

/** Copy this folder, rename it after the protocol, and cite the maker's manual where the code follows it. */
export const BlueprintSettings = Type.Object({}, { additionalProperties: false })
export type BlueprintSettings = Static<typeof BlueprintSettings>

/** A device that prints one decimal a line by itself. Not in the registry: it is here to be copied. */
export const blueprint: Driver<'bytes', BlueprintSettings> = {
  id: 'blueprint',
  about: ABOUT,
  link: 'bytes',
  settings: BlueprintSettings,
  defaults: { poll_ms: null, timeout_ms: 1_000 },
  check,
  measure,
}

function check(channels: readonly Channel[]): string[] {
  return channels.length === 1 ? [] : ['this device has exactly one channel']
}

async function* measure(
  line: ByteTransport,
  task: Task<BlueprintSettings>,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  const frames = framer(bytes => task.notice({ kind: 'noise', bytes }))
  for await (const chunk of line.read()) {
    if (signal.aborted) return
    for (const frame of frames.push(chunk)) {
      const measurement = decode(frame, task.channels[0]!)
      if (measurement === null) task.notice({ kind: 'noise', bytes: frame.length })
      else yield [measurement]
    }
  }
}
