import type { Outcome, Task } from '../../driver.ts'
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

/** MT-SICS `T`: tares when stable. @throws FlowError comm_lost */
export const tare = (line: ByteTransport, task: SicsTask) => act('T', line, task)
/** MT-SICS `TAC`: clears the tare. @throws FlowError comm_lost */
export const clearTare = (line: ByteTransport, task: SicsTask) => act('TAC', line, task)
/** MT-SICS `Z`: zeroes when stable and near the zero point. @throws FlowError comm_lost */
export const zero = (line: ByteTransport, task: SicsTask) => act('Z', line, task)

async function act(command: 'T' | 'TAC' | 'Z', line: ByteTransport, task: SicsTask): Promise<Outcome> {
  const reply = await dialogueOn(line, task).ask(command, task.settings.stable_ms)
  if (reply === null) return silent
  const { decoded } = reply
  if (decoded.kind !== 'ack') return refusal(reply)
  const load = decoded.value === undefined ? '' : ` ${decoded.value} ${decoded.unit}`
  return { outcome: 'done', reason: 'ok', detail: `The scale answered ${command}${load}.` }
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
