import type { Measurement } from '@flowviz/contract/measurement'
import type { Outcome, Task } from '../driver.ts'
import { type Heard, isAck, isLoad, type ScaleLine } from './line.ts'
import { measurementOf } from './measurement.ts'
import type { ScaleProtocol } from './protocol.ts'
import type { Said, Weight } from './said.ts'
import type { ScaleSettings } from './settings.ts'

/** A scale that is to do something. */
export interface Acting<S extends object> {
  scale: ScaleLine
  protocol: ScaleProtocol<S>
  task: Task<S & ScaleSettings>
}

type Change = 'tare' | 'clear_tare' | 'zero'

const SILENT: Outcome = { outcome: 'failed', reason: 'comm_timeout', detail: 'The scale did not answer.' }
const MOVING: Outcome = {
  outcome: 'failed',
  reason: 'busy',
  detail: 'The scale is not stable; wait for the stable lamp and try again.',
}

/** Waits until the scale is stable and gives that weight; changes nothing. @throws FlowError comm_lost */
export async function stableWeight<S extends object>(acting: Acting<S>): Promise<Outcome> {
  const heard = await stableLoad(acting)
  if (heard === null) return MOVING
  const measurement = measurementOf(heard.said, acting.task.channels[0]!, heard.frame)!
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
  if (protocol.acknowledges) {
    const answer = await scale.ask(bytes, isAck, task.settings.stable_ms)
    if (answer === null) return SILENT
    if (answer.said.kind === 'ack' && !answer.said.done) return refused(answer.said.detail)
  } else await scale.tell(bytes)
  const heard = await stableLoad(acting)
  if (heard === null) return MOVING
  const measurement = measurementOf(heard.said, task.channels[0]!, heard.frame)!
  if (measurement.value === null) return { ...refusalOf(measurement), measurements: [measurement] }
  const shown = `The scale shows ${measurement.value} ${measurement.unit}.`
  if (!holds(what, heard.said))
    return { outcome: 'failed', reason: 'not_done', detail: shown, measurements: [measurement] }
  return { outcome: 'done', reason: measurement.reason, detail: shown, measurements: [measurement] }
}

/** The first load that is not moving, or a state that is none; null when it moves for too long. */
async function stableLoad<S extends object>(acting: Acting<S>): Promise<Heard | null> {
  const { pace, settings } = acting.task
  const over = new AbortController()
  const heard = await pace.within(settings.stable_ms, firstStable(acting, over.signal), null)
  over.abort()
  return heard
}

async function firstStable<S extends object>(acting: Acting<S>, signal: AbortSignal): Promise<Heard | null> {
  let before: string | null = null
  while (!signal.aborted) {
    const heard = await nextLoad(acting)
    if (heard === null) return null
    const { said } = heard
    if (said.kind !== 'weight' || said.stable === true) return heard
    // A scale that does not tell is stable when it shows the same twice.
    const shown: string | null = said.stable === null ? said.value : null
    if (shown !== null && shown === before) return heard
    before = shown
  }
  return null
}

function nextLoad<S extends object>({ scale, protocol, task }: Acting<S>): Promise<Heard | null> {
  const { settings, timeout_ms } = task
  if (settings.mode !== 'poll') return scale.next(isLoad, settings.stable_ms)
  const { stable_weight, weight } = protocol.commands(settings)
  return stable_weight === undefined
    ? scale.ask(weight!, isLoad, timeout_ms)
    : scale.ask(stable_weight, isLoad, settings.stable_ms)
}

/** Whether the load after a change shows it: nothing left on the display, or the basis that was asked for. */
function holds(what: Change, said: Said): boolean {
  if (said.kind !== 'weight') return false
  if (what === 'clear_tare') return said.basis !== 'net'
  return nearZero(said) || (what === 'zero' && said.at_zero === true)
}

/** Zero, or no more than two steps of the display beside it. */
const nearZero = ({ value }: Weight): boolean => Number(value.replace(/\D/g, '')) <= 2

function refusalOf({ reason }: Measurement): Outcome {
  return { outcome: 'failed', reason, detail: 'The scale gives no weight; read its display.' }
}

function refused(detail: string | undefined): Outcome {
  return {
    outcome: 'failed',
    reason: 'device_exception',
    detail: detail ?? 'The scale refuses; read its display: it may be moving, overloaded or away from zero.',
  }
}
