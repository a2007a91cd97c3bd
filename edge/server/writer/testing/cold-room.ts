import type { LedgerEvent } from '@flowviz/contract/event'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import { plantStore } from '../../store/plant-store.ts'
import { BOX, type Box, OPERATOR, START_MS } from './box.ts'

export const MONITOR: Monitor = {
  monitor_id: 'cold-room-air',
  title: 'Cold room air',
  device_id: 'probe-1',
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  low: '0',
  high: '5',
  duration_s: 60,
  hysteresis: '0.5',
  missing_s: 120,
  ccp: true,
}

/** The moment `s` seconds after the start of the test. */
export const at = (s: number): string => timestampOf(START_MS + s * 1_000)

/** A reading of the cold room, `s` seconds after the start; null: the sensor is broken. */
export function reading(seq: number, s: number, value: string | null): Reading {
  return {
    seq,
    device_id: MONITOR.device_id,
    channel: MONITOR.channel,
    value,
    unit: value === null ? null : 'Cel',
    quality: value === null ? 'bad' : 'good',
    reason: value === null ? 'sensor_fault' : 'ok',
    verdict: 'unjudged',
    measured_at: at(s),
    received_at: at(s),
    source: `s:${seq}`,
  }
}

/** Defines places below each other. */
export function defineRooms(box: Box, rooms: Record<string, string | null>): void {
  for (const [location_id, parent_id] of Object.entries(rooms)) {
    const parent = parent_id === null ? {} : { parent_id }
    const location = { location_id, title: location_id, kind: 'storage' as const, ...parent, allow_held: true }
    const data = { version: 1, location }
    box.submit('record', {
      type: 'location.defined',
      actor: OPERATOR,
      subject: `location:${location_id}`,
      data,
      occurred_at: null,
    })
  }
}

/** Drafts and approves a version of the monitor at the box's time. */
export function approveMonitor(box: Box, change: Partial<Monitor> = {}, version = 1): void {
  const monitor = { ...MONITOR, ...change }
  const { monitor_id } = monitor
  const said = { actor: OPERATOR, subject: `monitor:${monitor_id}`, occurred_at: null }
  box.submit('record', { type: 'monitor.drafted', ...said, data: { version, monitor } })
  box.submit('record', { type: 'monitor.approved', ...said, data: { version, monitor_id } })
}

/** Hands readings to the judge; live, and at the time of the last one unless said otherwise. */
export function judge(
  box: Box,
  readings: Reading[],
  change: { live?: boolean; s?: number; upto?: number; since?: number } = {},
): void {
  const { live = true, since = 0 } = change
  const now = change.s === undefined ? (readings.at(-1)?.received_at ?? at(0)) : at(change.s)
  box.clock.ms = Math.max(box.clock.ms, Date.parse(now))
  const upto_seq = change.upto ?? readings.at(-1)?.seq ?? plantStore(box.engine.db).monitors.cursor() ?? 0
  box.submit('judge-readings', { readings, upto_seq, live, now, listening_since: at(since) })
}

/** Every event of some types, oldest first. */
export function told<T extends LedgerEvent['type']>(box: Box, ...types: T[]): Extract<LedgerEvent, { type: T }>[] {
  const rows = plantStore(box.engine.db).ledger.rows(1, 100_000)
  const events = rows.map(({ body }) => JSON.parse(body) as LedgerEvent)
  return events.filter(({ type }) => (types as string[]).includes(type)) as Extract<LedgerEvent, { type: T }>[]
}

/** Ids of the lots that an excursion has held. */
export const heldIn = (box: Box): Set<string> =>
  new Set(told(box, 'hold.placed', 'hold.widened').flatMap(({ data }) => data.lot_ids))

export { BOX }
