import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Quantity } from '@flowviz/contract/quantity'
import { totalOf } from '../../domain/stock.ts'
import { requireSound } from '../../domain/use.ts'
import { everyRecord, type LineBody, linesOf } from '../../store/logistics-record.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLot, today } from './find.ts'
import { contentsOf, findHu } from './hu.ts'
import { passOver } from './leave.ts'
import { placeOf, standing } from './place.ts'
import { quantityOf, quantityOfMg } from './take.ts'

type Picking = Ask<'pick-shipment'>['body']
type Line = Omit<LineBody, 'shipment_id' | 'line_id'>

/** Lines of all shipments that have not left. */
function promised({ store: { records } }: Context): LineBody[] {
  return (['PICKING', 'STAGED'] as const)
    .flatMap(state => everyRecord(records, { kind: 'shipment', state }))
    .flatMap(({ id }) => linesOf(id, 'PICKED', records))
}

/** What is picked: loose stock of a lot, or everything in a handling unit. What is promised already is not picked twice. */
export function pickedLines(body: Picking, context: Context): Line[] {
  const { lot_id, hu_id } = body
  if ((lot_id === undefined) === (hu_id === undefined))
    throw new FlowError('body_invalid', 'A line names either lot_id or hu_id.')
  const taken = promised(context)
  if (hu_id !== undefined) return linesOfHu(hu_id, { body, taken }, context)
  return [lineOfLot(findLot(lot_id!, context), { body, taken }, context)]
}

interface Given {
  body: Picking
  taken: readonly LineBody[]
}

function lineOfLot(lot: LotPlace, { body, taken }: Given, context: Context): Line {
  requireSound(lot, today(context))
  const location_id = placeOf(lot, { location_id: body.location_id, loose: true }, context)
  const free = freeOf(lot, { location_id, taken }, context)
  const quantity =
    body.weight_kg === undefined
      ? quantityOfMg(free.weight_mg, free.count)
      : quantityOf({ weight_kg: body.weight_kg, count: body.count })
  requireFree(lot, { quantity, free }, location_id)
  const beside = takenWhole(location_id, taken, context)
  passOver({ lot, location_id, reason: body.reason, beside }, context)
  return { lot_id: lot.lot_id, hu_id: null, location_id, quantity: { ...quantity, count: countOf(quantity, free) } }
}

type Free = { weight_mg: number; count: number | null }

/** The loose stock of a lot in a place that no other shipment has. */
function freeOf(
  lot: LotPlace,
  { location_id, taken }: { location_id: string; taken: readonly LineBody[] },
  context: Context,
): Free {
  const there = totalOf(standing(lot, { location_id, loose: true }, context))
  const theirs = taken.filter(
    line => line.lot_id === lot.lot_id && line.hu_id === null && line.location_id === location_id,
  )
  const weight_mg = theirs.reduce((left, { quantity }) => left - quantity.weight_mg, there.weight_mg)
  const count =
    there.count === null ? null : theirs.reduce((left, { quantity }) => left - (quantity.count ?? 0), there.count)
  return { weight_mg: Math.max(weight_mg, 0), count: count === null ? null : Math.max(count, 0) }
}

function requireFree(lot: LotPlace, { quantity, free }: { quantity: Quantity; free: Free }, place: string): void {
  const { weight_mg, count } = free
  if (weight_mg === 0 || quantity.weight_mg > weight_mg || (count !== null && (quantity.count ?? 0) > count))
    throw new FlowError(
      'stock_insufficient',
      `Of lot ${lot.lot_code} ${decimalOf(weight_mg, 6)} kg are free in ${place}.`,
      {
        extra: { lot_id: lot.lot_id, on_hand_kg: decimalOf(weight_mg, 6), on_hand_count: count },
      },
    )
  if (count !== null && quantity.count === null && quantity.weight_mg < weight_mg)
    throw new FlowError('quantity_count_missing', `Lot ${lot.lot_code} is counted: ${count} pieces are free.`)
}

const countOf = (quantity: Quantity, free: Free): number | null =>
  free.count === null ? null : quantity.weight_mg === free.weight_mg ? free.count : quantity.count

/** Lots whose stock in a lane is promised to the last bit: they wait only to be fetched, and hold up nobody. */
function takenWhole(location_id: string, taken: readonly LineBody[], context: Context): number[] {
  const lots = new Set(taken.filter(line => line.location_id === location_id).map(({ lot_id }) => lot_id))
  return [...lots].flatMap(id => {
    const lot = context.store.lots.byId(id)
    if (lot === null) return []
    const packed = standing(lot, { location_id }, context).some(({ hu_id }) => hu_id !== '')
    return !packed && freeOf(lot, { location_id, taken }, context).weight_mg === 0 ? [lot.lot_key] : []
  })
}

function linesOfHu(ref: string, { body, taken }: Given, context: Context): Line[] {
  if (body.weight_kg !== undefined || body.count !== undefined)
    throw new FlowError('body_invalid', 'A handling unit is picked as it is; unpack it to take a part.')
  const { hu_id, location_id } = findHu(ref, context)
  const other = taken.find(line => line.hu_id === hu_id)
  if (other !== undefined)
    throw new FlowError('state_wrong', 'The handling unit is picked already.', {
      extra: { state: 'PICKED', allowed: ['ACTIVE'], shipment_id: other.shipment_id },
    })
  const contents = contentsOf({ hu_id, location_id }, context)
  if (contents.length === 0)
    throw new FlowError('stock_insufficient', 'The handling unit is empty.', { extra: { on_hand_kg: '0.000000' } })
  const beside = [...contents.map(({ lot }) => lot.lot_key), ...takenWhole(location_id, taken, context)]
  return contents.map(({ lot, row }) => {
    requireSound(lot, today(context))
    passOver({ lot, location_id, reason: body.reason, beside }, context)
    return { lot_id: lot.lot_id, hu_id, location_id, quantity: quantityOfMg(row.weight_mg, row.count) }
  })
}
