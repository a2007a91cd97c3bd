import type { RecordKind } from '@flowviz/contract/change'
import { RECEIVING } from '@flowviz/contract/change/lot'
import { FlowError } from '@flowviz/contract/error'
import type { Lot } from '@flowviz/contract/lot'
import type { Location } from '@flowviz/contract/plant/location'
import { isUuid } from '@flowviz/contract/uuid'
import { lotInBody } from '../../store/lot-row.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Context } from '../command-context.ts'

type Store = Pick<Context, 'store'>

/** A lot by its id or its code. @throws FlowError lot_not_found */
export function findLot(ref: string, { store }: Store): LotPlace {
  const lot = isUuid(ref) ? store.lots.byId(ref) : store.lots.byCode(ref)
  if (lot === null) throw new FlowError('lot_not_found', `There is no lot ${ref} at this site.`)
  return lot
}

/** A record by its kind and id. @throws FlowError record_not_found */
export function findRecord(kind: RecordKind, id: string, { store }: Store): StoredRecord {
  const record = store.records.get(kind, id)
  if (record === null) throw new FlowError('record_not_found', `There is no ${kind} ${id} at this site.`)
  return record
}

/**
 * A place of the plant; one that nobody has defined but receiving, where a plant begins.
 * @throws FlowError record_not_found, location_unfit.
 */
export function findLocation(id: string, { store }: Store): Location {
  const location = store.records.get('location', id)?.body.location as Location | undefined
  if (location === undefined && id === RECEIVING) return { location_id: RECEIVING, title: 'Receiving', kind: 'dock' }
  if (location === undefined) throw new FlowError('record_not_found', `There is no location ${id} at this site.`)
  if (location.active === false) throw new FlowError('location_unfit', `${location.title} is not in use any more.`)
  return location
}

/** A lot as the API shows it, with what this transaction has changed so far. */
export function lotView(lot: LotPlace, { store }: Store): Lot {
  const now = store.lots.byKey(lot.lot_key) ?? lot
  const { gates } = planOf(now, store).plan
  const { body } = store.ledger.row(now.seq)!
  return lotInBody(body, now, { stock: store.stock.ofLot(now.lot_key), gates: gates.length })
}

/** The UTC day of the transaction, `YYYY-MM-DD`. */
export const today = ({ ledger }: Pick<Context, 'ledger'>): string => ledger.stamp().slice(0, 10)
