import type { HeldLot, HoldView } from '@flowviz/contract/hq-plant'
import { countText, whenText } from '@flowviz/contract/screen/format'
import { lotMark } from '../lot/lot-mark.ts'
import { Marked } from '../part/marked.tsx'
import { holdMark } from './quality-state.ts'

interface HoldListProps {
  holds: HoldView[]
  now: number
}

/** Holds, newest first: why, since when, on what, and what was decided. */
export function HoldList({ holds, now }: HoldListProps) {
  return (
    <ul class="quality-list">
      {holds.map(hold => (
        <li key={hold.hold_id} class="panel" data-tone={holdMark(hold).tone}>
          <header>
            <h3>{hold.reason}</h3>
            <Marked mark={holdMark(hold)} />
          </header>
          <p>
            {countText(hold.open_count, 'lot')} held of {hold.lot_count}, placed {whenText(hold.placed_at, now)}:{' '}
            {hold.cause}
            {hold.disposition !== null && `. Decided: ${hold.disposition}, ${hold.disposition_reason}`}
          </p>
          <HeldLots lots={hold.lots} />
          {hold.lots.length < hold.lot_count && (
            <p class="quiet">
              The newest {hold.lots.length} of {hold.lot_count} lots.
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function HeldLots({ lots }: { lots: HeldLot[] }) {
  return (
    <ul class="lot-list">
      {lots.map(lot => (
        <li key={lot.lot_id}>
          <a href={`/lots?lot=${lot.lot_id}`}>{lot.lot_code ?? lot.lot_id}</a>
          <span>{lot.product}</span>
          {lot.status !== null && <Marked mark={lotMark(lot.status)} />}
          {!lot.open && <span class="way">let go</span>}
        </li>
      ))}
    </ul>
  )
}
