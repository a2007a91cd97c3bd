import type { Lot } from '@flowviz/contract/lot'
import { decimalText, whenText } from '@flowviz/contract/screen/format'

interface LotRowsProps {
  lots: Lot[]
  now: number
  nameOf: (deviceId: string) => string
  /** Only what fits beside a form. */
  compact?: boolean
}

/** Lots as rows; a weight by hand is flagged with its reason. */
export function LotRows({ lots, now, nameOf, compact = false }: LotRowsProps) {
  return (
    <ul class="lots" data-compact={compact}>
      {lots.map(lot => (
        <li key={lot.lot_id} class="lot">
          {!compact && <time>{whenText(lot.registered_at, now)}</time>}
          <span class="what">
            <b>{lot.lot_code}</b>
            <span>
              {[
                compact ? whenText(lot.registered_at, now) : null,
                lot.lot_type,
                lot.product,
                compact ? null : lot.supplier,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span class="how">
            <b>{decimalText(lot.weight_kg)} kg</b>
            <WeightOrigin lot={lot} compact={compact} nameOf={nameOf} />
          </span>
          {!compact && (
            <span class="degrees">{lot.temperature_c === null ? '' : `${decimalText(lot.temperature_c)} °C`}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface WeightOriginProps {
  lot: Lot
  compact: boolean
  nameOf: (deviceId: string) => string
}

function WeightOrigin({ lot, compact, nameOf }: WeightOriginProps) {
  if (lot.weight.method === 'captured') return <span>from {nameOf(lot.weight.scale_id)}</span>
  if (lot.weight.method === 'derived') return <span>from lots weighed before</span>
  const reason = lot.weight.manual_reason
  return (
    <span class="mark" data-tone="warn">
      by hand{reason === null || compact ? '' : `: ${reason}`}
    </span>
  )
}
