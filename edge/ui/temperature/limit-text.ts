import { decimalText } from '@flowviz/contract/screen/format'
import type { TemperaturePoint } from './temperature-state.ts'
import { say } from './words.ts'

/** Limits as one says them; empty when there are none. */
export function limitText({ limits, unit }: Pick<TemperaturePoint, 'limits' | 'unit'>): string {
  const low = limits?.low === undefined ? null : decimalText(limits.low)
  const high = limits?.high === undefined ? null : decimalText(limits.high)
  if (low !== null && high !== null) return say('limit_both', { low, high, unit })
  if (high !== null) return say('limit_high', { high, unit })
  return low === null ? '' : say('limit_low', { low, unit })
}
