import type { HqLot } from '@flowviz/contract/hq'
import { decimalText, whenText } from '@flowviz/contract/screen/format'
import { Marked } from '../part/marked.tsx'
import { lotMark } from './lot-mark.ts'

interface LotTableProps {
  lots: HqLot[]
  now: number
  siteName: (site: string) => string
  /** Address that shows the lot. */
  link: (lot: HqLot) => string
  /** The lot that is shown beside the table. */
  open?: string | undefined
}

/** Lots of all sites as a table; a weight by hand and a doubled code are flagged. */
export function LotTable({ lots, now, siteName, link, open }: LotTableProps) {
  return (
    <div class="table panel">
      <table>
        <thead>
          <tr>
            <th scope="col">Registered</th>
            <th scope="col">Site</th>
            <th scope="col">Lot</th>
            <th scope="col">Status</th>
            <th scope="col">Type</th>
            <th scope="col">Product</th>
            <th scope="col" class="number">
              Weight
            </th>
            <th scope="col">Weighed</th>
            <th scope="col" class="number">
              Temp.
            </th>
            <th scope="col">Supplier</th>
          </tr>
        </thead>
        <tbody>
          {lots.map(lot => (
            <tr key={lot.lot_id} data-open={lot.lot_id === open}>
              <td>{whenText(lot.registered_at, now)}</td>
              <td>{siteName(lot.site)}</td>
              <td>
                <a href={link(lot)}>{lot.lot_code}</a>
                {lot.code_conflict && (
                  <span class="mark" data-tone="alarm">
                    code used twice
                  </span>
                )}
              </td>
              <td>
                <Marked mark={lotMark(lot.status)} />
              </td>
              <td>{lot.lot_type}</td>
              <td>{lot.product}</td>
              <td class="number">
                <b>{decimalText(lot.weight_kg)}</b> kg
              </td>
              <td>
                {lot.weight.method === 'captured' && lot.weight.scale_id}
                {lot.weight.method === 'derived' && 'calculated'}
                {lot.weight.method === 'manual' && (
                  <span class="mark" data-tone="warn">
                    by hand
                  </span>
                )}
              </td>
              <td class="number">{lot.temperature_c === null ? '' : `${decimalText(lot.temperature_c)} °C`}</td>
              <td>{lot.supplier}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
