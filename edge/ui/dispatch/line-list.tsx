import type { Shipment } from '@flowviz/contract/logistics-view'
import { sumText } from '@flowviz/contract/screen/format'
import type { PendingPick } from './shipment-now.ts'
import { say } from './words.ts'

export interface ShownLine {
  line: Shipment['lines'][number]
  sscc: string | null
  /** Why it may not leave any more, in a word. */
  bad: string | null
  /** It is taken out, and the appliance has not said so yet. */
  out: boolean
}

interface LineListProps {
  lines: readonly ShownLine[]
  picks: readonly PendingPick[]
  /** Takes a line out again; null when nothing more is changed. */
  takeOut: ((line: ShownLine) => void) | null
}

/** What was picked, the newest first; what waits on this tablet is hatched. */
export function LineList({ lines, picks, takeOut }: LineListProps) {
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
        {lines.toReversed().map(shown => (
          <LineRow key={shown.line.line_id} shown={shown} takeOut={takeOut} />
        ))}
      </ul>
    </section>
  )
}

function LineRow({ shown, takeOut }: { shown: ShownLine; takeOut: LineListProps['takeOut'] }) {
  const { line, sscc, bad, out } = shown
  return (
    <li class="row" data-pending={out}>
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
      {out && (
        <span class="mark" data-tone="pending">
          {say('comes_out')}
        </span>
      )}
      {takeOut !== null && !out && (
        <button
          type="button"
          class="button"
          aria-label={`${say('take_out')}: ${line.lot_code}`}
          onClick={() => takeOut(shown)}
        >
          {say('take_out')}
        </button>
      )}
    </li>
  )
}
