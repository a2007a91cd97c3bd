import type { Lot } from '@flowviz/contract/lot'
import { dayText, decimalText, whenText } from '@flowviz/contract/screen/format'
import type { ComponentChild, VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { lotTypeWord } from '../word/lot-type.ts'
import type { KnownLot, PendingLot } from './pending-lots.ts'
import { say } from './words.ts'

interface LotRowsProps {
  lots: readonly KnownLot[]
  now: number
  nameOf: (deviceId: string) => string
  /** Stands behind the rows. */
  end?: ComponentChild
}

/** Lots as rows; a weight by hand is flagged with its reason, and what waits on this tablet is hatched. */
export function LotRows({ lots, now, nameOf, end }: LotRowsProps) {
  // A row says nothing that changes by the second: it is drawn once for each lot and day, and Preact skips what is the same.
  const drawn = useMemo(() => new WeakMap<KnownLot, VNode>(), [dayText(now), nameOf])
  const rowOf = (lot: KnownLot): VNode => {
    const row = drawn.get(lot) ?? draw(lot, { now, nameOf })
    drawn.set(lot, row)
    return row
  }
  return (
    <ul class="lots">
      {lots.map(rowOf)}
      {end}
    </ul>
  )
}

const draw = (lot: KnownLot, { now, nameOf }: Pick<LotRowsProps, 'now' | 'nameOf'>): VNode =>
  lot.pending === true ? (
    <PendingRow key={lot.key} lot={lot} now={now} />
  ) : (
    <LotRow key={lot.lot_id} lot={lot} now={now} nameOf={nameOf} />
  )

function LotRow({ lot, now, nameOf }: { lot: Lot } & Pick<LotRowsProps, 'now' | 'nameOf'>) {
  return (
    <li class="lot" data-held={lot.open_holds > 0}>
      <time>{whenText(lot.registered_at, now)}</time>
      <a class="what" href={`/lot/${encodeURIComponent(lot.lot_id)}`}>
        <b>{lot.lot_code}</b>
        <span>{[lotTypeWord(lot.lot_type), lot.product, lot.supplier].filter(Boolean).join(' · ')}</span>
      </a>
      <span class="how">
        <b>{decimalText(lot.weight_kg)} kg</b>
        <WeightOrigin lot={lot} nameOf={nameOf} />
      </span>
      <span class="degrees">
        {lot.open_holds > 0 ? (
          <b class="mark" data-tone="hold">
            {say('held_lot')}
          </b>
        ) : (
          lot.temperature_c !== null && `${decimalText(lot.temperature_c)} °C`
        )}
      </span>
    </li>
  )
}

function PendingRow({ lot, now }: { lot: PendingLot; now: number }) {
  return (
    <li class="lot" data-pending="true">
      <time>{whenText(lot.registered_at, now)}</time>
      <a class="what" href="/sync">
        <b>{lot.lot_code ?? say('code_later')}</b>
        <span>
          {[lot.lot_type === null ? null : lotTypeWord(lot.lot_type), lot.product ?? lot.item_id, lot.supplier_id]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
      <span class="how">
        <b>{lot.weight_kg === null ? say('weight_follows') : `${decimalText(lot.weight_kg)} kg`}</b>
        {lot.by_hand && (
          <span class="mark" data-tone="warn">
            {say('by_hand')}
          </span>
        )}
      </span>
      <b class="mark degrees" data-tone={lot.rejected ? 'alarm' : 'pending'}>
        {say(lot.rejected ? 'rejected' : 'pending')}
      </b>
    </li>
  )
}

function WeightOrigin({ lot, nameOf }: { lot: Lot; nameOf: (deviceId: string) => string }) {
  if (lot.weight.method === 'captured') return <span>{say('from_scale', { scale: nameOf(lot.weight.scale_id) })}</span>
  if (lot.weight.method === 'derived') return <span>{say('derived')}</span>
  const reason = lot.weight.manual_reason
  return (
    <span class="mark" data-tone="warn">
      {reason === null ? say('by_hand') : say('by_hand_why', { reason })}
    </span>
  )
}
