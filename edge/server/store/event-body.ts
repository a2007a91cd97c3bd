import type { EventType, LedgerEvent } from '@flowviz/contract/event'

type EventOf<T extends EventType> = Extract<LedgerEvent, { type: T }>

/** The event that a ledger body holds; looks through the rows that brought an older event back. */
export function eventIn(body: string): LedgerEvent {
  let event = JSON.parse(body) as LedgerEvent
  while (event.type === 'ledger.recovered') event = JSON.parse(event.data.body) as LedgerEvent
  return event
}

/** The same, when it is of a type; else null. */
export function eventOf<T extends EventType>(type: T, body: string | undefined): EventOf<T> | null {
  const event = body === undefined ? null : eventIn(body)
  return event?.type === type ? (event as EventOf<T>) : null
}
