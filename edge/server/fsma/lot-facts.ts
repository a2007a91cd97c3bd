import type { LotOrigin } from '@flowviz/contract/lot-word'
import type { Item } from '@flowviz/contract/plant/item'
import { registrationIn } from '../store/lot-row.ts'
import type { LotPlace } from '../store/lot-store.ts'
import type { PlantStore } from '../store/plant-store.ts'
import type { Corrected, CorrectionReader } from './correction.ts'
import type { PlaceReader } from './place.ts'

/** A lot as a row of the spreadsheet needs it. */
export interface LotFacts {
  lot_key: number
  lot_id: string
  lot_code: string
  /** The traceability lot code: a part keeps the code of what it is of (21 CFR 1.1320(b)). */
  tlc: string
  assigned_by: 'supplier' | 'plant'
  tlc_source: string
  tlc_reference: string | null
  item_id: string | null
  gtin: string | null
  ftl_category: string | null
  product: string
  weight_mg: number
  count: number | null
  origin: LotOrigin
  supplier_id: string | null
  supplier: string | null
  location_id: string
  occurred_at: string
  seq: number
  isVoid: boolean
  corrected: string[]
}

/** What a row says of a lot beside its elements. */
export const notesOf = ({ isVoid, lot_code }: LotFacts): string[] => (isVoid ? [`lot ${lot_code} was voided`] : [])

interface Readers {
  store: PlantStore
  places: PlaceReader
  corrections: CorrectionReader
}

/** So many lots are kept in memory: about 20 MB. */
const KEPT_MAX = 20_000

export type LotReader = ReturnType<typeof lotReader>

/** Reads lots, each once while it is kept. */
export function lotReader({ store, places, corrections }: Readers) {
  const kept = new Map<number, LotFacts>()
  const items = new Map<string, Item | null>()

  function itemOf(id: string): Item | null {
    let item = items.get(id)
    if (item === undefined) {
      item = (store.records.get('item', id)?.body.item as Item | undefined) ?? null
      items.set(id, item)
    }
    return item
  }

  function read(lot: LotPlace): LotFacts {
    const { data, occurred_at } = registrationIn(store.ledger.row(lot.seq)!.body)
    const { more } = data
    const item = lot.item_id === null ? null : itemOf(lot.item_id)
    const origin = more?.origin ?? 'registered'
    const line = origin === 'split' || origin === 'reworked' ? lineOf(lot, store) : [lot]
    const { now, told } = together(line.map(({ lot_id }) => corrections(`lot:${lot_id}`)))
    const supplierCode = now.supplier_lot_code ?? data.supplier_lot_code
    const root = supplierCode === null ? line[0]! : lot
    const source = now.supplier_tlc_source ?? more?.supplier_tlc_source ?? null
    const { tlc, assigned_by, tlc_source, tlc_reference } =
      root === lot ? codeOf(lot.lot_code, { supplierCode, source }, places) : of(root)
    return {
      lot_key: lot.lot_key,
      lot_id: lot.lot_id,
      lot_code: lot.lot_code,
      tlc,
      assigned_by,
      tlc_source,
      tlc_reference,
      item_id: lot.item_id,
      gtin: item?.gtin ?? null,
      ftl_category: item?.ftl_category ?? null,
      product: now.product ?? data.product ?? item?.title ?? '',
      weight_mg: lot.weight_mg,
      count: more?.count ?? null,
      origin,
      supplier_id: more?.supplier_id ?? null,
      supplier: data.supplier,
      location_id: more?.location_id ?? 'receiving',
      occurred_at,
      seq: lot.seq,
      isVoid: lot.status === 'VOIDED',
      corrected: told,
    }
  }

  function of(lot: LotPlace): LotFacts {
    let facts = kept.get(lot.lot_key)
    if (facts === undefined) {
      facts = read(lot)
      if (kept.size >= KEPT_MAX) kept.clear()
      kept.set(lot.lot_key, facts)
    }
    return facts
  }
  return {
    byKey(key: number): LotFacts | null {
      const known = kept.get(key)
      if (known !== undefined) return known
      const lot = store.lots.byKey(key)
      return lot === null ? null : of(lot)
    },
    byId(id: string): LotFacts | null {
      const lot = store.lots.byId(id)
      return lot === null ? null : of(lot)
    },
  }
}

/** What a lot is a part of, through any number of divisions, the whole first: only a transformation gives a new code. */
function lineOf(lot: LotPlace, { links, lots }: PlantStore): LotPlace[] {
  const line = [lot]
  for (;;) {
    const { lot_key } = line[0]!
    const link = links.into(lot_key).find(({ src, kind }) => src > 0 && (kind === 'SPLIT' || kind === 'REWORK'))
    const source = link === undefined ? null : lots.byKey(link.src)
    if (source === null) return line
    line.unshift(source)
  }
}

/** A part was registered with what its whole said: what is put right of the whole is put right of the part. */
function together(corrected: readonly Corrected[]): Corrected {
  return { now: Object.assign({}, ...corrected.map(({ now }) => now)), told: corrected.flatMap(({ told }) => told) }
}

type Code = Pick<LotFacts, 'tlc' | 'assigned_by' | 'tlc_source' | 'tlc_reference'>

/** The code of a lot that is no part: its supplier's, or its own, whose source is the plant. */
function codeOf(
  lot_code: string,
  { supplierCode, source }: { supplierCode: string | null; source: string | null },
  places: PlaceReader,
): Code {
  if (supplierCode === null) {
    const { text, reference } = places.plant
    return { tlc: lot_code, assigned_by: 'plant', tlc_source: text, tlc_reference: reference }
  }
  const party = source === null ? null : places.party(source)
  const tlc_reference = source?.startsWith('https://') ? source : (party?.reference ?? null)
  return { tlc: supplierCode, assigned_by: 'supplier', tlc_source: party?.text ?? source ?? '', tlc_reference }
}
