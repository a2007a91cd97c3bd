import type { EventData } from '../../event.ts'
import { type Posting, spotOf } from '../../posting.ts'
import type { Said, Told } from '../event.ts'
import {
  huUri,
  type Known,
  kilograms,
  moved,
  type Piece,
  partyUri,
  recordTransaction,
  siteUri,
  transaction,
} from '../known.ts'
import { at, entered, from, left, observed } from './lot.ts'

/** Handling units by themselves: what is in them was told when it was packed. Loose goods by their lot. */
function goods(pieces: readonly Piece[], known: Known): Pick<Said, 'epcList' | 'quantityList'> {
  const units = new Set(pieces.flatMap(({ hu_id }) => hu_id ?? []))
  const loose = pieces.filter(({ hu_id }) => hu_id === null)
  return {
    ...(units.size === 0 ? {} : { epcList: [...units].map(id => huUri(id, known)) }),
    ...(loose.length === 0 ? {} : { quantityList: kilograms(loose, known) }),
  }
}

const piecesOf = (postings: readonly Posting[]): Piece[] =>
  postings.map(({ lot_id, from: account, quantity }) => ({
    lot_id,
    hu_id: spotOf(account)?.hu_id ?? null,
    weight_mg: quantity.weight_mg,
  }))

/** Whom postings took it to or from. */
const customerOf = (account: string | undefined): string | null =>
  account?.startsWith('customer:') === true ? account.slice('customer:'.length) : null

type Plain = { supplier_id?: string; customer_id?: string }

function between({ supplier_id, customer_id }: Plain, known: Known): Pick<Said, 'sourceList' | 'destinationList'> {
  const here = siteUri(known)
  const source = supplier_id === undefined ? here : partyUri(supplier_id, known)
  const destination = customer_id === undefined ? here : partyUri(customer_id, known)
  return {
    sourceList: [{ type: 'location', source }],
    destinationList: [{ type: 'location', destination }],
  }
}

/** The lots of a receipt with the weights that they were registered with. */
const received = (lotIds: readonly string[], known: Known): Piece[] =>
  lotIds.flatMap(lot_id => {
    const lot = known.lot(lot_id)
    return lot === null ? [] : [{ lot_id, hu_id: null, weight_mg: lot.weight_mg }]
  })

/** What the receipt says of each of its lots: the supplier's own code, by which they know what they sent, and the goods. */
function lotsTold(lotIds: readonly string[], known: Known): object {
  const told = lotIds.flatMap(lot_id => {
    const lot = known.lot(lot_id)
    if (lot === null) return []
    const { lot_code, product, supplier_lot_code, supplier_tlc_source } = lot
    const more = {
      ...(product === null ? {} : { 'fv:product': product }),
      ...(supplier_lot_code === null ? {} : { 'fv:supplierLotNumber': supplier_lot_code }),
      ...(supplier_tlc_source === null ? {} : { 'fv:traceabilityLotCodeSource': supplier_tlc_source }),
    }
    return Object.keys(more).length === 0 ? [] : [{ 'fv:lotNumber': lot_code, ...more }]
  })
  return told.length === 0 ? {} : { 'fv:lots': told }
}

/** What was in a shipment when something happened to it: more may be taken out of it later. */
function pickedBy({ id, data: { shipment_id } }: Told<{ shipment_id: string }>, known: Known): Piece[] {
  const pieces = new Map<string, Piece>()
  for (const { event } of known.history(`shipment:${shipment_id}`)) {
    if (event.id === id) break
    if (event.type === 'shipment.unpicked') for (const line_id of event.data.line_ids) pieces.delete(line_id)
    if (event.type !== 'shipment.picked') continue
    const { line_id, lot_id, hu_id, quantity } = event.data
    pieces.set(line_id, { lot_id, hu_id, weight_mg: quantity.weight_mg })
  }
  return [...pieces.values()]
}

/** What comes and what goes. */
export const LOGISTICS_RULES = {
  'receipt.recorded': ({ data }: Told<EventData<'receipt.recorded'>>, known: Known): Said[] => {
    const { receipt_id, supplier_id, previous_source, location_id, received_at, documents, lot_ids } = data
    const quantityList = kilograms(received(lot_ids, known), known)
    if (quantityList.length === 0) return []
    return [
      observed('receiving', 'in_progress', {
        eventTime: received_at,
        quantityList,
        ...at(location_id, known),
        bizTransactionList: [
          ...documents.map(document => transaction(document, known)),
          recordTransaction('recadv', receipt_id, known),
        ],
        ...between({ supplier_id }, known),
        ...lotsTold(lot_ids, known),
        'fv:previousSource': previous_source,
      }),
    ]
  },
  'shipment.picked': ({ data }: Told<EventData<'shipment.picked'>>, known: Known): Said[] => {
    const { lot_id, hu_id, location_id, quantity } = data
    const pieces = [{ lot_id, hu_id, weight_mg: quantity.weight_mg }]
    return [observed('picking', 'in_progress', { ...goods(pieces, known), ...from(location_id, known) })]
  },
  'shipment.staged': (staged: Told<EventData<'shipment.staged'>>, known: Known): Said[] => {
    const pieces = pickedBy(staged, known)
    if (pieces.length === 0) return []
    const ready = { ...goods(pieces, known), readPoint: { id: siteUri(known) } }
    return [observed('staging_outbound', 'sellable_not_accessible', ready)]
  },
  'shipment.shipped': ({ data }: Told<EventData<'shipment.shipped'> & { ship_to?: string }>, known: Known): Said[] => {
    const { shipment_id, shipped_at, documents, postings } = data
    const customer_id = customerOf(postings[0]?.to)
    if (customer_id === null) return []
    const list = documents.map(document => transaction(document, known))
    const ship_to = data.ship_to ?? known.shipTo(shipment_id)
    return [
      observed('shipping', 'in_transit', {
        eventTime: shipped_at,
        ...goods(piecesOf(postings), known),
        ...from(left(postings), known),
        ...(list.length === 0 ? {} : { bizTransactionList: list }),
        ...between({ customer_id }, known),
        ...(ship_to === null ? {} : { 'fv:shipTo': ship_to }),
      }),
    ]
  },
  /** Of a shipment that nothing was picked for there is nothing to take back. */
  'shipment.voided': ({ data }: Told<EventData<'shipment.voided'>>, known: Known): Said[] => {
    const { shipment_id, postings } = data
    const pieces = known.picked(shipment_id)
    if (pieces.length === 0) return []
    const where = postings.length === 0 ? { readPoint: { id: siteUri(known) } } : at(entered(postings), known)
    return [observed('void_shipping', 'in_progress', { ...goods(pieces, known), ...where })]
  },
  'shipment.returned': ({ data: { postings } }: Told<EventData<'shipment.returned'>>, known: Known): Said[] => {
    const supplier_id = customerOf(postings[0]?.from)
    if (supplier_id === null) return []
    return [
      observed('receiving', 'returned', {
        quantityList: kilograms(moved(postings), known),
        ...at(entered(postings), known),
        ...between({ supplier_id }, known),
      }),
    ]
  },
}
