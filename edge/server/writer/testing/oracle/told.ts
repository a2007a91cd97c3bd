import type { EventType, LedgerEvent } from '@flowviz/contract/event'

/** A row of a ledger as it is read. */
export interface Told {
  event: LedgerEvent
  hash: string
}
export type EventOf<T extends EventType> = Extract<LedgerEvent, { type: T }>

/** What a row breaks. */
export const broken = ({ seq, type }: LedgerEvent, what: string): string => `#${seq} ${type}: ${what}`

export const wherever = <T>(list: readonly T[], what: (one: T) => string | null): string[] =>
  list.flatMap(one => what(one) ?? [])
