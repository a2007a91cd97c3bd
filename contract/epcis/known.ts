import { decimalOf } from '../decimal.ts'
import type { LedgerEvent } from '../event.ts'
import type { Posting } from '../posting.ts'
import type { QuantityElement } from './event.ts'
import { linkUri, partsOf } from './gs1-uri.ts'

/** What a lot was registered as. */
export interface KnownLot {
  lot_code: string
  gtin: string | null
  weight_mg: number
  supplier_lot_code: string | null
  supplier_tlc_source: string | null
  produced_on: string | null
  best_before: string | null
  expires_on: string | null
  product: string | null
  /** What it came from, where it was not registered by itself. */
  receipt_id: string | null
  run_id: string | null
}

/** An event of the plant and the row of the ledger that holds it. */
export interface Placed {
  seq: number
  event: LedgerEvent
}

/** A quantity of a lot, and the handling unit that it is in. */
export interface Piece {
  lot_id: string
  hu_id: string | null
  weight_mg: number
}

/** What a plant knows of the things that its events name by id. */
export interface Known {
  site: string
  /** Of the site; null: it has none, and its places are named under its own address. */
  gln: string | null
  lot(lotId: string): KnownLot | null
  partyGln(partyId: string): string | null
  sscc(huId: string): string | null
  /** What was picked for a shipment. */
  picked(shipmentId: string): Piece[]
  /** Where a shipment goes, as it was planned. */
  shipTo(shipmentId: string): string | null
  /** The place that a version of a monitor watches. */
  watchedPlace(monitorId: string, version: number): string | null
  /** The events whose own subject this is (`run:019a...`), the oldest first. */
  history(subject: string): Placed[]
}

const OWN = 'https://flowviz.example/id'
const own = ({ site }: Known, ...path: string[]): string =>
  [OWN, site, ...path].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/')

/** A lot code that AI (10) can carry. */
const LOT_CODE = /^[A-Z0-9-]{1,20}$/

/** A lot as a class of goods: GTIN and lot code where there is a GTIN, else its own address. */
export function lotUri(lotId: string, known: Known): string {
  const lot = known.lot(lotId)
  if (lot === null || lot.gtin === null || !LOT_CODE.test(lot.lot_code)) return own(known, 'lot', lotId)
  return linkUri('01', lot.gtin, '10', lot.lot_code)
}

/** The id or code of a lot that a URI says to be of this plant: its own address, or a lot of any GTIN; null for another. */
export function ownLotCode(uri: string, { site }: Pick<Known, 'site'>): string | null {
  const start = `${OWN}/${encodeURIComponent(site)}/lot/`
  if (uri.startsWith(start)) return uri.slice(start.length)
  const [key, , qualifier, lot] = partsOf(uri) ?? []
  return key === '01' && qualifier === '10' ? (lot ?? null) : null
}

/** A handling unit: its SSCC, else its own address. */
export function huUri(huId: string, known: Known): string {
  const sscc = known.sscc(huId)
  return sscc === null ? own(known, 'hu', huId) : linkUri('00', sscc)
}

/** The id or the SSCC of a handling unit that a URI says; null for another. */
export function huIn(uri: string, { site }: Pick<Known, 'site'>): { hu_id: string } | { sscc: string } | null {
  const start = `${OWN}/${encodeURIComponent(site)}/hu/`
  if (uri.startsWith(start)) return { hu_id: uri.slice(start.length) }
  const [key, sscc] = partsOf(uri) ?? []
  return key === '00' && sscc !== undefined ? { sscc } : null
}

/** A place of the plant: a part of the site's GLN, else its own address. */
export function placeUri(locationId: string, known: Known): string {
  const { gln } = known
  return gln === null || locationId.length > 20
    ? own(known, 'location', locationId)
    : linkUri('414', gln, '254', locationId)
}

/** The plant itself as a place. */
export const siteUri = (known: Known): string => (known.gln === null ? own(known) : linkUri('414', known.gln))

/** Where a business is, and the business itself. */
export function partyUri(partyId: string, known: Known, as: '414' | '417' = '414'): string {
  const gln = known.partyGln(partyId)
  return gln === null ? own(known, 'party', partyId) : linkUri(as, gln)
}

/** A device of the plant. */
export const deviceUri = (deviceId: string, known: Known): string => own(known, 'device', deviceId)

/** A run, as the name of all that it takes in and gives. */
export function transformationUri(id: string, known: Known): string {
  return known.gln === null ? own(known, 'transformation', id) : `urn:epcglobal:cbv:xform:${known.gln}:${id}`
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  po: 'po',
  bol: 'bol',
  asn: 'desadv',
  invoice: 'inv',
  work_order: 'prodorder',
}

/** A number of the trade with its type; one of no type that the vocabulary has goes without. */
export function transaction(
  { type, number }: { type: string; number: string },
  known: Known,
): { type?: string; bizTransaction: string } {
  const id = encodeURIComponent(number)
  const bizTransaction =
    known.gln === null ? own(known, 'document', type, number) : `urn:epcglobal:cbv:bt:${known.gln}:${id}`
  const word = DOCUMENTS[type]
  return { ...(word === undefined ? {} : { type: word }), bizTransaction }
}

/** A record of this plant that an event rests on: a decision, a receipt. */
export const recordTransaction = (
  type: string,
  id: string,
  known: Known,
): { type: string; bizTransaction: string } => ({
  type,
  bizTransaction: known.gln === null ? own(known, 'record', id) : `urn:epcglobal:cbv:bt:${known.gln}:${id}`,
})

/** Lots without a quantity. */
export function classes(lotIds: readonly string[], known: Known): QuantityElement[] {
  return [...new Set(lotIds)].map(id => ({ epcClass: lotUri(id, known) }))
}

/** Kilograms of each lot, once for each. */
export function kilograms(pieces: readonly Pick<Piece, 'lot_id' | 'weight_mg'>[], known: Known): QuantityElement[] {
  const sums = new Map<string, number>()
  for (const { lot_id, weight_mg } of pieces) sums.set(lot_id, (sums.get(lot_id) ?? 0) + weight_mg)
  return [...sums].map(([id, weight_mg]) => ({
    epcClass: lotUri(id, known),
    quantity: Number(decimalOf(weight_mg, 6)),
    uom: 'KGM',
  }))
}

/** What postings moved, by lot. */
export const moved = (postings: readonly Posting[]): Pick<Piece, 'lot_id' | 'weight_mg'>[] =>
  postings.map(({ lot_id, quantity }) => ({ lot_id, weight_mg: quantity.weight_mg }))
