import Type, { type Static } from 'typebox'
import { isName } from './name.ts'
import { Quantity } from './quantity.ts'
import { isUuid, Uuid } from './uuid.ts'

/**
 * Where stock is or goes: `location:cold-room`, `location:cold-room/hu:<id>` inside the plant; `supplier`,
 * `customer:<party>`, `run:<id>`, `lot:<id>` (became part of it), `waste`, `sample`, `loss`, `adjustment`,
 * `void` and `return` outside of it. Only accounts of locations have a balance that is never below zero.
 */
export const Account = Type.String({
  pattern:
    '^(location:[a-z0-9-]{1,40}(/hu:[0-9a-f-]{36})?|customer:[a-z0-9-]{1,40}|(run|lot):[0-9a-f-]{36}|supplier|waste|sample|loss|adjustment|void|return)$',
})

/** A lot's stock leaves one account and enters another: double entry, so nothing appears or vanishes. */
export const Posting = Type.Object(
  { lot_id: Uuid, from: Account, to: Account, quantity: Quantity },
  { additionalProperties: false },
)
export type Posting = Static<typeof Posting>

/** A place inside the plant. */
export interface Spot {
  location_id: string
  hu_id: string | null
}

/** The account of a place. */
export function accountOf({ location_id, hu_id }: Spot): string {
  return hu_id === null ? `location:${location_id}` : `location:${location_id}/hu:${hu_id}`
}

/** The place that an account is, or null for one outside of the plant. */
export function spotOf(account: string): Spot | null {
  if (!account.startsWith('location:')) return null
  const [location_id, hu] = account.slice('location:'.length).split('/hu:') as [string, string | undefined]
  if (!isName(location_id) || (hu !== undefined && !isUuid(hu))) return null
  return { location_id, hu_id: hu ?? null }
}
