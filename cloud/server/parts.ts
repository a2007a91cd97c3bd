import type { ErrorCode } from '@flowviz/contract/error'
import type { AnyEvent } from '@flowviz/contract/event'
import type {
  ChannelView,
  DeadLetter,
  HqLiveMessage,
  HqLot,
  HqLotPage,
  HqReadingPage,
  SiteView,
} from '@flowviz/contract/hq'
import type {
  AlarmPage,
  Deviation,
  DeviationPage,
  GatePage,
  HeldLotPage,
  HoldPage,
  LotLinks,
  RecordPage,
} from '@flowviz/contract/hq-plant'
import type { Person } from '@flowviz/contract/identity'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Frontier } from '@flowviz/contract/merkle'
import type { Reading } from '@flowviz/contract/reading'
import type {
  LedgerBatchHeader,
  LedgerHead,
  LedgerReceipt,
  ReadingBatchHeader,
  ReadingReceipt,
  SiteHead,
} from '@flowviz/contract/sync'

/** One body of a batch: the exact text, and what every version of an event says. */
export interface BatchEvent {
  body: string
  event: AnyEvent
}

/** A well-formed batch of one site; nothing of it has been compared with what is held yet. */
export interface LedgerBatch {
  header: LedgerBatchHeader
  events: BatchEvent[]
}

/** One reading as it was sent; `reading` is null when this release cannot read it. */
export interface BatchReading {
  seq: number
  body: string
  reading: Reading | null
}

export interface ReadingBatch {
  header: ReadingBatchHeader
  lines: BatchReading[]
}

export interface LedgerRow {
  seq: number
  hash: string
  body: string
}

/** What is held of a site, as far as a batch has to be compared with it. */
export interface HeldLedger {
  head: LedgerHead
  /** Rows of the batch's range that are held in its epoch or, before that began, in the epochs it came from. */
  rows: LedgerRow[]
  /** The row that a new epoch says it resumed from; null when it is not held. */
  resumed: LedgerHead | null
}

/** What a batch is to what is held. `append`: the events from `skip` on, chained behind `previous`. */
export type LedgerVerdict =
  | { kind: 'replay' }
  | { kind: 'append'; skip: number; previous: { seq: number; hash: string }; rows: LedgerRow[] }
  | { kind: 'refused'; code: Extract<ErrorCode, 'ledger_gap' | 'ledger_fork' | 'chain_broken'>; detail: string }

/** Where the readings of a site stand, and where its next epoch of readings begins, if the ledger has said so. */
export interface HeldReadings {
  epoch: number
  seq: number
  next: { epoch: number; first_reading: number } | null
}

export type ReadingVerdict = { kind: 'replay' } | { kind: 'append'; skip: number } | { kind: 'gap' }

/** A checkpoint that a key of the site has signed. */
export interface OpenedCheckpoint {
  size: number
  root: string
  text: string
}

/** What the first event of an epoch says. */
export interface EpochStart {
  epoch: number
  resumed_from: { seq: number; hash: string }
  first_reading: number
}

/** The rules of the ledger as the store needs them inside its transaction; domain/ has them. */
export interface LedgerRules {
  judgeLedger(held: HeldLedger, batch: LedgerBatch): LedgerVerdict
  judgeReadings(held: HeldReadings, header: ReadingBatchHeader): ReadingVerdict
  /** What the first event of a batch says of a new epoch; null when it says nothing. */
  startOf(batch: LedgerBatch): EpochStart | null
  genesis(site: string, publicKey: string): string
  /** Advances a frontier by row hashes (hex), in place. */
  grow(frontier: Frontier, hashes: Iterable<string>): void
  /** @throws FlowError checkpoint_invalid. */
  openCheckpoint(note: string, origin: string, keys: string[]): OpenedCheckpoint
  /** The same note with the witness's signature. @throws FlowError checkpoint_invalid when the root is another one. */
  countersign(checkpoint: OpenedCheckpoint, frontier: Frontier, note: string): string
}

/** What an append did, after its commit. `lot_ids`: lots that are new or changed. `fork` is set when the alarm was raised by this very batch. */
export type LedgerOutcome =
  | { kind: 'stored'; receipt: LedgerReceipt; lot_ids: string[] }
  | { kind: 'refused'; code: 'ledger_gap' | 'ledger_fork' | 'chain_broken'; detail: string; head: LedgerHead }

export type ReadingOutcome =
  | { kind: 'stored'; receipt: ReadingReceipt }
  | { kind: 'gap'; head: { epoch: number; seq: number } }

/** Records of the sites. Everything resolves after its commit. */
export interface RecordStore {
  appendLedger(batch: LedgerBatch, received_at: string): Promise<LedgerOutcome>
  appendReadings(batch: ReadingBatch, received_at: string): Promise<ReadingOutcome>
  head(site: string): Promise<SiteHead>
  /** Bodies of one epoch as they are stored, from `from_seq` on, at least one if there is one. */
  copyLedger(query: CopyQuery): Promise<string[]>
  copyReadings(query: CopyQuery): Promise<string[]>
}

export interface CopyQuery {
  site: string
  epoch: number
  from_seq: number
  limit: number
}

export interface BoxKey {
  public_key: string
  revoked: boolean
}

export interface BoxStore {
  /** Every key that a box of this site ever had, the present one first; empty for an unknown site. */
  keys(site: string): Promise<BoxKey[]>
  /** False when this token has been used before. */
  useToken(token: { site: string; jti: string; expires_at: string; now: string }): Promise<boolean>
  makeClaim(claim: { site: string; code_sha256: string; made_by: string; expires_at: string }): Promise<void>
  /** Uses the claim up, revokes the site's earlier keys and takes this one. @throws FlowError claim_invalid. */
  enrol(box: { site: string; site_name: string; public_key: string; code_sha256: string; now: string }): Promise<void>
}

export interface Credential {
  person: Person
  secret_hash: string
}

/** `rotated` is false for the second of two requests that exchanged one token at the same moment. */
export type Rotation = { person: Person; rotated: boolean } | 'unknown' | 'reused'

export interface PersonStore {
  seed(people: (Omit<Person, 'id'> & { person_id: string; secret_hash: string })[]): Promise<number>
  credential(name: string): Promise<Credential | null>
  startSession(session: {
    session_id: string
    person_id: string
    token_sha256: string
    expires_at: string
    now: string
  }): Promise<void>
  /** Exchanges a refresh token for the next one. `reused`: it had been exchanged before; the session is over. */
  rotate(exchange: { token_sha256: string; next_sha256: string; expires_at: string; now: string }): Promise<Rotation>
  endSession(token_sha256: string, now: string): Promise<void>
}

export interface LotQuery {
  site: string | null
  q: string | null
  status: LotStatus | null
  limit: number
  cursor: { registered_at: string; lot_id: string } | null
}

export interface ReadingQuery {
  site: string
  device_id: string
  channel: string
  since: string
  until: string
  points: number
}

export interface DeadLetterQuery {
  site: string | null
  limit: number
  /** Key of the last one of the page before. */
  cursor: { site: string; stream: string; epoch: number; seq: number } | null
}

/** Questions over all sites. Rows become contract shapes in the store and nowhere else. */
export interface Questions {
  /** `dayStart`: the moment since when a lot is of today. */
  sites(dayStart: string): Promise<SiteView[]>
  site(site: string, dayStart: string): Promise<SiteView | null>
  lots(query: LotQuery): Promise<HqLotPage>
  lot(lotId: string): Promise<HqLot | null>
  /** Those of some lots that are held, in no order. */
  lotsById(lotIds: readonly string[]): Promise<HqLot[]>
  readings(query: ReadingQuery): Promise<HqReadingPage>
  channels(site: string | null): Promise<ChannelView[]>
  deadLetters(query: DeadLetterQuery): Promise<{ dead_letters: DeadLetter[]; next: string | null }>
  /** Fails when the database does not answer. */
  ping(): Promise<void>
}

/** A page of records of one kind, newest first. */
export interface RecordQuery {
  site: string
  kind: string
  state: string | null
  parent: string | null
  limit: number
  cursor: { at: number; id: string } | null
}
type KindQuery = Omit<RecordQuery, 'kind' | 'parent'>

export interface HeldLotQuery {
  site: string
  hold_id: string
  limit: number
  /** Id of the last lot of the page before. */
  cursor: string | null
}

export interface GateQuery {
  site: string
  lot_id: string | null
  decision: string | null
  line: string | null
  limit: number
  cursor: { epoch: number; seq: number } | null
}

export interface LinkCursor {
  lot_id: string
  run_id: string
  kind: string
}
export interface LinkQuery {
  site: string
  lot_id: string
  /** In each direction. */
  limit: number
  parents: LinkCursor | null
  children: LinkCursor | null
}

/** Questions about one plant. Lists of an unknown site are empty; `knows` tells. */
export interface PlantQuestions {
  /** True for an enrolled site and, when one is asked for, a lot that it has told of. */
  knows(site: string, lotId: string | null): Promise<boolean>
  links(query: LinkQuery): Promise<LotLinks>
  holds(query: KindQuery): Promise<HoldPage>
  heldLots(query: HeldLotQuery): Promise<HeldLotPage>
  gates(query: GateQuery): Promise<GatePage>
  deviations(query: KindQuery): Promise<DeviationPage>
  deviation(site: string, id: string): Promise<Deviation | null>
  alarms(query: KindQuery): Promise<AlarmPage>
  records(query: RecordQuery): Promise<RecordPage>
}

/** Fan-out to the screens. */
export interface LiveHub {
  publish(message: HqLiveMessage): void
  subscribe(listener: (message: HqLiveMessage) => void): () => void
  listeners(): number
}

/** Counts attempts against a limit that a restart does not reset. */
export interface AttemptLimit {
  /** @throws FlowError rate_limited with the seconds to wait. */
  take(key: string): Promise<void>
  forgive(key: string): Promise<void>
}
