import type { EventData } from '../../event.ts'
import { type Posting, spotOf } from '../../posting.ts'
import type { Said, Told } from '../event.ts'
import { classes, huUri, type Known, kilograms, moved, placeUri, transformationUri } from '../known.ts'

/** Where it was seen, and where it is from then on. */
export const at = (locationId: string | undefined, known: Known): Pick<Said, 'readPoint' | 'bizLocation'> => {
  if (locationId === undefined) return {}
  const id = placeUri(locationId, known)
  return { readPoint: { id }, bizLocation: { id } }
}
/** Where it was seen last: it is in no place of the plant any more. */
export const from = (locationId: string | undefined, known: Known): Pick<Said, 'readPoint'> =>
  locationId === undefined ? {} : { readPoint: { id: placeUri(locationId, known) } }

const placeOf = (account: string | undefined): string | undefined =>
  account === undefined ? undefined : spotOf(account)?.location_id
export const left = (postings: readonly Posting[]): string | undefined => placeOf(postings[0]?.from)
export const entered = (postings: readonly Posting[]): string | undefined => placeOf(postings.at(-1)?.to)

/** What is said of a lot once, when it comes to be. */
export function birth(lotId: string, known: Known): Pick<Said, 'ilmd'> {
  const lot = known.lot(lotId)
  if (lot === null) return {}
  const { lot_code, product, supplier_lot_code, supplier_tlc_source, produced_on, best_before, expires_on } = lot
  const ilmd = {
    'cbvmda:lotNumber': lot_code,
    ...(produced_on === null ? {} : { 'cbvmda:productionDate': produced_on }),
    ...(best_before === null ? {} : { 'cbvmda:bestBeforeDate': best_before }),
    ...(expires_on === null ? {} : { 'cbvmda:itemExpirationDate': expires_on }),
    ...(product === null ? {} : { 'fv:product': product }),
    ...(supplier_lot_code === null ? {} : { 'fv:supplierLotNumber': supplier_lot_code }),
    ...(supplier_tlc_source === null ? {} : { 'fv:traceabilityLotCodeSource': supplier_tlc_source }),
  }
  return { ilmd }
}

const MADE = { bizStep: 'creating_class_instance', disposition: 'active' } as const

interface Making {
  id: string
  kind: string
  postings: readonly Posting[]
}

/** Lots became other lots without a run: a lot that is divided, joined or worked again is a new one. */
function made({ id, kind, postings }: Making, known: Known): Said[] {
  const out = postings.flatMap(({ to, quantity }) =>
    to.startsWith('lot:') ? [{ lot_id: to.slice('lot:'.length), weight_mg: quantity.weight_mg }] : [],
  )
  if (out.length === 0) return []
  const only = new Set(out.map(({ lot_id }) => lot_id)).size === 1 ? birth(out[0]!.lot_id, known) : {}
  return [
    {
      type: 'TransformationEvent',
      transformationID: transformationUri(id, known),
      ...(kind === 'REPACK' ? { ...MADE, bizStep: 'repackaging' } : MADE),
      inputQuantityList: kilograms(moved(postings), known),
      outputQuantityList: kilograms(out, known),
      ...from(left(postings), known),
      ...only,
      'fv:kind': kind,
    },
  ]
}

const SPENT = {
  waste: { bizStep: 'destroying', disposition: 'destroyed' },
  sample: { bizStep: 'sampling', disposition: 'dispensed' },
  loss: { bizStep: 'stock_taking', disposition: 'unknown' },
} as const

/** What the events of lots, of stock and of handling units mean. */
export const LOT_RULES = {
  /** What was received, produced or made of other lots is told by the event of that. */
  'lot.registered': ({ data }: Told<EventData<'lot.registered'>>, known: Known): Said[] => {
    const { lot_id, weight_mg, more } = data
    if (more !== undefined && more.origin !== 'registered') return []
    return [
      {
        type: 'ObjectEvent',
        action: 'ADD',
        ...MADE,
        quantityList: kilograms([{ lot_id, weight_mg }], known),
        ...at(more?.location_id ?? 'receiving', known),
        ...birth(lot_id, known),
      },
    ]
  },
  'lot.linked': ({ id, data: { kind, postings } }: Told<EventData<'lot.linked'>>, known: Known): Said[] =>
    made({ id, kind, postings }, known),
  'lot.split': ({ id, data: { postings } }: Told<EventData<'lot.split'>>, known: Known): Said[] =>
    made({ id, kind: 'SPLIT', postings }, known),
  'lot.merged': ({ id, data: { postings } }: Told<EventData<'lot.merged'>>, known: Known): Said[] =>
    made({ id, kind: 'MERGE', postings }, known),
  'lot.reworked': ({ id, data: { postings } }: Told<EventData<'lot.reworked'>>, known: Known): Said[] =>
    made({ id, kind: 'REWORK', postings }, known),
  'lot.expired': ({ data: { lot_id } }: Told<EventData<'lot.expired'>>, known: Known): Said[] => [
    observed('other', 'expired', { quantityList: classes([lot_id], known) }),
  ],
  'lot.recalled': ({ data: { lot_ids, recall } }: Told<EventData<'lot.recalled'>>, known: Known): Said[] => [
    observed('holding', 'recalled', {
      persistentDisposition: { set: ['recalled'] },
      quantityList: classes(lot_ids, known),
      'fv:recall': recall,
    }),
  ],
  'stock.moved': ({ data: { postings } }: Told<EventData<'stock.moved'>>, known: Known): Said[] => [
    observed('storing', 'in_progress', {
      quantityList: kilograms(moved(postings), known),
      ...at(entered(postings), known),
    }),
  ],
  'stock.adjusted': ({ data: { cause, postings } }: Told<EventData<'stock.adjusted'>>, known: Known): Said[] => {
    if (cause !== 'count') {
      const quantityList = kilograms(moved(postings), known)
      return [{ type: 'ObjectEvent', action: 'DELETE', ...SPENT[cause], quantityList, ...from(left(postings), known) }]
    }
    return postings.map(posting => ({
      ...observed('cycle_counting', 'mismatch_quantity', { quantityList: kilograms(moved([posting]), known) }),
      ...at(left([posting]) ?? entered([posting]), known),
      'fv:difference': posting.from === 'adjustment' ? 'more' : 'less',
    }))
  },
  'hu.created': ({ data: { hu_id, kind, location_id } }: Told<EventData<'hu.created'>>, known: Known): Said[] => [
    {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      epcList: [huUri(hu_id, known)],
      ...at(location_id, known),
      'fv:kind': kind,
    },
  ],
  'hu.packed': ({ data: { hu_id, postings } }: Told<EventData<'hu.packed'>>, known: Known): Said[] => [
    aggregated({ action: 'ADD', bizStep: 'packing', hu_id, postings }, known),
  ],
  'hu.unpacked': ({ data: { hu_id, postings } }: Told<EventData<'hu.unpacked'>>, known: Known): Said[] => [
    aggregated({ action: 'DELETE', bizStep: 'unpacking', hu_id, postings }, known),
  ],
  'hu.moved': ({ data: { hu_id, location_id } }: Told<EventData<'hu.moved'>>, known: Known): Said[] => [
    observed('storing', 'in_progress', { epcList: [huUri(hu_id, known)], ...at(location_id, known) }),
  ],
}

/** Something that is there was looked at; nothing came to be or went away. */
export function observed(bizStep: string, disposition: string, rest: Partial<Said>): Said {
  return { type: 'ObjectEvent', action: 'OBSERVE', bizStep, disposition, ...rest }
}

interface Aggregating {
  action: 'ADD' | 'DELETE'
  bizStep: string
  hu_id: string
  postings: readonly Posting[]
}

const aggregated = ({ action, bizStep, hu_id, postings }: Aggregating, known: Known): Said => ({
  type: 'AggregationEvent',
  action,
  bizStep,
  disposition: 'in_progress',
  parentID: huUri(hu_id, known),
  childQuantityList: kilograms(moved(postings), known),
  ...at(entered(postings), known),
})
