import type { Channel } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { DeviceAction } from '@flowviz/contract/health'
import type { Measurement } from '@flowviz/contract/measurement'
import { dimensionOf } from '@flowviz/contract/unit'
import type { ClearTare, Driver, Fitting, StableWeight, Tare, Task, Zero } from '../driver.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { change, stableWeight } from './command.ts'
import type { Hearing } from './hearing.ts'
import { isLoad, type ScaleLine, scaleLineOn } from './line.ts'
import { measurementOf } from './measurement.ts'
import type { Commands, ScaleProtocol } from './protocol.ts'
import type { Said } from './said.ts'
import { type Mode, type ScaleSettings, settingsOf } from './settings.ts'

/** Questions in a row that may go unanswered before the line is opened anew. */
const MISSES_MAX = 3
const ACTIONS: readonly DeviceAction[] = ['stable_weight', 'tare', 'clear_tare', 'zero']

type Abilities<S> = StableWeight<'bytes', S> & Tare<'bytes', S> & ClearTare<'bytes', S> & Zero<'bytes', S>
export type ScaleDriver<S> = Driver<'bytes', S> & Abilities<S>

/** A driver for scales that speak a protocol: polled, streaming, or printing when somebody presses a key. */
export function scaleDriver<S extends object>(protocol: ScaleProtocol<S>): ScaleDriver<S & ScaleSettings> {
  type Settings = S & ScaleSettings
  const { modes, poll_ms, timeout_ms } = protocol.defaults
  const { problems } = protocol
  const lineOn = (line: ByteTransport, task: Task<Settings>) =>
    scaleLineOn(line, task, () => ({
      framer: protocol.framer(task.settings, bytes => task.notice({ kind: 'noise', bytes })),
      decode: frame => protocol.decode(frame, task.settings),
      mode: modeOf(protocol, task.settings),
      probe: protocol.commands(task.settings).weight,
      call: protocol.commands(task.settings).call,
    }))

  async function* measure(
    line: ByteTransport,
    task: Task<Settings>,
    signal: AbortSignal,
  ): AsyncGenerator<Measurement[]> {
    const scale = lineOn(line, task)
    await scale.settle(task.settings.settle_ms, signal)
    if (signal.aborted) return
    const { prepare, weight, ...commands } = protocol.commands(task.settings)
    if (prepare !== undefined) await scale.tell(prepare)
    await tellWho(scale, commands, task)
    const mode = modeOf(protocol, task.settings)
    if (mode === 'poll') yield* polled({ scale, question: weight! }, task, signal)
    else yield* listened({ scale, silent: mode === 'print' }, task, signal)
  }

  const acting = (line: ByteTransport, task: Task<Settings>) => ({
    scale: lineOn(line, task),
    protocol,
    task,
    mode: modeOf(protocol, task.settings),
  })
  return {
    id: protocol.id,
    link: 'bytes',
    ...(protocol.about === undefined ? {} : { about: protocol.about }),
    settings: settingsOf(modes, protocol.schema),
    defaults: { poll_ms: modes[0] === 'poll' ? poll_ms : null, timeout_ms },
    defaultsOf: settings => ({ poll_ms: modeOf(protocol, settings) === 'poll' ? poll_ms : null, timeout_ms }),
    actions: settings => {
      const commands = protocol.commands(settings)
      return ACTIONS.filter(action => action === 'stable_weight' || commands[action] !== undefined)
    },
    check,
    hearing: hearingOf(protocol),
    ...(problems === undefined ? {} : { fit: fittingBy(problems) }),
    measure,
    stableWeight: (line, task) => stableWeight(acting(line, task)),
    tare: (line, task) => change('tare', acting(line, task)),
    clearTare: (line, task) => change('clear_tare', acting(line, task)),
    zero: (line, task) => change('zero', acting(line, task)),
  }
}

/** The settings that are handed in are checked against the schema of the driver. */
const hearingOf = <S extends object>({ dialects = [{}], framer, decode, typical }: ScaleProtocol<S>): Hearing => ({
  dialects,
  ...(typical === undefined ? {} : { typical }),
  framer: (settings, noise) => framer(settings as S, noise),
  decode: (frame, settings) => decode(frame, settings as S),
})

/** The channels stay as they are; what is wrong with the settings is told with its path in the device. */
const fittingBy =
  <S>(problems: (settings: S) => Fitting['problems']) =>
  (settings: S, channels: readonly Channel[]): Fitting => ({
    channels: [...channels],
    problems: problems(settings).map(({ path, message }) => ({ path: `/settings${path}`, message })),
  })

/** How a scale is read; one that cannot be asked for its weight speaks by itself. */
function modeOf<S extends object>(protocol: ScaleProtocol<S>, settings: S & Partial<ScaleSettings>): Mode {
  const mode = settings.mode ?? protocol.defaults.modes[0]
  return mode === 'poll' && protocol.commands(settings).weight === undefined ? 'stream' : mode
}

function check(channels: readonly Channel[]): string[] {
  if (channels.length !== 1) return ['a scale has exactly one channel']
  const { unit } = channels[0]!
  return dimensionOf(unit) === 'mass' || unit === '1' || unit === '%'
    ? []
    : [`a scale weighs or counts; it gives no ${unit}`]
}

/** Lines that a scale may tell about itself. */
const LINES_MAX = 12

async function tellWho(scale: ScaleLine, { identify, identify_more }: Commands, task: Task): Promise<void> {
  const lines: string[] = []
  for (let question = identify; question !== undefined && lines.length < LINES_MAX; question = identify_more) {
    // Many know the question and many do not; they weigh all the same.
    const heard = await scale.ask(question, isAboutIt, task.timeout_ms)
    if (heard?.said.kind !== 'info' || heard.said.text === '' || lines.includes(heard.said.text)) break
    lines.push(heard.said.text)
  }
  if (lines.length > 0) task.notice({ kind: 'identified', detail: lines.join('; ') })
}

/** What it tells about itself, or that it knows no such question. */
const isAboutIt = ({ kind }: Said): boolean => kind === 'info' || kind === 'ack'

async function* polled(
  { scale, question }: { scale: ScaleLine; question: Uint8Array },
  task: Task,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  let missed = 0
  for await (const _ of task.pace.ticks(task.poll_ms, signal)) {
    const heard = await scale.ask(question, isLoad, task.timeout_ms)
    if (heard === null) missed = missAgain(missed, task)
    else {
      missed = 0
      const measurement = measurementOf(heard.said, task.channels[0]!, heard.frame)
      if (measurement !== null) yield [measurement]
    }
  }
}

/**
 * What a scale says by itself; what is yielded is taken before the next frame is looked for. A stream that falls silent
 * is a fault, a scale that prints when somebody presses its key may be silent for ever.
 */
async function* listened(
  { scale, silent: maySilent }: { scale: ScaleLine; silent: boolean },
  task: Task,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  const frames = scale.loads()[Symbol.asyncIterator]()
  const silent = Symbol('silent')
  let missed = 0
  let next = frames.next()
  while (!signal.aborted) {
    const result = await task.pace.within(task.timeout_ms, next, silent)
    if (result === silent) {
      if (!maySilent) missed = missAgain(missed, task)
      continue
    }
    if (result.done === true) {
      if (!signal.aborted) scale.refuseClosed()
      return
    }
    missed = 0
    const measurement = measurementOf(result.value.said, task.channels[0]!, result.value.frame)
    if (measurement !== null) yield [measurement]
    next = frames.next()
  }
}

/** Counts a time-out. @throws FlowError comm_timeout after some in a row */
function missAgain(missed: number, task: Task): number {
  task.notice({ kind: 'timeout', count: 1 })
  if (missed + 1 >= MISSES_MAX) throw new FlowError('comm_timeout', 'The scale says nothing.')
  return missed + 1
}
