import type { Location } from '@flowviz/contract/plant/location'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import { place } from './master.ts'

/** The places that both plants have: what comes, what is kept cold, what is set aside, what goes. */
export const CHILLED: Location[] = [
  place('dock', 'receiving', { title: 'Receiving dock', capacity_lots: 200 }),
  place('storage', 'cold-room', { title: 'Cold room', low_c: '0', high_c: '5', allow_held: true }),
  place('storage', 'freezer', { title: 'Freezer', high_c: '-18', allow_held: true }),
  place('quarantine', 'quarantine', { title: 'Quarantine', allow_held: true }),
  place('dispatch', 'dispatch', { title: 'Dispatch', parent_id: 'cold-room' }),
]

/** A cold room may be too warm for ten seconds: enough to see it happen. */
export const COLD_ROOM: Monitor = {
  monitor_id: 'cold-room',
  title: 'Cold room, chilled storage',
  device_id: 'cold-room-1',
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  high: '5.0',
  hysteresis: '0.5',
  duration_s: 10,
  missing_s: 120,
  ccp: true,
}
export const FREEZER: Monitor = {
  ...COLD_ROOM,
  monitor_id: 'freezer',
  title: 'Freezer',
  device_id: 'freezer-1',
  location_id: 'freezer',
  high: '-18.0',
  duration_s: 60,
}
