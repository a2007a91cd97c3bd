import { documentsText } from '@flowviz/contract/document-text'
import type { CorrectableKde } from '@flowviz/contract/event/fsma'
import { isTimestamp } from '@flowviz/contract/time'

/** The records whose key data elements can be put right. */
export type KdeRecord = 'receipt' | 'shipment' | 'lot'

const OF: Record<CorrectableKde, readonly KdeRecord[]> = {
  previous_source: ['receipt'],
  received_at: ['receipt'],
  ship_to: ['shipment'],
  shipped_at: ['shipment'],
  documents: ['receipt', 'shipment'],
  product: ['lot'],
  supplier_lot_code: ['lot'],
  supplier_tlc_source: ['lot'],
}
const DOCUMENTS = /^[a-z_]+ [^;]{1,60}(; [a-z_]+ [^;]{1,60})*$/

/** True when a record of the kind has this element, and the text can be its value. */
export function isKdeOf(kind: KdeRecord, kde: CorrectableKde, text: string): boolean {
  if (!OF[kde].includes(kind)) return false
  if (kde === 'documents') return DOCUMENTS.test(text)
  return kde === 'received_at' || kde === 'shipped_at' ? isTimestamp(text) : text.trim() !== ''
}

/** The element as it was recorded, as text; null when nothing was. */
export function kdeText(kde: CorrectableKde, recorded: Record<string, unknown>): string | null {
  const value = recorded[kde]
  if (kde === 'documents')
    return Array.isArray(value) && value.length > 0 ? documentsText(value as Parameters<typeof documentsText>[0]) : null
  return typeof value === 'string' ? value : null
}
