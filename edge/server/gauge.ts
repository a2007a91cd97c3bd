import type { LedgerHead } from '@flowviz/contract/sync'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Broker } from './broker/broker.ts'
import { addDeviceGauges } from './device-gauge.ts'
import type { IngestDoor } from './ingest/door.ts'
import type { DeviceBoard, SyncLoop, TelemetryReader } from './parts.ts'

/** What the gauges look at when somebody asks. */
export interface Watched {
  board: DeviceBoard
  broker: Broker
  ingest: IngestDoor
  sync: Pick<SyncLoop, 'status'>
  telemetry: TelemetryReader
  screens: () => number
  head: () => LedgerHead
}

export interface Gauges {
  registry: Registry
  readingCommitted(took_ms: number): void
  ledgerCommitted(head: LedgerHead): void
  watch(watched: Watched): void
}

/** The numbers of the appliance for Prometheus. Rooms count for themselves; the numbers are fetched when asked for. */
export function gauges(): Gauges {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const commit_seconds = new Histogram({
    name: 'flowviz_reading_commit_seconds',
    help: 'From the arrival of a measurement to its commit.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const batch_events = new Histogram({
    name: 'flowviz_ledger_batch_events',
    help: 'Ledger events in one commit.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  })
  let seq: number | null = null
  return {
    registry,
    readingCommitted: took_ms => commit_seconds.observe(took_ms / 1_000),
    ledgerCommitted(head) {
      if (seq !== null && head.seq > seq) batch_events.observe(head.seq - seq)
      seq = head.seq
    },
    watch(watched) {
      seq ??= watched.head().seq
      for (const [name, help, read] of figures(watched))
        new Gauge({
          name: `flowviz_${name}`,
          help,
          registers,
          collect() {
            this.set(read())
          },
        })
      addDeviceGauges(registry, () => watched.board.views())
    },
  }
}

function figures({ broker, ingest, sync, telemetry, screens, head }: Watched): [string, string, () => number][] {
  return [
    ['ledger_seq', 'Number of the last ledger event.', () => head().seq],
    ['readings_seq', 'Number of the last reading.', () => telemetry.lastSeq()],
    ['readings_accepted_total', 'Readings committed since the start.', () => ingest.counts().accepted],
    ['readings_repeated_total', 'Repeats of a reading that was there.', () => ingest.counts().repeated],
    ['quarantined_total', 'Messages put into quarantine since the start.', () => ingest.counts().quarantined],
    ['quarantine_rows', 'Messages that the quarantine has taken.', () => telemetry.quarantineCount()],
    ['held_messages', 'Messages that wait for a disk that cannot commit.', () => ingest.held()],
    ['mqtt_clients', 'Connected MQTT clients.', () => broker.connected()],
    ['mqtt_oversize_total', 'Clients cut off for a packet over 64 KiB.', () => broker.counts().oversize],
    ['mqtt_refused_clients_total', 'MQTT clients refused.', () => broker.counts().refused_clients],
    ['mqtt_refused_topics_total', 'Publishes and subscriptions refused.', () => broker.counts().refused_topics],
    ['screens', 'Open live streams.', screens],
    ['sync_pending_events', 'Events that headquarters lacks.', () => sync.status().pending_events],
    [
      'sync_oldest_pending_timestamp_seconds',
      'When the oldest event that headquarters lacks was recorded; 0 when it lacks none.',
      () => Date.parse(sync.status().oldest_pending_at ?? '') / 1000 || 0,
    ],
    ['sync_pending_readings', 'Readings that headquarters lacks.', () => sync.status().pending_readings],
  ]
}
