import type { Meaning } from '@flowviz/contract/gs1/meaning'
import { type LabelMeasure, weightMg } from '@flowviz/contract/gs1/measure'
import type { Item } from '@flowviz/contract/plant/item'
import type { Party } from '@flowviz/contract/plant/party'
import type { Finding } from '../scan/finding.ts'
import type { Chip, ReceiveDraft } from './receive-draft.ts'

/** What this tablet knows, to read a label by. */
export interface Books {
  items: readonly Item[]
  parties: readonly Party[]
}

/** Where a scan is meant to go: the chip that is open, or the plate of the container. */
export type Wanted = Chip | 'plate'

/** What a scan fills; `unknown_product` when its label names goods that nobody has set up. */
export interface Filled {
  change: Partial<ReceiveDraft>
  unknown_product: boolean
}

const OWN_CODE = /^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/

/** What a scan says for a receipt; null when it says nothing for one, so that somebody else may take it. Pure. */
export function fill(raw: string, finding: Finding, to: { wanted: Wanted; books: Books }): Filled | null {
  const { wanted, books } = to
  if (wanted === 'plate') return plate(raw)
  if (finding.kind === 'item') return known({ ...ofLabel(finding.label, books).change, item_id: finding.item.item_id })
  if (finding.kind === 'location') return known({ location_id: finding.location.location_id })
  if (isOwnLot(finding)) return null
  if (finding.label !== null) {
    const filled = ofLabel(finding.label, books)
    return filled.unknown_product || Object.keys(filled.change).length > 0 ? filled : null
  }
  return plain(raw.trim(), finding, wanted)
}

const known = (change: Partial<ReceiveDraft>): Filled => ({ change, unknown_product: false })

function plate(raw: string): Filled | null {
  const code = raw.trim().toUpperCase()
  return OWN_CODE.test(code) ? known({ plate: code }) : null
}

/** A lot that bears a code of ours is here already: it is not received again. */
function isOwnLot(finding: Finding): boolean {
  if (finding.kind !== 'lot')
    return finding.kind === 'handling_unit' || finding.kind === 'hold' || finding.kind === 'person'
  const { label, lot } = finding
  return label === null ? true : label.lot === lot.lot_code
}

/** A code by itself: the supplier's lot, or the number of the paper while that is asked for. */
function plain(code: string, finding: Finding, wanted: Wanted): Filled | null {
  if (finding.kind !== 'unknown' || finding.why === 'unfit' || code === '' || code.length > 60) return null
  if (wanted === 'document') return known({ document: { type: 'bol', number: code } })
  return known({ supplier_lot: code })
}

function ofLabel(label: Meaning | null, { items, parties }: Books): Filled {
  if (label === null) return known({})
  const { gtin, gln, lot, count, production_date, packaging_date, best_before, use_by, net } = label
  const item = gtin === null ? undefined : items.find(one => one.gtin === gtin)
  const supplier = gln === null ? undefined : parties.find(one => one.gln === gln && one.kinds.includes('supplier'))
  const made = production_date ?? packaging_date
  const change: Partial<ReceiveDraft> = {
    // What the screen showed before is not what bears this label, even when nobody has set that up.
    ...(gtin === null ? {} : { item_id: item?.item_id ?? null }),
    ...(supplier === undefined ? {} : { supplier_id: supplier.party_id }),
    ...(lot === null ? {} : { supplier_lot: lot }),
    ...(made === null ? {} : { produced_on: made.date }),
    ...(best_before === null ? {} : { best_before: best_before.date }),
    ...(use_by === null ? {} : { expires_on: use_by.date }),
    ...(net === null ? {} : { label_kg: kilograms(net) }),
    ...(count === null || count < 1 ? {} : { containers: count }),
  }
  return { change, unknown_product: gtin !== null && item === undefined }
}

/** A label's measure as decimal kilograms: its own digits, or those of pounds to the milligram. */
function kilograms(net: LabelMeasure): string {
  if (net.unit === 'kg') return net.value
  const mg = String(weightMg(net)).padStart(7, '0')
  return `${mg.slice(0, -6)}.${mg.slice(-6)}`.replace(/\.?0+$/, '')
}
