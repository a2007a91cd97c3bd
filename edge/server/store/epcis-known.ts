import type { Known, KnownLot, Piece, Placed } from '@flowviz/contract/epcis/known'
import type { Item } from '@flowviz/contract/plant/item'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Party } from '@flowviz/contract/plant/party'
import { eventIn, eventOf } from './event-body.ts'
import { linesOf } from './logistics-record.ts'
import { settingsOf } from './plan-record.ts'
import type { PlantStore } from './plant-store.ts'
import { versionRecord } from './version-record.ts'

/** So many lots of a page are looked up once. */
const LOTS_MAX = 5_000

/** What the plant's tables say of the things that its events name by id, as they are now. */
export function epcisKnown(store: PlantStore, site: string): Known {
  const lots = new Map<string, KnownLot | null>()

  function lot(lotId: string): KnownLot | null {
    if (lots.size > LOTS_MAX) lots.clear()
    const before = lots.get(lotId)
    if (before !== undefined) return before
    const found = lotOf(lotId, store)
    lots.set(lotId, found)
    return found
  }

  return {
    site,
    gln: settingsOf(store).gln ?? null,
    lot,
    partyGln: id => (store.records.get('party', id)?.body.party as Party | undefined)?.gln ?? null,
    sscc: id => (store.records.get('hu', id)?.body.sscc as string | null | undefined) ?? null,
    picked: id =>
      linesOf(id, 'PICKED', store.records).map(
        ({ lot_id, hu_id, quantity }): Piece => ({ lot_id, hu_id, weight_mg: quantity.weight_mg }),
      ),
    shipTo: id => (store.records.get('shipment', id)?.body.ship_to as string | undefined) ?? null,
    watchedPlace(id, version) {
      const watched = versionRecord('monitor', { id, version }, store)?.body.monitor as Monitor | undefined
      return watched?.location_id ?? null
    },
    history(subject): Placed[] {
      const found = [...store.history.own(subject, Number.MAX_SAFE_INTEGER)].flatMap(stretch => stretch.found)
      return found.map(({ row }) => ({ seq: row.seq, event: eventIn(row.body) })).reverse()
    },
  }
}

function lotOf(lotId: string, { lots, ledger, records }: PlantStore): KnownLot | null {
  const place = lots.byId(lotId)
  const event = place === null ? null : eventOf('lot.registered', ledger.row(place.seq)?.body)
  if (event === null) return null
  const { lot_code, weight_mg, product, supplier_lot_code, more } = event.data
  const item = more?.item_id == null ? null : (records.get('item', more.item_id)?.body.item as Item | undefined)
  return {
    lot_code,
    gtin: item?.gtin ?? null,
    weight_mg,
    supplier_lot_code,
    supplier_tlc_source: more?.supplier_tlc_source ?? null,
    produced_on: more?.produced_on ?? null,
    best_before: more?.best_before ?? null,
    expires_on: more?.expires_on ?? null,
    product,
    receipt_id: more?.receipt_id ?? null,
    run_id: more?.run_id ?? null,
  }
}
