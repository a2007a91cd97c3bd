import type { Alarm } from '@flowviz/contract/alarm'
import type { Hold } from '@flowviz/contract/hold'
import type { ShownEntry } from '../outbox/entry.ts'

export const ALARM_KINDS = [
  'deviation',
  'silence',
  'account',
  'tablet',
  'help',
  'review_overdue',
  'calibration_overdue',
] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

/** The kind of an alarm as words are known for it; a kind of a newer appliance is only an alarm. */
export const kindOf = ({ kind }: Pick<Alarm, 'kind'>): AlarmKind | 'alarm' =>
  ALARM_KINDS.find(known => known === kind) ?? 'alarm'

/** Where something can be done about it. */
export interface AlarmLead {
  href: string
  word: 'to_hold' | 'to_holds' | 'to_help' | 'to_point' | 'to_queue' | 'to_devices'
}

/** Where an alarm leads; null where the floor can do nothing about it. `holds`: as far as this tablet knows them. */
export function leadOf({ kind, about }: Pick<Alarm, 'kind' | 'about'>, holds: readonly Hold[]): AlarmLead | null {
  const id = about.slice(about.indexOf(':') + 1)
  switch (kind) {
    case 'deviation': {
      const hold = holds.find(({ deviation_id, state }) => deviation_id === id && state !== 'CLOSED')
      return hold === undefined
        ? { href: '/holds', word: 'to_holds' }
        : { href: `/holds/${hold.hold_id}`, word: 'to_hold' }
    }
    case 'silence':
      return about.startsWith('monitor:')
        ? { href: `/temperature/${encodeURIComponent(id)}`, word: 'to_point' }
        : { href: '/devices', word: 'to_devices' }
    case 'help':
      return { href: '/help', word: 'to_help' }
    case 'tablet':
      return { href: '/sync', word: 'to_queue' }
    case 'calibration_overdue':
      return { href: '/devices', word: 'to_devices' }
    default:
      return null
  }
}

/** The alarms that somebody took note of on this tablet and that the appliance has not confirmed yet. */
export function notedHere(entries: readonly ShownEntry[]): ReadonlySet<string> {
  const open = new Set<ShownEntry['state']>(['queued', 'sending', 'parked', 'acked'])
  return new Set(
    entries
      .filter(({ command, state }) => command === 'acknowledge-alarm' && open.has(state))
      .map(({ params }) => String(params.alarm_id)),
  )
}
