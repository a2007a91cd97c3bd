import type { TraceFilter, TracePlanText } from '@flowviz/contract/event/fsma'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'
import type { Party } from '@flowviz/contract/plant/party'
import type { FsmaStore } from '../store/fsma-store.ts'
import { everyRecord } from '../store/logistics-record.ts'
import type { PlantStore } from '../store/plant-store.ts'
import { correctionReader } from './correction.ts'
import { type LotFacts, lotReader } from './lot-facts.ts'
import { placeReader } from './place.ts'
import { daysOf } from './zone.ts'

/** What was asked for, and of which plant. */
export interface Question {
  filter: TraceFilter
  site: string
  site_name: string
  /** The last row of the ledger that counts. */
  upto_seq: number
}

/** Everything that rows of the spreadsheet are made from. */
export type Source = ReturnType<typeof openSource>

/** Opens what the rows are made from. `tick` is called for each record of the plant that was looked at. */
export function openSource(
  { store, fsma }: { store: PlantStore; fsma: FsmaStore },
  question: Question,
  tick: () => void,
) {
  const { filter, site, site_name, upto_seq } = question
  const [current] = store.records.page({ kind: 'trace_plan', state: 'CURRENT', limit: 1 })
  const plan = (current?.body.plan as TracePlanText | undefined) ?? null
  const zone = plan?.time_zone ?? 'UTC'
  const dayOf = daysOf(zone)
  const places = placeReader({ records: store.records, site, site_name, place: plan?.place ?? null })
  const corrections = correctionReader(store.records, fsma.has('kde_correction'))
  const lots = lotReader({ store, places, corrections })
  const items = filter.item_ids === null ? null : new Set(filter.item_ids)
  const codes = filter.lots === null ? null : new Set(filter.lots)
  return {
    store,
    fsma,
    upto_seq,
    zone,
    plan,
    dayOf,
    places,
    lots,
    corrections,
    tick,
    /** The UTC day from which on a record can fall into the wanted time in any zone; '' is the beginning. */
    since: filter.from === null ? '' : dayBefore(filter.from),
    isWantedDay(at: string): boolean {
      if (filter.from === null || filter.to === null) return true
      const day = dayOf(at)
      return day >= filter.from && day <= filter.to
    },
    /** One of the lots of a row is wanted. */
    isWantedLot: (...of: LotFacts[]): boolean =>
      (items === null || of.some(({ item_id }) => item_id !== null && items.has(item_id))) &&
      (codes === null ||
        of.some(({ tlc, lot_code, lot_id }) => codes.has(tlc) || codes.has(lot_code) || codes.has(lot_id))),
    items: (): Item[] => everyRecord(store.records, { kind: 'item' }).map(({ body }) => body.item as Item),
    parties: (): Party[] => everyRecord(store.records, { kind: 'party' }).map(({ body }) => body.party as Party),
    locations: (): Location[] =>
      everyRecord(store.records, { kind: 'location' }).map(({ body }) => body.location as Location),
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10)
}
