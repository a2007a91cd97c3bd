import type { KnownLot } from '../lot/pending-lots.ts'
import type { Intent } from '../outbox/outbox.ts'

/** What is being held at this station. */
export interface HoldDraft {
  /** Codes or ids as they were scanned. */
  refs: readonly string[]
  reason: string | null
}

export const EMPTY_HOLD: HoldDraft = { refs: [], reason: null }

/** A lot of a hold that is not placed yet. */
export interface HeldRef {
  /** As people call it. */
  code: string
  /** Null: this tablet does not know it; the appliance may. */
  lot: KnownLot | null
}

/** The lots that a draft names, each once. */
export function heldRefs(refs: readonly string[], known: readonly KnownLot[]): HeldRef[] {
  const found = new Map<string, HeldRef>()
  for (const ref of refs) {
    const lot = known.find(one => one.lot_code === ref || (one.pending === undefined && one.lot_id === ref)) ?? null
    const code = lot?.lot_code ?? ref
    found.set(code, { code, lot })
  }
  return [...found.values()]
}

/**
 * The commands of a hold. A lot that the appliance has not confirmed, or that this tablet does not know, is held by
 * itself, in order behind its own registration; one that is refused there must not keep the others from being held.
 */
export function holdIntents(held: readonly HeldRef[], reason: string): Intent<'place-hold'>[] {
  const isAlone = ({ lot }: HeldRef) => lot === null || lot.pending === true
  const groups = [held.filter(one => !isAlone(one)), ...held.filter(isAlone).map(one => [one])]
  return groups
    .filter(group => group.length > 0)
    .map(group => ({
      command: 'place-hold',
      body: { lot_ids: group.map(refOf), reason },
      ...(group.length === 1 ? { lane: `lot:${group[0]!.code}` } : { after: group.map(({ code }) => `lot:${code}`) }),
      about: aboutOf(group.map(({ code }) => code)),
    }))
}

const refOf = ({ code, lot }: HeldRef): string => (lot === null || lot.pending === true ? code : lot.lot_id)

const NAMED_MAX = 3
const aboutOf = (codes: readonly string[]): string =>
  codes.length <= NAMED_MAX ? codes.join(', ') : `${codes.slice(0, NAMED_MAX).join(', ')} +${codes.length - NAMED_MAX}`
