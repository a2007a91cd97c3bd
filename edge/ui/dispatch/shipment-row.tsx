import { sumText } from '@flowviz/contract/screen/format'
import type { ShipmentNow } from './shipment-now.ts'
import { say } from './words.ts'

interface ShipmentRowProps {
  now: ShipmentNow
  customer: string | null
}

/** A shipment in the list: where it goes, how much is picked, how far it is. */
export function ShipmentRow({ now: { shipment, state, picks, is_leaving, refused }, customer }: ShipmentRowProps) {
  const { shipment_code, lines, picked_kg, customer_id } = shipment
  const waits = picks.filter(pick => !pick.refused).length
  return (
    <li>
      <a
        class="row run-row"
        href={`/shipment/${encodeURIComponent(shipment_code)}`}
        data-pending={waits > 0 || is_leaving}
      >
        <span class="what">
          <b>{customer ?? customer_id}</b>
          <span>{shipment_code}</span>
        </span>
        <span class="when">
          <span>{say('picked', { n: lines.length, kg: sumText(picked_kg) })}</span>
          {waits > 0 && <span>{say('waiting', { n: waits })}</span>}
        </span>
        {refused.length > 0 ? (
          <span class="mark state" data-tone="alarm">
            {say('decide')}
          </span>
        ) : (
          <b class="state">{say(state)}</b>
        )}
      </a>
    </li>
  )
}
