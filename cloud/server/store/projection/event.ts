import {
  type AnyEvent,
  EVENT_TYPES,
  EVENT_VERSION,
  EVENTS,
  type EventType,
  type LedgerEvent,
} from '@flowviz/contract/event'
import { Compile } from 'typebox/compile'

/** Number of a row in its epoch. */
export interface Place {
  epoch: number
  seq: number
}

/** A ledger row on its way into the projections. */
export interface ProjectedRow extends Place {
  hash: string
  received_at: string
  event: LedgerEvent
  /** The row held here that has the event, itself or inside. */
  held: Place
}

/** What an event is to this release. */
export type Understood = { known: LedgerEvent } | { dead: string }

const schemas = new Map(EVENT_TYPES.map(type => [type as string, Compile(EVENTS[type])]))
export const isEventType = (type: string): type is EventType => schemas.has(type)

/** An event of a future version, an unknown type or another shape is kept, but not projected. */
export function understand(event: AnyEvent): Understood {
  if (event.v !== EVENT_VERSION) return { dead: `version ${event.v} is newer than this release` }
  const schema = schemas.get(event.type)
  if (schema === undefined) return { dead: 'this release does not know the type' }
  if (schema.Check(event)) return { known: event as unknown as LedgerEvent }
  const wrong = schema.Errors(event)[0]
  return { dead: `${wrong?.instancePath || '/'} ${wrong?.message ?? 'is wrong'}` }
}

/** True when `a` stands before `b` in the history of a site: what it says of now counts no more. */
export function isBefore(a: Place, b: Place): boolean {
  return a.epoch < b.epoch || (a.epoch === b.epoch && a.seq < b.seq)
}
