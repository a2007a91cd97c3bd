import type { Measurement } from '@flowviz/contract/measurement'
import type { Outcome, Task } from '../driver.ts'
import { nearZero } from './decimal.ts'
import { type Heard, isAnswer, isLoad, type ScaleLine } from './line.ts'
import { measurementOf } from './measurement.ts'
import type { ScaleProtocol } from './protocol.ts'
import type { Said } from './said.ts'
import type { Mode, ScaleSettings } from './settings.ts'

/** A scale that is to do something. */
export interface Acting<S extends object> {
  scale: ScaleLine
  protocol: ScaleProtocol<S>
  task: Task<S & ScaleSettings>
  mode: Mode
}

type Change = 'tare' | 'clear_tare' | 'zero'
type Wanted = (said: Said) => boolean

const SILENT: Outcome = { outcome: 'failed', reason: 'comm_timeout', detail: 'The scale did not answer.' }
const MOVING: Outcome = {
  outcome: 'failed',
  reason: 'busy',
  detail: 'The scale is not stable; wait for the stable lamp and try again.',
}

/** Waits until the scale is stable and gives that weight; changes nothing. @throws FlowError comm_lost */
export async function stableWeight<S extends object>(acting: Acting<S>): Promise<Outcome> {
  const { heard, moving } = await lookFor(() => true, acting)
  if (heard === null) return moving ? MOVING : SILENT
  const asked = await askStable(heard, acting)
  if (asked === null || (asked.said.kind === 'weight' && asked.said.stable === false)) return MOVING
  const measurement = measurementOf(asked.said, acting.task.channels[0]!, asked.frame)!
  if (measurement.value === null) return { ...refusalOf(measurement), measurements: [measurement] }
  return {
    outcome: 'done',
    reason: measurement.reason,
    detail: `${measurement.value} ${measurement.unit}`,
    measurements: [measurement],
  }
}

/**
 * Tares, clears the tare or zeroes, and reads back what came of it: an answer that it was done is only half a proof, and
 * many scales give none. @throws FlowError comm_lost
 */
export async function change<S extends object>(what: Change, acting: Acting<S>): Promise<Outcome> {
  const { scale, protocol, task } = acting
  const bytes = protocol.commands(task.settings)[what]
  if (bytes === undefined)
    return { outcome: 'refused', reason: 'not_supported', detail: `${protocol.id} cannot do that.` }
  const { acknowledges } = protocol
  if (typeof acknowledges === 'function' ? acknowledges(task.settings) : acknowledges) {
    const answer = await scale.ask(bytes, isAnswer, task.settings.stable_ms)
    if (answer === null) return SILENT
    const refusal = refusalIn(answer.said)
    if (refusal !== null) return refusal
  } else await scale.tell(bytes)
  // What the scale shows at once may still be from before.
  const { heard, moving } = await lookFor(said => holds(what, said), acting)
  if (heard === null) return moving ? MOVING : SILENT
  const measurement = measurementOf(heard.said, task.channels[0]!, heard.frame)!
  if (measurement.value === null) return { ...refusalOf(measurement), measurements: [measurement] }
  const detail = `The scale shows ${measurement.value} ${measurement.unit}.`
  return holds(what, heard.said)
    ? { outcome: 'done', reason: measurement.reason, detail, measurements: [measurement] }
    : { outcome: 'failed', reason: 'not_done', detail, measurements: [measurement] }
}

interface Seen {
  /** The first load that was looked for, else the last that was not moving, else null. */
  heard: Heard | null
  moving: boolean
}

/** Looks at the loads until one that is not moving is as it is wanted, for as long as a stable weight is waited for. */
async function lookFor<S extends object>(wanted: Wanted, acting: Acting<S>): Promise<Seen> {
  const { pace, settings } = acting.task
  const seen: Seen = { heard: null, moving: false }
  const over = new AbortController()
  await pace.within(settings.stable_ms, look({ wanted, seen, signal: over.signal }, acting), null)
  over.abort()
  return seen
}

interface Look {
  wanted: Wanted
  seen: Seen
  signal: AbortSignal
}

async function look<S extends object>({ wanted, seen, signal }: Look, acting: Acting<S>): Promise<void> {
  let before: string | null = null
  while (!signal.aborted) {
    const heard = await nextLoad(acting)
    if (signal.aborted) return
    if (heard === null) continue
    const { said } = heard
    // A scale that does not tell is stable when it shows the same twice.
    const still =
      said.kind === 'status' ? said.reason !== 'busy' : said.kind === 'weight' && (said.stable ?? said.value === before)
    before = said.kind === 'weight' && said.stable === null ? said.value : null
    if (still) seen.heard = heard
    else seen.moving = true
    if (still && wanted(said)) return
    if (acting.mode !== 'stream') await acting.task.pace.wait(acting.task.poll_ms, signal)
  }
}

function nextLoad<S extends object>({ scale, protocol, task, mode }: Acting<S>): Promise<Heard | null> {
  const { weight } = protocol.commands(task.settings)
  return mode === 'stream' || weight === undefined
    ? scale.next(isLoad, task.timeout_ms)
    : scale.ask(weight, isLoad, task.timeout_ms)
}

/**
 * The weight that a scale gives when it is asked for a stable one. Only once it is: before that it keeps everybody
 * waiting, and may answer a later question.
 */
function askStable<S extends object>(stable: Heard, { scale, protocol, task, mode }: Acting<S>): Promise<Heard | null> {
  const { stable_weight } = protocol.commands(task.settings)
  if (mode === 'stream' || stable_weight === undefined || stable.said.kind !== 'weight') return Promise.resolve(stable)
  return scale.ask(stable_weight, isLoad, task.timeout_ms)
}

/** Whether the load after a change shows it: nothing left on the display, or the basis that was asked for. */
function holds(what: Change, said: Said): boolean {
  if (said.kind !== 'weight') return false
  if (what === 'clear_tare') return said.basis !== 'net'
  return nearZero(said.value) || (what === 'zero' && said.at_zero === true)
}

function refusalOf({ reason }: Measurement): Outcome {
  return { outcome: 'failed', reason, detail: 'The scale gives no weight; read its display.' }
}

/** The refusal in an answer; null when the command was taken. A scale with nothing to report has nothing against it. */
function refusalIn(said: Said): Outcome | null {
  const detail = 'The scale refuses; read its display: it may be moving, overloaded or away from zero.'
  if (said.kind === 'ack' && !said.done)
    return { outcome: 'failed', reason: 'device_exception', detail: said.detail ?? detail }
  if (said.kind !== 'status' || said.reason === 'no_value') return null
  return said.reason === 'busy' ? MOVING : { outcome: 'failed', reason: said.reason, detail: said.detail ?? detail }
}
