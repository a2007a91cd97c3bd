import Type, { type Static } from 'typebox'
import type { Alarm } from './alarm.ts'
import type { CommandName } from './command.ts'
import type { DeviceView } from './device.ts'
import type { Lot } from './lot.ts'
import type { Reading } from './reading.ts'

/**
 * What the one server-sent-event stream of a floor screen carries. `hello` comes first and again after a gap (the
 * screen then fetches anew); a comment comes every 5 s. Weights are the latest value only and are never replayed.
 */
export type LiveMessage =
  | { type: 'hello'; site: string; server_time: string; version: string }
  | { type: 'reading'; reading: Reading }
  | { type: 'device'; device: Omit<DeviceView, 'latest'> }
  | { type: 'lot'; lot: Lot }
  /** A command was done that changes more than one lot: a screen that shows runs, holds or places asks anew. */
  | { type: 'changed'; command: CommandName }
  | { type: 'sync'; sync: SyncStatus }
  /** Something needs a person, from the moment it is in the ledger; nobody asked for it. */
  | { type: 'alarm'; alarm: Alarm }

export type SyncState = 'never' | 'ok' | 'behind' | 'unreachable' | 'refused' | 'off'

/** How far the appliance is behind headquarters. */
export const SyncStatus = Type.Object(
  {
    state: Type.Enum(['never', 'ok', 'behind', 'unreachable', 'refused', 'off'] as SyncState[]),
    pending_events: Type.Integer({ minimum: 0 }),
    pending_readings: Type.Integer({ minimum: 0 }),
    oldest_pending_at: Type.Union([Type.String(), Type.Null()]),
    last_ack_at: Type.Union([Type.String(), Type.Null()]),
    problem: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'SyncStatus', additionalProperties: false },
)
export type SyncStatus = Static<typeof SyncStatus>
