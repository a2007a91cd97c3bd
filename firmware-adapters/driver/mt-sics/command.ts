import type { Outcome, Task } from '../../driver.ts'
import { nearZero } from '../../scale/decimal.ts'
import type { ByteTransport } from '../../transport/byte.ts'
import { dialogueOn, type Reply } from './dialogue.ts'
import { measurementOf } from './measurement.ts'
import type { SicsSettings } from './settings.ts'

type SicsTask = Task<SicsSettings>

/** MT-SICS `S`: waits until the scale is stable and gives that weight. @throws FlowError comm_lost */
export async function stableWeight(line: ByteTransport, task: SicsTask): Promise<Outcome> {
  const reply = await dialogueOn(line, task).ask('S', task.settings.stable_ms)
  if (reply === null) return silent
  const measurement = measurementOf(reply.decoded, task.channels[0]!, reply.frame)
  if (measurement === null) return refusal(reply)
  if (measurement.reason !== 'ok_stable') return { ...refusal(reply), measurements: [measurement] }
  return {
    outcome: 'done',
    reason: 'ok_stable',
    detail: `${measurement.value} ${measurement.unit}`,
    measurements: [measurement],
  }
}

/** MT-SICS `T`: tares when stable, and reads back what is left. @throws FlowError comm_lost */
export const tare = (line: ByteTransport, task: SicsTask) => act('T', line, task)
/** MT-SICS `TAC`: clears the tare, and reads it back. @throws FlowError comm_lost */
export const clearTare = (line: ByteTransport, task: SicsTask) => act('TAC', line, task)
/** MT-SICS `Z`: zeroes when stable and near the zero point, and reads back what is left. @throws FlowError comm_lost */
export const zero = (line: ByteTransport, task: SicsTask) => act('Z', line, task)

async function act(command: 'T' | 'TAC' | 'Z', line: ByteTransport, task: SicsTask): Promise<Outcome> {
  const reply = await dialogueOn(line, task).ask(command, task.settings.stable_ms)
  if (reply === null) return silent
  if (reply.decoded.kind !== 'ack') return refusal(reply)
  return command === 'TAC' ? tareLeft(line, task) : loadLeft(command, line, task)
}

/** What a scale shows after it was tared or zeroed. Radwag and KERN answer that they have begun; only this says how it ended. */
async function loadLeft(command: string, line: ByteTransport, task: SicsTask): Promise<Outcome> {
  const outcome = await stableWeight(line, task)
  if (outcome.outcome !== 'done') return outcome
  const value = outcome.measurements?.[0]?.value ?? ''
  const detail = `The scale answered ${command}, and shows ${outcome.detail}.`
  return nearZero(value) ? { ...outcome, detail } : { ...outcome, outcome: 'failed', reason: 'not_done', detail }
}

/** The tare that a scale still has. One that does not know the question is believed. */
async function tareLeft(line: ByteTransport, task: SicsTask): Promise<Outcome> {
  const reply = await dialogueOn(line, task).ask('TA', task.timeout_ms)
  const left = reply?.decoded.kind === 'ack' ? reply.decoded.value : undefined
  const detail = `The scale answered TAC${left === undefined ? '' : `, and has a tare of ${left}`}.`
  return left === undefined || nearZero(left)
    ? { outcome: 'done', reason: 'ok', detail }
    : { outcome: 'failed', reason: 'not_done', detail }
}

const silent: Outcome = { outcome: 'failed', reason: 'comm_timeout', detail: 'The scale did not answer.' }

const REFUSALS: Readonly<Record<string, Pick<Outcome, 'reason' | 'detail'>>> = {
  busy_or_timeout: { reason: 'busy', detail: 'The scale is not stable; wait for the stable lamp and try again.' },
  overload: { reason: 'overload', detail: 'The load is above the range in which the scale does this.' },
  underload: { reason: 'underload', detail: 'The load is below the range in which the scale does this.' },
}

function refusal({ decoded }: Reply): Outcome {
  const known = decoded.kind === 'status' ? REFUSALS[decoded.code] : undefined
  const other = { reason: 'device_exception', detail: 'The scale reports an error; read its display.' }
  return { outcome: 'failed', ...(known ?? other) }
}
