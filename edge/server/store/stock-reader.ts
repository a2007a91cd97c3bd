import { RECEIVING } from '@flowviz/contract/change/lot'
import { decimalOf } from '@flowviz/contract/decimal'
import { inTurn } from '@flowviz/contract/lane'
import type { HandlingUnit, Shipment } from '@flowviz/contract/logistics-view'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { Location } from '@flowviz/contract/plant/location'
import type { LocationStock, LotLinks, LotPostings, StandingLot } from '@flowviz/contract/stock-view'
import { isUuid } from '@flowviz/contract/uuid'
import { huView } from './hu-store.ts'
import { shipmentView } from './logistics-record.ts'
import { linkedLots } from './lot-links.ts'
import type { LotPlace } from './lot-store.ts'
import type { Sqlite } from './open.ts'
import type { PlantStore } from './plant-store.ts'
import { type PostingStore, postingStore } from './posting-store.ts'
import type { StoredRecord } from './record-store.ts'

/** Which postings of a lot: behind a place in the ledger. */
export interface PostingQuery {
  after: { seq: number; n: number }
  limit: number
}

/** Reads of stock, genealogy and logistics; null for what is not there. */
export interface StockReader {
  /** @param now ms since 1970 */
  location(locationId: string, now: number): LocationStock | null
  links(idOrCode: string): LotLinks | null
  postings(idOrCode: string, query: PostingQuery): LotPostings | null
  shipment(record: StoredRecord): Shipment
  hu(record: StoredRecord): HandlingUnit
  /** By id or SSCC. */
  findHu(ref: string): HandlingUnit | null
}

export function stockReader(db: Sqlite, store: PlantStore): StockReader {
  const postings = postingStore(db)
  const lotOf = (ref: string): LotPlace | null => (isUuid(ref) ? store.lots.byId(ref) : store.lots.byCode(ref))
  return {
    location(locationId, now) {
      const location = locationOf(locationId, store)
      return location === null ? null : locationStock(location, now, store)
    },
    links(ref) {
      const lot = lotOf(ref)
      if (lot === null) return null
      const of = (way: 'up' | 'down') => linkedLots(lot.lot_key, way, store)
      return { lot_id: lot.lot_id, parents: of('up'), children: of('down') }
    },
    postings(ref, query) {
      const lot = lotOf(ref)
      return lot === null ? null : postingsOf(lot, query, { postings, store })
    },
    shipment: record => shipmentView(record, store),
    hu: record => huView(record, store),
    findHu(ref) {
      const id = isUuid(ref) ? ref : store.hus.bySscc(ref)
      const record = id === null ? null : store.records.get('hu', id)
      return record === null ? null : huView(record, store)
    },
  }
}

/** A place as it is defined; receiving is there before anybody defines it. */
function locationOf(id: string, { records }: PlantStore): Location | null {
  const location = records.get('location', id)?.body.location as Location | undefined
  if (location !== undefined) return location
  return id === RECEIVING ? { location_id: RECEIVING, title: 'Receiving', kind: 'dock' } : null
}

function locationStock(location: Location, now: number, store: PlantStore): LocationStock {
  const { location_id, title, discipline, capacity_kg, capacity_lots } = location
  const { weight_mg, lots: lot_count } = store.stock.filled(location_id)
  const rows = store.stock.inLocation(location_id).flatMap(row => {
    const lot = store.lots.byKey(row.lot_key)
    return lot === null ? [] : [{ ...lot, ...row }]
  })
  const lots = inTurn(rows, discipline).map(
    (row): StandingLot => ({
      lot_id: row.lot_id,
      lot_code: row.lot_code,
      lot_type: row.lot_type,
      item_id: row.item_id,
      status: shownStatus(row.status, row.holds),
      expires_on: row.expires_on,
      hu_id: row.hu_id === '' ? null : row.hu_id,
      weight_kg: decimalOf(row.weight_mg, 6),
      weight_mg: row.weight_mg,
      count: row.count,
      since: row.since,
      age_s: Math.max(0, Math.floor((now - Date.parse(row.since)) / 1_000)),
    }),
  )
  return {
    location_id,
    title,
    discipline: discipline ?? null,
    capacity_kg: capacity_kg ?? null,
    capacity_lots: capacity_lots ?? null,
    weight_kg: decimalOf(weight_mg, 6),
    weight_mg,
    lot_count,
    lots,
  }
}

function postingsOf(
  { lot_key, lot_id, weight_mg: registered_mg }: LotPlace,
  { after, limit }: PostingQuery,
  { postings, store }: { postings: PostingStore; store: PlantStore },
): LotPostings {
  const accounts = postings.sums(lot_key)
  const outside = accounts.filter(({ account }) => !account.startsWith('location:'))
  const left_mg = outside.reduce((sum, { in_mg }) => sum + in_mg, 0)
  const came_back_mg = outside.reduce((sum, { out_mg }) => sum + out_mg, 0)
  const on_hand_mg = store.stock.onHandMg(lot_key)
  const page = postings.page(lot_key, after, limit + 1)
  const last = page[limit - 1]
  return {
    lot_id,
    registered_mg,
    came_back_mg,
    left_mg,
    on_hand_mg,
    balanced: registered_mg + came_back_mg === left_mg + on_hand_mg,
    accounts,
    postings: page.slice(0, limit),
    next: page.length > limit && last !== undefined ? `${last.seq}.${last.n}` : null,
  }
}
