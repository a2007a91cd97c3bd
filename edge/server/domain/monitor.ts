import { compareDecimal, decimalOf, scaleDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import { crossed } from './master.ts'

const PLACES = 3

/**
 * Refuses a monitor that could never alarm or never come to rest again.
 * @throws FlowError monitor_invalid with `problems`.
 */
export function requireSoundMonitor({ monitor_id, low, high, hysteresis }: Monitor): void {
  const problems: string[] = []
  if (low === undefined && high === undefined) problems.push('neither low nor high is there')
  if (crossed(low, high)) problems.push('low is above high')
  if (hysteresis !== undefined) {
    if (compareDecimal(hysteresis, '0') < 0) problems.push('hysteresis is below zero')
    else if (low !== undefined && high !== undefined && !crossed(low, high) && !smaller(hysteresis, low, high))
      problems.push('hysteresis is not smaller than the band from low to high')
  }
  if (problems.length === 0) return
  throw new FlowError('monitor_invalid', `${monitor_id}: ${problems.join('; ')}.`, { extra: { problems } })
}

function smaller(hysteresis: string, low: string, high: string): boolean {
  const band = scaleDecimal(high, PLACES) - scaleDecimal(low, PLACES)
  return compareDecimal(hysteresis, decimalOf(band, PLACES)) < 0
}
