import type { QueuedCommand } from '@flowviz/contract/batch'
import { laneOf } from '@flowviz/contract/command-lane'
import { isTimed } from '@flowviz/contract/command-moment'
import type { TabletAuth, TabletCommand } from '@flowviz/contract/tablet'
import { timestampOf } from '@flowviz/contract/time'
import type { Entry } from './entry.ts'
import type { Head } from './floor-db.ts'
import type { Intent } from './outbox.ts'

/** Who gives a command, and what the clocks of the tablet say at that moment. */
export interface Moment {
  key: string
  person_id: string
  auth: TabletAuth
  /** By the tablet's own clock, ms since 1970. */
  wall: number
  /** Since this page began. */
  mono_ms: number
  boot_id: string
  skew_ms: number | null
}

/** Longest text that an appliance takes (contract SignedCommand) is 65,536; the rest of an envelope is below 2,000. */
const COMMAND_LENGTH_MAX = 63_000
const LANE_LENGTH_MAX = 100

/** A command as it is kept, at this place in the order. @throws TypeError for what no screen may ask of a queue. */
export function entryOf(intent: Intent, moment: Moment): Entry {
  const params = plain(intent.params ?? {}, 'params')
  const body = plain(intent.body ?? {}, 'body')
  for (const secret of ['sign', 'witness'])
    if (secret in body || secret in params) throw new TypeError(`a queue never keeps a secret: ${secret}`)
  if (intent.lane !== undefined && (intent.lane === '' || intent.lane.length > LANE_LENGTH_MAX))
    throw new TypeError(`a lane has 1 to ${LANE_LENGTH_MAX} characters`)
  const { wall, ...given } = moment
  const length = JSON.stringify([params, body]).length
  if (length > COMMAND_LENGTH_MAX) throw new TypeError(`a command of ${length} characters is too long for a queue`)
  const queued = { key: given.key, command: intent.command, params, body }
  return {
    ...given,
    tablet_id: null,
    epoch: null,
    seq: null,
    text: null,
    rank: 0,
    command: intent.command,
    params,
    body,
    lane: intent.lane ?? laneOfNew(queued),
    ...(intent.after === undefined ? {} : { after: intent.after }),
    occurred_at: timestampOf(wall),
    mono_ms: Math.max(0, Math.round(given.mono_ms)),
    skew_ms: given.skew_ms === null ? null : Math.round(given.skew_ms),
    about: intent.about ?? null,
    state: 'queued',
    tries: 0,
    problem: null,
    answer: undefined,
    closed_at: null,
    given_up: null,
  }
}

/**
 * The same, saying in its body when it is done: a queue without signatures says it nowhere else, and what waits there
 * for hours would pass for what was done when it came.
 */
export function timed(intent: Intent, occurred_at: string): Intent {
  return isTimed(intent.command)
    ? { ...intent, body: { occurred_at, ...intent.body } as NonNullable<Intent['body']> }
    : intent
}

/** True when the entry has its number under this identity. */
export const isNumbered = (entry: Entry, { tablet_id, epoch }: Head): boolean =>
  entry.seq !== null && entry.tablet_id === tablet_id && entry.epoch === epoch

/** The entry with the next number of an enrolled tablet, and the text that goes with it. */
export function numbered(entry: Entry, { tablet_id, site, epoch, next_seq: seq }: Head): Entry {
  if (tablet_id === null || site === null) throw new TypeError('only an enrolled tablet has numbers')
  const command: TabletCommand = {
    v: 1,
    site,
    tablet_id,
    epoch,
    seq,
    ...queuedOf(entry),
    person_id: entry.person_id,
    auth: entry.auth,
    occurred_at: entry.occurred_at,
    mono_ms: entry.mono_ms,
    boot_id: entry.boot_id,
    skew_ms: entry.skew_ms,
  }
  return { ...entry, tablet_id, epoch, seq, text: JSON.stringify(command) }
}

/** The command itself, as a queue without signatures sends it. */
export function queuedOf({ key, command, params, body, lane }: Entry): QueuedCommand {
  return { key, command, params, body, lane }
}

/** A lot that this tablet names is spoken of by that name until it is registered; a hold stays in order with its lot. */
function laneOfNew(queued: QueuedCommand): string {
  const { lot_code, lot_ids } = queued.body ?? {}
  if (queued.command === 'register-lot' && typeof lot_code === 'string') return `lot_id:${lot_code}`
  if (Array.isArray(lot_ids) && lot_ids.length === 1) return `lot_id:${lot_ids[0]}`
  return laneOf(queued)
}

/** What JSON gives back: exactly what was given, or it was not JSON. */
function plain(given: object, part: string): Record<string, unknown> {
  const copy: unknown = JSON.parse(JSON.stringify(given))
  if (!sameJson(given, copy)) throw new TypeError(`the ${part} of a command are not JSON`)
  return copy as Record<string, unknown>
}

function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const isPlain = Array.isArray(a) ? Array.isArray(b) : Object.getPrototypeOf(a) === Object.prototype
  if (!isPlain) return false
  // A field that is undefined is a field that was left out.
  const given = Object.entries(a).filter(([, value]) => value !== undefined)
  return (
    given.length === Object.keys(b).length &&
    given.every(([name, value]) => sameJson(value, (b as Record<string, unknown>)[name]))
  )
}
