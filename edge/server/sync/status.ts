import type { SyncState, SyncStatus } from '@flowviz/contract/live'
import type { PlantReader, TelemetryReader } from '../parts.ts'
import { objectOf } from './answer.ts'
import type { Lane } from './lane.ts'
import type { Progress } from './ledger-lane.ts'

/** Older than this, what waits is called a backlog. */
const BEHIND_MS = 60_000

/** How far this box is behind headquarters, from the rows themselves and from how the last tries ended. */
export function syncStatus(options: {
  reader: PlantReader
  telemetry: TelemetryReader
  ledger: Progress
  readings: Progress
  lanes: Lane[]
  now: () => number
}): SyncStatus {
  const { reader, telemetry, ledger, readings, lanes, now } = options
  const [event] = reader.ledgerRows(ledger.acked() + 1, 1)
  const [reading] = telemetry.after(readings.acked(), 1)
  const waiting = [event === undefined ? null : objectOf(event.body)?.recorded_at, reading?.received_at]
  const oldest = waiting.filter(at => typeof at === 'string').sort()[0] ?? null
  const last_ack_at = reader.acked().at
  const failed = lanes.find(lane => lane.problem() !== null)
  return {
    state: stateOf({ lanes, last_ack_at, waited_ms: oldest === null ? 0 : now() - Date.parse(oldest) }),
    pending_events: Math.max(0, reader.head().seq - ledger.acked()),
    pending_readings: Math.max(0, telemetry.lastSeq() - readings.acked()),
    oldest_pending_at: oldest,
    last_ack_at,
    problem: failed?.problem() ?? null,
  }
}

function stateOf({ lanes, last_ack_at, waited_ms }: { lanes: Lane[]; last_ack_at: string | null; waited_ms: number }) {
  const results = lanes.map(lane => lane.result())
  const state = (): SyncState => {
    if (results.includes('refused')) return 'refused'
    if (results.includes('unreachable')) return 'unreachable'
    if (last_ack_at === null) return 'never'
    return results.includes('late') || waited_ms > BEHIND_MS ? 'behind' : 'ok'
  }
  return state()
}
