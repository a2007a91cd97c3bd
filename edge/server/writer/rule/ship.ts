import { type ErrorCode, FlowError } from '@flowviz/contract/error'
import type { CorrectableKde } from '@flowviz/contract/event/fsma'
import type { Shipment } from '@flowviz/contract/logistics-view'
import type { Quantity } from '@flowviz/contract/quantity'
import { isTimestamp } from '@flowviz/contract/time'
import { isSaid, type KdeVerdict, shippingKdes } from '../../domain/kde.ts'
import { requireUsable } from '../../domain/use.ts'
import { type LineBody, linesOf } from '../../store/logistics-record.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'
import { findRecord, today } from './find.ts'
import { correctedKde } from './fsma.ts'
import { contentsOf } from './hu.ts'
import { registered } from './part.ts'
import { kdeMissing, untold } from './receipt.ts'
import type { Rules } from './rule.ts'
import { findShipment, shown } from './shipment.ts'
import { record, signRows } from './sign.ts'
import { takeEach } from './take.ts'

/** A shipment leaves: all of it, or nothing. */
export const SHIP_RULES = {
  /**
   * @throws FlowError record_not_found, state_wrong, shipment_blocked (with `in_the_way`), kde_missing (with `missing`),
   *   stock_insufficient, body_invalid.
   */
  'ship-shipment': (ask, context) => {
    const { actor, params, body } = ask
    const { shipment_id } = params
    const shipment = findShipment(shipment_id, ['STAGED'], context)
    const shipped_at = body.shipped_at ?? context.ledger.stamp()
    if (!isTimestamp(shipped_at)) throw new FlowError('body_invalid', `shipped_at ${shipped_at} is no moment.`)
    const { customer_id, ship_to, documents: planned } = shown(shipment.id, context)
    const lines = linesOf(shipment_id, 'PICKED', context.store.records)
    const lots = lines.map(({ lot_id }) => context.store.lots.byId(lot_id)!)
    requireClear(lines, lots, context)
    const documents = [...planned, ...(body.documents ?? [])]
    const { refused, told } = kdesOf(lots, { documents, ship_to }, context)
    if (refused.length > 0) throw kdeMissing(refused)

    const takings = lines.map(({ quantity, hu_id, location_id: first }, at) => ({
      lot: lots[at]!,
      quantity,
      to: `customer:${customer_id}`,
      hu_id,
      first,
    }))
    const postings = takeEach(takings, context).flat()
    const { row } = record(
      {
        type: 'shipment.shipped',
        actor,
        subject: `shipment:${shipment_id}`,
        data: { shipment_id, shipped_at, documents, postings },
        occurred_at: shipped_at,
      },
      context,
    )
    signRows([row], 'released', { ask, context })
    return { shipment: shown(shipment_id, context), warnings: told.map(untold) }
  },
} satisfies Partial<Rules>

/** A lot, or a handling unit, that may not leave, and why. */
interface InTheWay {
  lot_id: string
  lot_code: string
  hu_id: string | null
  why: ErrorCode | 'hu_changed'
  detail: string
}

/** Judges every line, so that all that is in the way is named at once. @throws FlowError shipment_blocked */
function requireClear(lines: readonly LineBody[], lots: readonly LotPlace[], context: Context): void {
  const in_the_way = lines.flatMap((line, at) => {
    const lot = lots[at]!
    const trouble = troubleOf(lot, context) ?? changed(line, lines, context)
    const { lot_id, lot_code } = lot
    return trouble === null ? [] : [{ lot_id, lot_code, hu_id: line.hu_id, ...trouble }]
  })
  if (in_the_way.length === 0) return
  const codes = [...new Set(in_the_way.map(({ lot_code }) => lot_code))].join(', ')
  throw new FlowError('shipment_blocked', `In the way: ${codes}.`, { extra: { in_the_way } })
}

type Trouble = Pick<InTheWay, 'why' | 'detail'>

function troubleOf(lot: LotPlace, context: Context): Trouble | null {
  try {
    requireUsable(lot, 'ship', { plan: planOf(lot, context.store).plan, today: today(context) })
    return null
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    return { why: error.code, detail: error.message }
  }
}

/** A handling unit leaves as it was picked, or it is picked again. */
function changed({ hu_id, lot_id, quantity }: LineBody, lines: readonly LineBody[], context: Context): Trouble | null {
  if (hu_id === null) return null
  const location_id = findRecord('hu', hu_id, context).body.location_id as string
  const contents = contentsOf({ hu_id, location_id }, context)
  const inside = contents.find(({ lot }) => lot.lot_id === lot_id)?.row
  const picked = lines.filter(line => line.hu_id === hu_id).length
  if (inside !== undefined && contents.length === picked && isSame(inside, quantity)) return null
  return { why: 'hu_changed', detail: 'What is in the handling unit is not what was picked.' }
}

const isSame = (row: { weight_mg: number; count: number | null }, { weight_mg, count }: Quantity): boolean =>
  row.weight_mg === weight_mg && row.count === count

function kdesOf(
  lots: readonly LotPlace[],
  { documents, ship_to }: Pick<Shipment, 'documents' | 'ship_to'>,
  context: Context,
): KdeVerdict {
  return shippingKdes(
    { documents: documents.filter(({ number }) => isSaid(number)).length, ship_to: isSaid(ship_to) },
    lots.map(lot => {
      const corrected = (kde: CorrectableKde) => correctedKde({ of: `lot:${lot.lot_id}`, kde }, context)
      const { product, supplier_lot_code, more } = registered(lot, context)
      const item = lot.item_id === null ? null : context.known.item(lot.item_id)
      return {
        listed: item?.ftl_category !== undefined,
        description: item !== null || isSaid(product ?? corrected('product')),
        foreign: supplier_lot_code !== null,
        tlc_source: isSaid(more?.supplier_tlc_source ?? corrected('supplier_tlc_source')),
      }
    }),
  )
}
