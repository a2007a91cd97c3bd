import type { CommandName } from '@flowviz/contract/command'
import type { Problem } from '@flowviz/contract/error'
import type { TabletAuth } from '@flowviz/contract/tablet'

/**
 * Where an entry stands. `queued`: kept here, not sent yet or without an answer. `acked`: committed at the appliance.
 * `rejected`: the appliance refused it and a person has to decide. `parked`: waits behind a rejected one of its lane.
 * `given-up`: a person gave a rejected one up.
 */
export type EntryState = 'queued' | 'acked' | 'rejected' | 'parked' | 'given-up'

/** One command as the store of this tablet keeps it. */
export interface Entry {
  /** UUIDv7; names the command for ever and is its idempotency key. */
  key: string
  /**
   * Its number under the identity that last sent it, from 1 without a gap in an epoch: given when it is sent first, so
   * that one that is parked leaves no gap behind. Null on a tablet that is not enrolled, and before.
   */
  tablet_id: string | null
  epoch: string | null
  seq: number | null
  /** The exact text that is signed (JSON of TabletCommand), with the number. */
  text: string | null
  /** Its place in its lane, in the order of this tablet; that of another entry if it was decided in its place. */
  rank: number
  command: CommandName
  params: Record<string, unknown>
  body: Record<string, unknown>
  lane: string
  /** Other lanes that it comes after; left out: none. */
  after?: readonly string[]
  person_id: string
  auth: TabletAuth
  occurred_at: string
  mono_ms: number
  boot_id: string
  skew_ms: number | null
  /** What it is about in words that the screen had at that moment, such as a lot code. */
  about: string | null
  state: EntryState
  /** How often it was sent. */
  tries: number
  /** The last refusal; of a queued one a passing failure of the appliance. */
  problem: Problem | null
  /** The answer of the appliance, of an acked one. */
  answer: unknown
  /** When it was acked or given up, by the appliance's clock as far as it is known. */
  closed_at: string | null
  /** Why a person gave it up. */
  given_up: string | null
}

/** An entry as a screen shows it. */
export interface ShownEntry extends Omit<Entry, 'state'> {
  state: EntryState | 'sending'
  /** Why a queued one does not go: its person is not signed in, and this tablet is not enrolled. */
  blocked_by: 'sign-in' | null
}

/** True while nothing was decided about it: it waits here, is on its way, or waits behind another. */
export const isOpen = (entry: Pick<ShownEntry, 'state'>): boolean => isOnItsWay(entry) || entry.state === 'parked'

/** True while it goes to the appliance as soon as that can be reached. */
export const isOnItsWay = ({ state }: Pick<ShownEntry, 'state'>): boolean => state === 'queued' || state === 'sending'
