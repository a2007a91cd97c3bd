import type { CommandBody } from '@flowviz/contract/command'
import type { Item } from '@flowviz/contract/plant/item'
import type { Party } from '@flowviz/contract/plant/party'
import type { Intent } from '../outbox/outbox.ts'
import type { Weighing } from '../weight/weighing.ts'
import type { ReceiveDraft } from './receive-draft.ts'

/** What a receipt needs beside its draft. */
export interface ReceiptOf {
  item: Item
  supplier: Party
  weighing: Weighing
  /** Code of this tablet's own block; null: the appliance gives one. */
  lot_code: string | null
  /** By the appliance's clock as this tablet knows it. */
  at: string
}

/**
 * The command that a draft stands for. With a paper it is a receipt of goods with the key data elements of 21 CFR
 * 1.1345; without one, which only food outside of the traceability list may be, it is a lot by itself.
 *
 * A weight of a scale carries the moment when it was asked for: the appliance refuses to weigh for a command that
 * comes too late (docs/decisions/0026-weights-offline.md).
 */
export function receiptCommand(draft: ReceiveDraft, of: ReceiptOf): Intent<'receive-goods'> | Intent<'register-lot'> {
  const { item, supplier, lot_code } = of
  const lane = lot_code === null ? {} : { lane: `lot:${lot_code}` }
  const about = [lot_code, item.title, supplier.title].filter(Boolean).join(' · ')
  if (draft.document === null) return { command: 'register-lot', body: lotBody(draft, of), ...lane, about }
  return { command: 'receive-goods', body: goodsBody(draft, { ...of, document: draft.document }), ...lane, about }
}

function lotBody(draft: ReceiveDraft, of: ReceiptOf): CommandBody<'register-lot'> {
  const { item, supplier, weighing, at } = of
  return {
    lot_type: item.lot_type,
    item_id: item.item_id,
    product: item.title,
    supplier_id: supplier.party_id,
    supplier: supplier.title,
    ...common(draft, of),
    ...(draft.location_id === null ? {} : { location_id: draft.location_id }),
    ...weighing,
    occurred_at: at,
  }
}

function goodsBody(
  draft: ReceiveDraft,
  of: ReceiptOf & { document: NonNullable<ReceiveDraft['document']> },
): CommandBody<'receive-goods'> {
  const { item, supplier, weighing, document, at } = of
  return {
    supplier_id: supplier.party_id,
    previous_source: sourceOf(supplier),
    documents: [document],
    received_at: at,
    ...(draft.location_id === null ? {} : { location_id: draft.location_id }),
    // The scale weighs the whole receipt, a hand its only line.
    ...('scale_id' in weighing ? weighing : {}),
    lines: [
      {
        item_id: item.item_id,
        ...common(draft, of),
        ...(draft.supplier_lot === '' ? {} : { supplier_tlc_source: sourceOf(supplier) }),
        ...('scale_id' in weighing ? {} : weighing),
      },
    ],
  }
}

function common(draft: ReceiveDraft, { lot_code }: ReceiptOf) {
  const { supplier_lot, produced_on, best_before, expires_on, temperature_c, containers } = draft
  return {
    ...(lot_code === null ? {} : { lot_code }),
    ...(supplier_lot === '' ? {} : { supplier_lot_code: supplier_lot }),
    ...(produced_on === null ? {} : { produced_on }),
    ...(best_before === null ? {} : { best_before }),
    ...(expires_on === null ? {} : { expires_on }),
    ...(temperature_c === '' ? {} : { temperature_c }),
    ...(containers > 1 ? { count: containers } : {}),
  }
}

/** Where it comes from as a person can look it up: the GLN where there is one, else name and place. */
function sourceOf({ title, gln, street, postal_code, city, country }: Party): string {
  if (gln !== undefined) return gln
  const place = [street, [postal_code, city].filter(Boolean).join(' '), country].filter(Boolean)
  return [title, ...place].join(', ').slice(0, 200)
}
