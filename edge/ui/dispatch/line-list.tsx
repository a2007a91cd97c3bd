import type { Shipment } from '@flowviz/contract/logistics-view'
import { sumText } from '@flowviz/contract/screen/format'
import type { PendingPick } from './shipment-now.ts'
import { say } from './words.ts'

export interface ShownLine {
  line: Shipment['lines'][number]
  sscc: string | null
  /** Why it may not leave any more, in a word. */
  bad: string | null
}

/** What was picked, the newest first; what waits on this tablet is hatched. */
export function LineList({ lines, picks }: { lines: readonly ShownLine[]; picks: readonly PendingPick[] }) {
  return (
    <section class="taken" aria-label={say('lines')}>
      <h2>{say('lines')}</h2>
      {lines.length + picks.length === 0 && <p class="quiet">{say('no_lines')}</p>}
      <ul class="rows">
        {picks.toReversed().map(({ key, title, refused }) => (
          <li key={key} class="row" data-pending={!refused}>
            <b class="what">{title}</b>
            {refused ? (
              <span class="mark" data-tone="alarm">
                {say('refused_pick')}
              </span>
            ) : (
              <span class="mark" data-tone="pending">
                {say('waits')}
              </span>
            )}
          </li>
        ))}
        {lines.toReversed().map(({ line, sscc, bad }) => (
          <li key={line.line_id} class="row">
            <span class="what">
              <b>{line.lot_code}</b>
              <span>
                {`${sumText(line.weight_kg)} kg`}
                {sscc !== null && ` · ${say('pallet', { sscc })}`}
              </span>
            </span>
            {bad !== null && (
              <span class="mark" data-tone="alarm">
                {say('may_not', { why: bad })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
