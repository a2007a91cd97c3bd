import type { KeyObject } from 'node:crypto'
import type { CommandAnswer, DeviceAction } from '@flowviz/contract/health'
import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Exporter } from '../fsma/exporter.ts'
import type { PackQueue } from '../pack/queue.ts'
import type {
  ClientDemand,
  DeviceBoard,
  LiveHub,
  PlantReader,
  SyncLoop,
  TelemetryReader,
  TelemetryWriter,
} from '../parts.ts'
import type { Printer } from '../print/printer.ts'
import type { Spooler } from '../printing/spooler.ts'
import type { ReadWorker } from '../read/question.ts'
import type { AuditReader } from '../store/audit-reader.ts'
import type { LimitStore } from '../store/limit-store.ts'
import type { Certificate } from '../tls/certificate.ts'
import type { PlantWriter } from '../writer/command.ts'
import type { Tokens } from './token.ts'

/** Counts tries to sign in, in a store that a restart does not empty. */
export interface LoginAttempts {
  /** Counts one try of an account from an address. Throws FlowError account_locked or rate_limited with `retry_after_s`. */
  take(address: string, name: string): Promise<void>
  /** The try was wrong: with so many in a row the account is locked for a while. */
  fail(address: string, name: string): Promise<void>
  /** The try was right: it does not count, and the account starts anew. */
  forgive(address: string, name: string): Promise<void>
}

/** Asks a gateway to act on a device and waits for its answer. */
export interface DeviceActions {
  act(deviceId: string, action: DeviceAction): Promise<CommandAnswer>
}

/** What the appliance gives to its doors. */
export interface AppParts {
  site: string
  site_name: string
  version: string
  logger: Logger
  /** ms since 1970 */
  now: () => number
  newId: () => string
  randomBytes: (count: number) => Buffer
  plant: PlantWriter
  reader: PlantReader
  audit: AuditReader
  read: Pick<ReadWorker, 'ask'>
  telemetry: TelemetryReader
  telemetryWriter: Pick<TelemetryWriter, 'attach'>
  printer: Pick<Printer, 'print'>
  packs: Pick<PackQueue, 'cancel' | 'request' | 'progress' | 'file'>
  exporter: Pick<Exporter, 'progressOf' | 'pathOf'>
  spooler: Pick<Spooler, 'stateOf'>
  board: DeviceBoard
  hub: LiveHub
  sync: Pick<SyncLoop, 'status' | 'nudge'>
  actions: DeviceActions
  /** Ed25519 private key that signs access tokens. */
  token_key: KeyObject
  attempts: LoginAttempts
  limits: Pick<LimitStore, 'rules' | 'take'>
  /** What keeps the box from taking work; empty: ready. */
  troubles: () => Promise<{ code: string; detail: string }[]>
  /** What somebody has to see to, while the box works. */
  warnings: () => { code: string; detail: string }[]
  metrics: Registry
  ui_dir: string | null
  /** What the secure address is served with; null: plain HTTP. */
  certificate: Pick<Certificate, 'cert' | 'key'> | null
  /** What is asked of the screens. */
  client: ClientDemand
  /** Ends when the server stops: streams close on it. */
  stopping: AbortSignal
}

/**
 * Who is in a continuous period of signing: at one place, in one session. Kept in memory alone: after a restart
 * everybody signs with all components again.
 */
export interface Continuity {
  isContinuous(request: FastifyRequest): boolean
  /** The person signed with what this signing takes. */
  signed(request: FastifyRequest): void
  /** The person is somewhere else, or gone: the next signing takes all components. */
  broken(person_id: string, by?: { session_id: string }): void
}

/** What a door sees. */
export interface DoorParts extends AppParts {
  tokens: Tokens
  continuity: Continuity
}
