import type { PlantDevices } from '@flowviz/contract/device'
import type { CaptureBehaviour, CapturedEvent } from '@flowviz/contract/epcis/capture'
import type { Finding } from '@flowviz/contract/epcis/finding'
import type { ErrorCode } from '@flowviz/contract/error'
import type { EventData, EventType } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot, LotRegistration } from '@flowviz/contract/lot'
import type { Reading } from '@flowviz/contract/reading'
import type { Role } from '@flowviz/contract/role'
import type { LedgerHead } from '@flowviz/contract/sync'
import type { Ask, CapturedWeight, IdempotencyKey } from './ask.ts'
import type { PeopleAsk, PeopleGives } from './people-ask.ts'
import type { Sent, TabletCommands } from './tablet-ask.ts'

export type { CapturedWeight, IdempotencyKey } from './ask.ts'

export interface SeedPerson {
  person_id: string
  name: string
  display_name: string
  role: Role
  /** PHC string of argon2id: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
  secret_hash: string
}

/**
 * Everything that may change `plant.db`. Each is decided inside the writer's transaction, under its own savepoint,
 * against the state that it commits on; it gives its result or a refusal, and never half of its events.
 */
export interface Commands extends TabletCommands {
  /** Domain command: registers a lot. Refusals: lot_code_taken, quantity_invalid, weight_missing, weight_ambiguous. */
  'register-lot': {
    takes: {
      actor: Actor
      registration: LotRegistration
      captured: CapturedWeight | null
      idempotency: IdempotencyKey | null
    }
    gives: Lot
  }
  /** What a person does in the plant: decided by the rule of its name (contract/command.ts). */
  act: { takes: Ask & { idempotency: IdempotencyKey | null; sent?: Sent }; gives: unknown }
  /** Appends one fact that no state can refuse: a session, a refusal, a device's change of state, a limit crossed. */
  record: {
    takes: {
      [T in EventType]: { type: T; actor: Actor; subject: string; data: EventData<T>; occurred_at: string | null }
    }[EventType]
    gives: { seq: number; event_id: string }
  }
  /** Expires usable lots whose last day is before `today` (UTC, `YYYY-MM-DD`), some at once; `more` says that others wait. */
  'expire-lots': { takes: { actor: Actor; today: string }; gives: { expired: number; more: boolean } }
  /** Compares the device file with what the ledger knows and appends registered, changed and retired. */
  'sync-devices': {
    takes: { actor: Actor; plant: PlantDevices }
    gives: { registered: string[]; changed: string[]; retired: string[] }
  }
  /** Creates the people of a seed file who are not there yet. */
  'seed-people': { takes: { actor: Actor; people: SeedPerson[] }; gives: { created: string[] } }
  /** Changes who may sign in, and by what (writer/people.ts). */
  people: { takes: PeopleAsk; gives: PeopleGives }
  /**
   * Keeps a refresh token (its SHA-256 only); not a ledger event. Not saved: the previous token is not the present one,
   * or the person was disabled meanwhile.
   */
  'save-session': {
    takes: {
      session_id: string
      person_id: string
      token_sha256: string
      previous_sha256: string | null
      station: string | null
      address: string | null
      expires_at: string
    }
    gives: { saved: boolean }
  }
  /** Ends a session, if it is there; `session.ended` when it says who ended it. */
  'end-session': {
    takes: { session_id: string; by?: { actor: Actor; cause: 'logout' | 'revoked' } }
    gives: { ended: boolean }
  }
  /** Keeps what headquarters acknowledged: ledger head, reading seq and its countersigned checkpoint. */
  'keep-ack': {
    takes: {
      ledger: LedgerHead | null
      readings: { epoch: number; seq: number } | null
      receipt: string | null
      at: string
    }
    gives: { kept: true }
  }
  /** Appends rows that headquarters held and this box had lost, exactly as they were; the chain must continue. */
  'append-healed': { takes: { from_seq: number; bodies: string[]; head: string }; gives: { seq: number } }
  /** Begins a new epoch after a restore without headquarters; `readings_seq` is the last reading still held. */
  'start-epoch': { takes: { actor: Actor; cause: string; readings_seq: number }; gives: { epoch: number } }
  /** Brings back one event of an earlier epoch from headquarters; twice is once. */
  'recover-event': {
    takes: { actor: Actor; epoch: number; seq: number; hash: string; body: string }
    gives: { recovered: boolean }
  }
  /**
   * Judges readings of monitored channels in their order and moves the cursor to `upto_seq`, behind which it never
   * looks again. Excursions, holds and silence follow in the same transaction. `live`: there was nothing behind these
   * when they were read; `listening_since`: from when on silence counts. Both times by the server's clock.
   */
  'judge-readings': {
    takes: { readings: Reading[]; upto_seq: number; live: boolean; now: string; listening_since: string }
    gives: { seq: number }
  }
  /** Keeps EPCIS events of others (writer/epcis.ts); `findings` is what was found in the document before. */
  'capture-epcis': {
    takes: {
      actor: Actor
      capture_id: string
      behaviour: CaptureBehaviour
      event_count: number
      events: CapturedEvent[]
      findings: Finding[]
    }
    gives: EventData<'epcis.capture_ended'>
  }
  /** Signs the present tree size and root, if they are new. */
  'sign-checkpoint': { takes: { cause: 'count' | 'time' | 'shutdown' }; gives: { size: number } }
}

export type CommandKind = keyof Commands
export type CommandTakes<K extends CommandKind> = Commands[K]['takes']
export type CommandGives<K extends CommandKind> = Commands[K]['gives']

/** One command on its way to the writer thread. */
export type Command = { [K in CommandKind]: { kind: K; takes: CommandTakes<K> } }[CommandKind]

/** What comes back for each command of a batch, after its commit. */
export type Outcome =
  | { ok: true; gives: unknown }
  | { ok: false; code: ErrorCode; message: string; hint: string; extra: Record<string, unknown> }

/** The one way to change `plant.db`. */
export interface PlantWriter {
  /**
   * Resolves after the COMMIT (synchronous=FULL) that holds the command's events, rejects with a FlowError when it was
   * refused or could not commit. Commands are decided in the order of these calls.
   */
  submit<K extends CommandKind>(kind: K, takes: CommandTakes<K>): Promise<CommandGives<K>>
  /** Head after the last commit. */
  head(): LedgerHead
  /** Called with every committed batch's last seq, after its commands resolved. */
  onCommit(listener: (head: LedgerHead) => void): void
  /** Signs a last checkpoint, commits what waits, closes the file. */
  close(): Promise<void>
}
