import type { Channel } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import { dimensionOf } from '@flowviz/contract/unit'
import type { ClearTare, Driver, StableWeight, Tare, Task, Zero } from '../../driver.ts'
import type { ByteTransport } from '../../transport/byte.ts'
import { ABOUT } from './about.ts'
import { clearTare, stableWeight, tare, zero } from './command.ts'
import { type Dialogue, dialogueOn } from './dialogue.ts'
import { sicsHearing } from './hearing.ts'
import { measurementOf } from './measurement.ts'
import { SicsSettings } from './settings.ts'

/** Polls in a row that may go unanswered before the line is opened anew. */
const MISSES_MAX = 3

type Abilities = StableWeight<'bytes', SicsSettings> &
  Tare<'bytes', SicsSettings> &
  ClearTare<'bytes', SicsSettings> &
  Zero<'bytes', SicsSettings>

/** A scale that speaks MT-SICS level 0 or 1 over RS-232 or TCP; polled with SI. */
export const mtSics: Driver<'bytes', SicsSettings> & Abilities = {
  id: 'mt-sics',
  about: ABOUT,
  link: 'bytes',
  settings: SicsSettings,
  defaults: { poll_ms: 200, timeout_ms: 1_000 },
  check,
  hearing: sicsHearing,
  measure,
  stableWeight,
  tare,
  clearTare,
  zero,
}

function check(channels: readonly Channel[]): string[] {
  if (channels.length !== 1) return ['a scale has exactly one channel']
  const { unit } = channels[0]!
  return dimensionOf(unit) === 'mass' || unit === '1' ? [] : [`a scale weighs or counts; it gives no ${unit}`]
}

async function* measure(
  line: ByteTransport,
  task: Task<SicsSettings>,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  const dialogue = dialogueOn(line, task)
  await dialogue.settle(task.settings.settle_ms, signal)
  if (signal.aborted) return
  await identify(dialogue, task)
  let missed = 0
  for await (const _ of task.pace.ticks(task.poll_ms, signal)) {
    const reply = await dialogue.ask('SI', task.timeout_ms)
    if (reply === null) {
      task.notice({ kind: 'timeout', count: 1 })
      if (++missed >= MISSES_MAX) throw new FlowError('comm_timeout', 'The scale does not answer SI.')
      continue
    }
    missed = 0
    if (reply.decoded.kind === 'error') task.notice({ kind: 'exception', count: 1 })
    const measurement = measurementOf(reply.decoded, task.channels[0]!, reply.frame)
    if (measurement !== null) yield [measurement]
  }
}

/** Asks for serial number and type. Not with `@`: it cancels what another host has asked for. */
async function identify(dialogue: Dialogue, task: Task<SicsSettings>): Promise<void> {
  const names: string[] = []
  for (const command of ['I4', 'I2']) {
    const reply = await dialogue.ask(command, task.timeout_ms)
    if (reply === null) {
      task.notice({ kind: 'timeout', count: 1 })
      throw new FlowError('comm_timeout', `The scale does not answer ${command}.`)
    }
    // Small scales know neither and answer ES or "I2 L"; they weigh all the same.
    if (reply.decoded.kind === 'info') names.push(...reply.decoded.strings)
  }
  if (names.length > 0) task.notice({ kind: 'identified', detail: names.join(', ') })
}
