import type { CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import type { TabletAuth } from '@flowviz/contract/tablet'
import type { ReadonlySignal } from '@preact/signals'
import type { Entry, ShownEntry } from './entry.ts'

/** Who does something at this tablet, and how they were known. */
export interface Doer {
  person_id: string
  auth: TabletAuth
}

/** What a person wants done. It is kept before it is sent, so it may not carry a secret. */
export interface Intent<C extends CommandName = CommandName> {
  command: C
  params?: CommandParams<C>
  body?: CommandBody<C>
  /**
   * What it must stay in order with; left out: the lot or run that it is about (contract/command-lane laneOf). Registering a
   * lot with a code of this tablet stays in order with what names that code as its `lot_id`.
   */
  lane?: string
  /** Lanes of which everything before it is done first, though it does not stand in them: the lots that a run takes. */
  after?: readonly string[]
  /** What it is about in words for a list, such as a lot code. */
  about?: string
  /** Who does it; left out: who is here. What follows later from a tap is still of who tapped. */
  by?: Doer
}

/**
 * The durable queue of this tablet. A command is safe from the moment that `put` resolves (first tick of a button) and
 * done when `settled` says acked (second tick). It is one queue for all tabs of this origin.
 */
export interface Outbox {
  /** Who is signed in at this tablet; null: nobody. */
  doer: () => Doer | null
  /**
   * Keeps a command and sends it as soon as it can be sent.
   *
   * @returns the entry, when it is on disk.
   * @throws OutboxRefusal when it was not kept; `trouble` then says the same to the person.
   */
  put: <C extends CommandName>(intent: Intent<C>) => Promise<ShownEntry>
  /** What is not done yet and the newest of what is, in the order of this tablet; null until the store was read. */
  entries: ReadonlySignal<readonly ShownEntry[] | null>
  /** How many wait: queued, being sent or parked. */
  waiting: ReadonlySignal<number>
  /** When the oldest of them was given, by the tablet's clock (ms since 1970); null when nothing waits. */
  oldest_at: ReadonlySignal<number | null>
  /** What needs a person: rejected ones and those parked behind them. */
  attention: ReadonlySignal<readonly ShownEntry[]>
  /** The entry of the moment; undefined when this store has none. */
  entry: (key: string) => ShownEntry | undefined
  /** Resolves when the command is acked, rejected or given up; at once when it is so already. */
  settled: (key: string) => Promise<ShownEntry>
  /** Sends a rejected one again as it was: for what may succeed now. */
  retry: (key: string) => Promise<void>
  /** Gives a rejected one up for this reason; it stays to be seen, and those parked behind it go on. */
  discard: (key: string, reason: string) => Promise<void>
  /** A new decision in the place of a rejected one: that is given up, and those behind it follow the new one. */
  redecide: <C extends CommandName>(key: string, intent: Intent<C>) => Promise<ShownEntry>
  /** Something happened that makes sending worth a try: the live stream said hello, the page is seen again. */
  wake: () => void
  /** What is not closed, as this page knows it: a store that is cleared under it begins anew with that. */
  remembered: () => readonly Entry[]
  /** Such a store has begun, with these. */
  begunAnew: (entries: readonly Entry[]) => void
  /** Why entries cannot be kept or are not taken, in words; null when all is well. */
  trouble: ReadonlySignal<OutboxTrouble | null>
  /** Everything that is not acked, for a technician: an encrypted file (docs/queue-export.md). */
  exportQueue: (passphrase: string) => Promise<Blob>
  /** Begins to send, in one tab of this origin at a time. */
  start: () => void
  stop: () => Promise<void>
}

/** What keeps the queue from being kept or taken, in words for the person at the screen. */
export interface OutboxTrouble {
  code: 'store_full' | 'store_lost' | 'store_newer' | 'store_blocked' | 'tablet_refused' | 'nobody_signed_in'
  title: string
  hint: string
}

/** Why a command was not kept. Nothing of it is stored. */
export class OutboxRefusal extends Error {
  readonly trouble: OutboxTrouble

  constructor(trouble: OutboxTrouble, cause?: unknown) {
    super(trouble.title, cause === undefined ? undefined : { cause })
    this.name = 'OutboxRefusal'
    this.trouble = trouble
  }
}
