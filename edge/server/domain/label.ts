import { unionOf } from '@flowviz/contract/allergen'
import { FlowError } from '@flowviz/contract/error'
import type { Hold } from '@flowviz/contract/hold'
import { LABEL_LINES_MAX, type LabelContent, type LabelKind } from '@flowviz/contract/label'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import { FINAL, type LotStatus } from '@flowviz/contract/lot-word'
import type { Item } from '@flowviz/contract/plant/item'

/** What somebody wants a label of. */
export interface LabelAsk {
  label: LabelKind
  lot_id?: string
  hu_id?: string
  hold_id?: string
  weight_kg?: string
}

/** Where the facts of a label come from; each refuses what is not there. */
export interface LabelSource {
  site: string
  lot(ref: string): Lot
  item(id: string): Item | null
  hu(ref: string): HandlingUnit
  hold(id: string): Hold
}

/** A label with what it is of. */
export interface AskedLabel {
  lot_id: string | null
  hu_id: string | null
  hold_id: string | null
  content: LabelContent
}

/** Longest lot code that AI (10) carries. */
const LOT_CODE_MAX = 20
const LINE_MAX = 120
/** What is refused for good gets no label that a customer would trust. */
const NO_CASE: readonly LotStatus[] = [...FINAL, 'REJECTED', 'RECALLED', 'EXPIRED']

/**
 * What a label has to say, from the facts of the plant.
 * @throws FlowError label_incomplete (with `missing`), lot_unusable, state_wrong, and those of the source.
 */
export function labelOf(ask: LabelAsk, source: LabelSource): AskedLabel {
  if (ask.label === 'pallet') return palletLabel(source.hu(named(ask, 'hu_id')), source)
  if (ask.label === 'hold') return holdLabel(source.hold(named(ask, 'hold_id')), source)
  const lot = source.lot(named(ask, 'lot_id'))
  const unfit = ask.label === 'case' ? NO_CASE : FINAL
  if (unfit.includes(lot.status))
    throw new FlowError('lot_unusable', `Lot ${lot.lot_code} is ${lot.status}.`, { extra: { lot_status: lot.status } })
  const item = lot.item_id === null ? null : source.item(lot.item_id)
  return ask.label === 'case' ? caseLabel(ask, { lot, item }, source) : ingredientLabel({ lot, item }, source)
}

function named(ask: LabelAsk, field: 'lot_id' | 'hu_id' | 'hold_id'): string {
  const id = ask[field]
  if (id === undefined) throw incomplete([field])
  return id
}

const incomplete = (missing: string[]) =>
  new FlowError('label_incomplete', `The label lacks: ${missing.join(', ')}.`, { extra: { missing } })

const blank = (label: LabelKind, { site }: LabelSource): LabelContent => ({
  label,
  site,
  title: '',
  lot_code: null,
  gtin: null,
  sscc: null,
  hold_id: null,
  produced_on: null,
  best_before: null,
  expires_on: null,
  weight_kg: null,
  count: null,
  allergens: [],
  storage: null,
  lines: [],
})

interface Goods {
  lot: Lot
  item: Item | null
}

/** What every label of one lot says. */
const ofLot = ({ lot, item }: Goods) => ({
  title: item?.title ?? lot.product ?? lot.lot_code,
  lot_code: lot.lot_code,
  gtin: item?.gtin ?? null,
  produced_on: lot.produced_on,
  best_before: lot.best_before,
  expires_on: lot.expires_on,
  allergens: unionOf(lot.allergens, item?.allergens ?? []),
  storage: item?.storage ?? null,
})

function caseLabel(ask: LabelAsk, goods: Goods, source: LabelSource): AskedLabel {
  const { lot, item } = goods
  const facts = ofLot(goods)
  const missing: string[] = []
  if (facts.gtin === null) missing.push('gtin')
  if (lot.lot_code.length > LOT_CODE_MAX) missing.push('lot_code')
  if (item?.catch_weight === true && ask.weight_kg === undefined) missing.push('weight_kg')
  if (missing.length > 0) throw incomplete(missing)
  const nominal = ask.weight_kg === undefined ? item?.nominal_weight_kg : undefined
  const lines = nominal === undefined ? [] : [`NET ${nominal} kg`]
  const content = { ...blank('case', source), ...facts, weight_kg: ask.weight_kg ?? null, lines }
  return { lot_id: lot.lot_id, hu_id: null, hold_id: null, content }
}

function ingredientLabel(goods: Goods, source: LabelSource): AskedLabel {
  const { lot } = goods
  const supplier = lot.supplier ?? lot.supplier_id
  const lines = [
    ...(supplier === null ? [] : [`Supplier ${supplier}`]),
    ...(lot.supplier_lot_code === null ? [] : [`Supplier lot ${lot.supplier_lot_code}`]),
  ]
  const content = { ...blank('ingredient', source), ...ofLot(goods), lines }
  return { lot_id: lot.lot_id, hu_id: null, hold_id: null, content }
}

function palletLabel(hu: HandlingUnit, source: LabelSource): AskedLabel {
  if (hu.sscc === null) throw incomplete(['sscc'])
  const [first, ...others] = hu.contents
  if (first === undefined) throw incomplete(['contents'])
  const blankOne = { ...blank('pallet', source), sscc: hu.sscc }
  const asked = { lot_id: null, hu_id: hu.hu_id, hold_id: null }
  if (others.length > 0) {
    const lines = listed(hu.contents.map(({ lot_code, weight_kg }) => `${lot_code}  ${shortKg(weight_kg)} kg`))
    return { ...asked, content: { ...blankOne, title: `MIXED: ${hu.contents.length} LOTS`, lines } }
  }
  const lot = source.lot(first.lot_id)
  const facts = ofLot({ lot, item: lot.item_id === null ? null : source.item(lot.item_id) })
  // A lot code that AI (10) cannot carry stands in words alone, and the pallet is known by its SSCC.
  const gtin = lot.lot_code.length > LOT_CODE_MAX ? null : facts.gtin
  const lines = [`NET ${shortKg(first.weight_kg)} kg`]
  return { ...asked, content: { ...blankOne, ...facts, gtin, count: first.count, lines } }
}

function holdLabel(hold: Hold, source: LabelSource): AskedLabel {
  if (hold.open_count === 0)
    throw new FlowError('state_wrong', 'The hold holds nothing any more.', { extra: { state: hold.state } })
  const held = hold.lots.filter(({ open }) => open).map(({ lot_code }) => lot_code)
  const lines = [`Since ${hold.placed_at.slice(0, 16).replace('T', ' ')} UTC`, ...listed(held)].slice(
    0,
    LABEL_LINES_MAX,
  )
  const content = { ...blank('hold', source), title: hold.reason.slice(0, LINE_MAX), hold_id: hold.hold_id, lines }
  return { lot_id: null, hu_id: null, hold_id: hold.hold_id, content }
}

/** The first lines, and how many there are behind them. */
function listed(lines: readonly string[]): string[] {
  const most = LABEL_LINES_MAX - 2
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `and ${lines.length - most} more`]
}

const shortKg = (kg: string): string => (kg.includes('.') ? kg.replace(/\.?0+$/, '') : kg)
