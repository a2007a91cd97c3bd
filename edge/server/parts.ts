import type { RecordKind } from '@flowviz/contract/change'
import type { DeviceConfig, DeviceView } from '@flowviz/contract/device'
import type { AnyEvent } from '@flowviz/contract/event'
import type { HealthMessage } from '@flowviz/contract/health'
import type { Person } from '@flowviz/contract/identity'
import type { LiveMessage, SyncStatus } from '@flowviz/contract/live'
import type { Lot, LotPage } from '@flowviz/contract/lot'
import type { Reading } from '@flowviz/contract/reading'
import type { Run, RunWhole } from '@flowviz/contract/run'
import type { LedgerHead } from '@flowviz/contract/sync'
import type { EpcisReader } from './store/epcis-reader.ts'
import type { LedgerRow } from './store/ledger-store.ts'
import type { LotQuery } from './store/lot-page.ts'
import type { WatchedMonitor } from './store/monitor-record.ts'
import type { Credential, StoredUser } from './store/person-store.ts'
import type { QualityReader } from './store/quality-reader.ts'
import type { RecallReader } from './store/recall-reader.ts'
import type { RecordQuery, StoredRecord } from './store/record-store.ts'
import type { RunBody } from './store/run-record.ts'
import type { ScanReader } from './store/scan-reader.ts'
import type { StoredSession } from './store/session-store.ts'
import type { StockReader } from './store/stock-reader.ts'
import type { ReceivedEpoch } from './store/tablet-store.ts'
import type { CapturedWeight } from './writer/command.ts'

export type { LedgerRow } from './store/ledger-store.ts'
export type { WatchedMonitor } from './store/monitor-record.ts'

/** Reads of `plant.db` on a read-only connection. Rows are mapped to contract types here and nowhere else. */
export interface PlantReader extends QualityReader {
  lots(query: LotQuery): LotPage
  lot(idOrCode: string): Lot | null
  people(): Person[]
  /** Of an active person by the name, the id, or the digest of a badge that counts at that time. */
  credential(name: string): Credential | null
  credentialOf(personId: string): Credential | null
  badgeCredential(digest: string, at: string): Credential | null
  /** Everybody who was ever known here, with what stands beside the ledger. */
  users(): StoredUser[]
  user(personId: string): StoredUser | null
  sessionsOf(personId: string): StoredSession[]
  sessionById(sessionId: string): StoredSession | null
  session(
    tokenSha256: string,
  ): { session_id: string; person: Person; station: string | null; expires_at: string } | null
  devices(): DeviceConfig[]
  record(kind: RecordKind, id: string): StoredRecord | null
  /** Records of a kind, newest first. */
  records(query: RecordQuery): StoredRecord[]
  /** Where stock is and went, handling units, shipments. */
  stock: StockReader
  /** The plant in the words of EPCIS. */
  epcis: EpcisReader
  recalls: RecallReader
  /** What stands behind a label. */
  scans: ScanReader
  /** A run by its id or its code, with its inputs and outputs. */
  run(idOrCode: string): RunWhole | null
  runView(run: RunBody): Run
  events(query: {
    limit: number
    before: number | null
    subject?: string
    type?: string
  }): { seq: number; hash: string; event: AnyEvent }[]
  ledgerRows(fromSeq: number, limit: number): LedgerRow[]
  head(): LedgerHead
  acked(): {
    ledger: LedgerHead | null
    readings: { epoch: number; seq: number } | null
    receipt: string | null
    at: string | null
  }
  checkpoint(maxSize: number): string | null
  sealedTo(): number
  /** Every monitor with its approved versions and what its readings have said so far. */
  monitors(): WatchedMonitor[]
  /** What of a tablet's epoch was received; null: nothing. */
  received(tabletId: string, epoch: string): ReceivedEpoch | null
  /** Number of the last reading that the monitors judged; null before the first. */
  judgedTo(): number | null
  close(): void
}

/** A reading before it has its number. */
export type NewReading = Omit<Reading, 'seq'>

export interface QuarantineEntry {
  received_at: string
  identity: string
  topic: string
  cause: string
  payload: Uint8Array
}

/** The bytes of a document or photo under their digest (hex SHA-256). */
export interface NewAttachment {
  sha256: string
  media_type: string
  bytes: Uint8Array
}

export type StoredAttachment = Omit<NewAttachment, 'sha256'>

/** The one way to change `telemetry.db`; its own worker and file. Resolves after the commit. */
export interface TelemetryWriter {
  /** The reading with its number, or null when the same source was stored before (a repeat is not a second reading). */
  append(reading: NewReading): Promise<Reading | null>
  quarantine(entry: QuarantineEntry): Promise<void>
  /** Keeps the bytes; twice is once. False when they were there. */
  attach(attachment: NewAttachment): Promise<boolean>
  /** Readings that headquarters held and this box had lost, with the numbers they had. */
  heal(readings: Reading[]): Promise<number>
  close(): Promise<void>
}

export interface TelemetryReader {
  latest(): Reading[]
  readings(query: { device_id: string; channel: string; since: string | null; limit: number }): Reading[]
  after(seq: number, limit: number): Reading[]
  /** Readings of some channels (`device/channel`) behind a number and up to another one, in their order. */
  ofChannels(channels: readonly string[], range: { after: number; upto: number; limit: number }): Reading[]
  lastSeq(): number
  quarantineCount(): number
  attachment(sha256: string): StoredAttachment | null
  close(): void
}

/** What is known of every device right now; lives in memory, fed by the broker and by ingest. */
export interface DeviceBoard {
  configure(devices: DeviceConfig[]): void
  applyReading(reading: Reading): void
  applyHealth(message: HealthMessage): void
  views(): DeviceView[]
  view(deviceId: string): DeviceView | null
  /** The scale's latest reading as evidence, if it is good, stable and fresh; throws FlowError scale_* otherwise. */
  capture(scaleId: string): CapturedWeight
}

/** At most so many requests a minute over all routes of the rule: each rule is a budget of its own. */
export interface RateRule {
  name: string
  /** `METHOD /path` as the router names it; a `*` at the end stands for any rest, `*` for any method or path. */
  routes: readonly string[]
  per_min: number
}

/** How often somebody may try to sign in. */
export interface LoginLimits {
  /** Wrong tries within a minute. */
  per_min_address: number
  per_min_account: number
  /** Wrong tries after which the account is locked, for `locked_s`. */
  failures_in_a_row: number
  locked_s: number
}

/** What the appliance asks of the screens that were loaded from it. */
export interface ClientDemand {
  /** The oldest release that may go on. */
  min_client: string
  /** The screen's service worker is ended. */
  kill_switch: boolean
}

/** Fan-out to the screens. */
export interface LiveHub {
  publish(message: LiveMessage): void
  subscribe(listener: (message: LiveMessage) => void): () => void
}

/** The loop that pushes to headquarters. */
export interface SyncLoop {
  status(): SyncStatus
  /** Something new was committed: push soon. */
  nudge(): void
  stop(): Promise<void>
}
