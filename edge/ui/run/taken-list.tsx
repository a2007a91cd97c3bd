import { kgText } from './mass.ts'
import type { Taken } from './taken.ts'
import { say } from './words.ts'

const ROWS_MAX = 12

interface TakenListProps {
  taken: readonly Taken[]
  flagged: readonly Taken[]
  /** Puts all of a lot back; null where the run takes nothing back. */
  putBack: ((lot: Taken) => void) | null
}

/** What is in a run, the newest first. */
export function TakenList({ taken, flagged, putBack }: TakenListProps) {
  const bad = new Set(flagged.map(({ lot_id }) => lot_id))
  return (
    <section class="taken" aria-label={say('inside')}>
      <h2>{say('inside')}</h2>
      {taken.length === 0 && <p class="quiet">{say('inside_none')}</p>}
      <ul class="rows">
        {taken
          .toReversed()
          .slice(0, ROWS_MAX)
          .map(lot => (
            <li key={lot.lot_id} class="row" data-pending={lot.waiting_mg !== 0 || lot.is_weighed_later}>
              <span class="what">
                <b>{lot.lot_code}</b>
                <span>
                  {lot.weight_mg > 0 && `${kgText(lot.weight_mg)} kg`}
                  {lot.waiting_mg !== 0 && ` · ${say('waits')}`}
                  {lot.is_weighed_later && ` · ${say('weighed_later')}`}
                </span>
              </span>
              {bad.has(lot.lot_id) && (
                <span class="mark" data-tone="alarm">
                  {say('held')}
                </span>
              )}
              {putBack !== null && lot.weight_mg > 0 && (
                <button type="button" class="button" onClick={() => putBack(lot)}>
                  {say('put_back')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
