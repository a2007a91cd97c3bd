import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useScan } from '../scan/use-scan.ts'
import { ShipmentRow } from './shipment-row.tsx'
import { useShipments } from './use-shipment.ts'
import { say } from './words.ts'

const HERE: ReadonlySet<string> = new Set(['STAGED', 'PICKING', 'PLANNED'])
const ORDER = ['STAGED', 'PICKING', 'PLANNED']

/** F18: what is to leave, what stands ready first. A scan of a shipment, or of goods in it, opens it. */
export function DispatchScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const shipments = useShipments()
  const waiting = (shipments ?? [])
    .filter(({ state }) => HERE.has(state))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    const hu_id = finding.kind === 'handling_unit' ? finding.unit.hu_id : null
    const lot_id = finding.kind === 'lot' ? finding.lot.lot_id : null
    const found = waiting.find(
      ({ shipment }) =>
        shipment.shipment_code === scan.raw.trim() ||
        shipment.lines.some(line => (hu_id !== null ? line.hu_id === hu_id : line.lot_id === lot_id)),
    )
    if (found === undefined) return false
    floor.sound.play('ok')
    route(`/shipment/${encodeURIComponent(found.shipment.shipment_code)}`)
    return true
  })
  const parties = floor.shelf.parties.value.value ?? []
  return (
    <Screen title={say('title')} class="runs">
      {shipments === null ? (
        <p class="quiet">{say('loading')}</p>
      ) : (
        waiting.length === 0 && <p class="notice">{say('none')}</p>
      )}
      <ul class="rows">
        {waiting.map(now => (
          <ShipmentRow
            key={now.shipment.shipment_id}
            now={now}
            customer={parties.find(({ party_id }) => party_id === now.shipment.customer_id)?.title ?? null}
          />
        ))}
      </ul>
    </Screen>
  )
}
