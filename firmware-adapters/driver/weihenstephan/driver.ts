import type { Channel } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Driver, Fitting, Task } from '../../driver.ts'
import { decodeTelegram, readQuestion } from '../../protocol/weihenstephan.ts'
import type { ByteTransport } from '../../transport/byte.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { telegrams } from './frame.ts'
import { WeihenstephanSettings } from './settings.ts'

/** Machines of food and beverage plants that speak the Weihenstephan Standards over TCP: counters, states, values. Read-only. */
export const weihenstephan: Driver<'bytes', WeihenstephanSettings> = {
  id: 'weihenstephan',
  about: ABOUT,
  link: 'bytes',
  settings: WeihenstephanSettings,
  defaults: { poll_ms: 1_000, timeout_ms: 2_000 },
  fit,
  check: () => [],
  measure,
}

function fit({ tags }: WeihenstephanSettings, channels: readonly Channel[]): Fitting {
  const names = new Set(channels.map(({ name }) => name))
  const untold = [...names].filter(name => tags[name] === undefined)
  const unread = Object.keys(tags).filter(name => !names.has(name))
  return {
    channels: [...channels],
    problems: [
      ...untold.map(name => ({ path: '/settings/tags', message: `the channel ${name} has no tag` })),
      ...unread.map(name => ({ path: `/settings/tags/${name}`, message: `there is no channel ${name}` })),
    ],
  }
}

async function* measure(
  line: ByteTransport,
  task: Task<WeihenstephanSettings>,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  const answers = telegrams(line.read())
  for await (const _ of task.pace.ticks(task.poll_ms, signal)) {
    const measured: Measurement[] = []
    for (const channel of task.channels) {
      await line.write(readQuestion(task.settings.tags[channel.name]!.tag))
      measured.push(await answerTo(channel, answers, task))
    }
    yield measured
  }
}

/**
 * The next telegram, which has to answer the question for this channel. With any other one the line is out of step, and
 * so it is after a time-out: a new connection has no late answers.
 * @throws FlowError comm_timeout, comm_lost
 */
async function answerTo(
  channel: Channel,
  answers: AsyncGenerator<Uint8Array>,
  { pace, timeout_ms, settings, notice }: Task<WeihenstephanSettings>,
): Promise<Measurement> {
  const answer = await pace.within(timeout_ms, answers.next(), null)
  if (answer === null) {
    notice({ kind: 'timeout', count: 1 })
    throw new FlowError('comm_timeout', 'The machine does not answer.')
  }
  if (answer.done === true) throw new FlowError('comm_lost', 'The machine has hung up.')
  const measurement = decode(decodeTelegram(answer.value), settings.tags[channel.name]!, channel)
  if (measurement === null) {
    notice({ kind: 'late', count: 1 })
    throw new FlowError('comm_lost', 'The machine answered another question.')
  }
  if (measurement.value === null) notice({ kind: 'exception', count: 1 })
  return measurement
}
