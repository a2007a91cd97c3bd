import { toldAgain } from '@flowviz/contract/epcis/amend'
import { huIn, type Known, ownLotCode } from '@flowviz/contract/epcis/known'
import type { LedgerEvent } from '@flowviz/contract/event'
import { isUuid } from '@flowviz/contract/uuid'
import { everyRecord } from './logistics-record.ts'
import type { PlantStore } from './plant-store.ts'

interface Seen {
  known: Known
  store: PlantStore
}

const ALL = Number.MAX_SAFE_INTEGER

/** Events of these name goods that only an earlier event of the same record has by their ids. */
const SPEAKS_OF_EARLIER = /^(shipment|deviation):/

/** Rows of the ledger whose events may name goods by a URI: found by the indexes of lots, handling units and captures. */
export function epcisPlaces(uri: string, { known, store }: Seen): number[] {
  const told = subjectsOf(uri, { known, store }).flatMap(subject =>
    store.history.page({ subject }, { below: ALL, limit: ALL }),
  )
  const others = new Set<string>()
  const seqs = told.map(({ row, event }) => {
    if (event.subject !== undefined && SPEAKS_OF_EARLIER.test(event.subject)) others.add(event.subject)
    return row.seq
  })
  const again = told.flatMap(({ event }) => toldAgain(event as unknown as LedgerEvent, known))
  const later = [...others].flatMap(subject => known.history(subject).map(({ seq }) => seq))
  const captured = everyRecord(store.records, { kind: 'epcis_name', parent: uri }).map(({ at }) => at)
  return [...seqs, ...again, ...later, ...captured]
}

function subjectsOf(uri: string, { known, store }: Seen): string[] {
  const code = ownLotCode(uri, known)
  if (code !== null && isUuid(code)) return [`lot:${code}`]
  if (code !== null) return store.lots.allByCode(code).map(({ lot_id }) => `lot:${lot_id}`)
  const unit = huIn(uri, known)
  if (unit === null) return []
  const hu_id = 'hu_id' in unit ? unit.hu_id : store.hus.bySscc(unit.sscc)
  return hu_id === null ? [] : [`hu:${hu_id}`]
}
