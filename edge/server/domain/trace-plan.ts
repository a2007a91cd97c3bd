import { FlowError } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'

/** The same time of day so many months later; the last day of a month that is shorter. */
export function monthsLater(timestamp: string, months: number): string {
  const at = new Date(timestamp)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + months)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(day, last))
  return timestampOf(at.getTime())
}

/** @throws FlowError time_zone_unknown */
export function requireTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch (cause) {
    throw new FlowError('time_zone_unknown', `There is no time zone ${name}.`, { cause })
  }
}
