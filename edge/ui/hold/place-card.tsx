import { decimalText, sumText } from '@flowviz/contract/screen/format'
import { reasons } from '../gate/reasons.ts'
import { ReasonGrid } from '../part/reason-grid.tsx'
import type { HeldRef } from './place-hold.ts'
import { say } from './words.ts'

export interface PlaceCardProps {
  held: readonly HeldRef[]
  reason: string | null
  choose: (reason: string) => void
  leaveOut: (code: string) => void
}

/** The lots that are about to be held, and why. */
export function PlaceCard({ held, reason, choose, leaveOut }: PlaceCardProps) {
  return (
    <div class="two-halves">
      <section aria-label={say('held_lots')}>
        <p class="quiet">{say('scan_lots')}</p>
        {held.length === 0 ? (
          <p class="scan-here panel">{say('no_lots')}</p>
        ) : (
          <ul class="rows" aria-live="polite">
            {held.map(one => (
              <li key={one.code} class="row" data-pending={one.lot?.pending === true}>
                <span class="what">
                  <b>{one.code}</b>
                  <span>{factsOf(one)}</span>
                </span>
                <button
                  type="button"
                  class="button leave-out"
                  aria-label={say('remove', { code: one.code })}
                  onClick={() => leaveOut(one.code)}
                >
                  ✕
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ReasonGrid title={say('why')} reasons={reasons()} chosen={reason} choose={choose} />
    </div>
  )
}

function factsOf({ lot }: HeldRef): string {
  if (lot === null) return say('unknown_here')
  if (lot.pending === true)
    return [lot.product, lot.weight_kg === null ? null : `${decimalText(lot.weight_kg)} kg`, say('not_confirmed')]
      .filter(Boolean)
      .join(' · ')
  return [lot.product, `${sumText(lot.on_hand_kg)} kg`].filter(Boolean).join(' · ')
}
