import { FlowError } from '@flowviz/contract/error'
import type { CapturedWeight } from '../writer/command.ts'
import { judgeDevice, type SeenDevice, sampleAge } from './device-state.ts'

/** Name of the channel that carries the weight of a scale. */
export const WEIGHT_CHANNEL = 'weight'
/** A weight on a record stood on the scale at most this long ago. */
const FRESH_MS = 1_200

/**
 * The scale's latest reading as evidence of a record. It counts only while the gateway, heard within 1.2 s, says that
 * the device was read within 1.2 s: a scale that reports changes only is silent while its weight stands.
 * @param at now, on the monotonic clock of `seen`.
 * Codes thrown: scale_not_found, scale_silent, scale_unstable, scale_refused.
 */
export function captureWeight(seen: SeenDevice | undefined, scaleId: string, at: number): CapturedWeight {
  if (seen === undefined || !seen.config.channels.some(({ name }) => name === WEIGHT_CHANNEL))
    throw new FlowError('scale_not_found', `There is no scale ${scaleId} at this site.`)
  const reading = seen.latest.get(WEIGHT_CHANNEL)
  const { state, detail } = judgeDevice(seen, at)
  if (reading === undefined || state !== 'ok') throw new FlowError('scale_silent', `Scale ${scaleId}: ${detail}`)
  const age = sampleAge(seen, at)
  if (seen.health_at === null || at - seen.health_at > FRESH_MS || age === null || age > FRESH_MS)
    throw new FlowError('scale_silent', `Scale ${scaleId} was last read ${age ?? 'an unknown number of'} ms ago.`)
  const { channel, value, unit, quality, reason, weight, raw } = reading
  if (quality === 'bad') throw new FlowError('scale_refused', `Scale ${scaleId} reports ${reason}.`)
  if (weight?.stable !== true || reason === 'unstable')
    throw new FlowError('scale_unstable', `Scale ${scaleId} is not stable.`)
  if (quality !== 'good') throw new FlowError('scale_refused', `Scale ${scaleId} reports ${reason}.`)
  return {
    method: 'captured',
    scale_id: scaleId,
    reading_seq: reading.seq,
    measured_at: reading.measured_at,
    received_at: reading.received_at,
    measurement: {
      channel,
      value,
      unit,
      quality,
      reason,
      weight,
      ...(raw === undefined ? {} : { raw }),
    },
  }
}
