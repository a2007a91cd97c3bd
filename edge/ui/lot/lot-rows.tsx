import type { Lot } from '@flowviz/contract/lot'
import { decimalText, whenText } from '@flowviz/contract/screen/format'

interface LotRowsProps {
  lots: Lot[]
  now: number
  /** Only what fits beside a form. */
  compact?: boolean
}

/** Lots as rows; a weight by hand is flagged with its reason. */
export function LotRows({ lots, now, compact = false }: LotRowsProps) {
  return (
    <ul class="lots" data-compact={compact}>
      {lots.map(lot => (
        <li key={lot.lot_id} class="lot">
          <time>{whenText(lot.registered_at, now)}</time>
          <span class="what">
            <b>{lot.lot_code}</b>
            <span>{[lot.lot_type, lot.product, compact ? null : lot.supplier].filter(Boolean).join(' · ')}</span>
          </span>
          <span class="how">
            <b>{decimalText(lot.weight_kg)} kg</b>
            <WeightOrigin lot={lot} />
          </span>
          {!compact && (
            <span class="degrees">{lot.temperature_c === null ? '' : `${decimalText(lot.temperature_c)} °C`}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function WeightOrigin({ lot }: { lot: Lot }) {
  if (lot.weight.method === 'captured') return <span>from {lot.weight.scale_id}</span>
  const reason = lot.weight.manual_reason
  return (
    <span class="mark" data-tone="warn">
      by hand{reason === null ? '' : `: ${reason}`}
    </span>
  )
}
