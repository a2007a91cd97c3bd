import type { Finding } from './finding.ts'

/** A thing that can be done with what was scanned: where it leads, or what it asks of the sheet. */
export interface ScanAction {
  word:
    | 'open_lot'
    | 'check'
    | 'put_hold'
    | 'move'
    | 'consume'
    | 'print'
    | 'receive'
    | 'receive_new'
    | 'holds_list'
    | 'board'
    | 'call'
    | 'again'
  href: string | null
}

const go = (word: ScanAction['word'], href: string): ScanAction => ({ word, href })
const USABLE = new Set(['AVAILABLE', 'PENDING_QC'])

/**
 * What a finding allows, the most likely first. What a status forbids is not offered; the appliance judges again when it
 * is done. Pure.
 */
export function actionsOf(finding: Finding): ScanAction[] {
  switch (finding.kind) {
    case 'lot': {
      const { lot_id, status, gate_next } = finding.lot
      const id = encodeURIComponent(lot_id)
      const usable = USABLE.has(status)
      return [
        go('open_lot', `/lot/${id}`),
        ...(usable && gate_next !== null ? [go('check', `/gate/${id}`)] : []),
        ...(usable ? [go('consume', `/consume?lot=${id}`)] : []),
        go('move', `/move?lot=${id}`),
        go('put_hold', `/hold?lot=${id}`),
        go('print', `/label?lot=${id}`),
      ]
    }
    case 'lots':
      return finding.lots.map(({ lot_id }) => go('open_lot', `/lot/${encodeURIComponent(lot_id)}`))
    case 'handling_unit':
      return [
        ...(finding.unit.contents.length === 1 ? [go('open_lot', `/lot/${finding.unit.contents[0]!.lot_id}`)] : []),
        go('move', `/move?hu=${encodeURIComponent(finding.unit.hu_id)}`),
        go('print', `/label?hu=${encodeURIComponent(finding.unit.hu_id)}`),
      ]
    case 'item':
      return [go('receive', receiveHref(finding, finding.item.item_id))]
    case 'location':
      return [go('board', `/lane/${encodeURIComponent(finding.location.location_id)}`)]
    case 'hold':
      return [go('holds_list', `/hold?hold=${encodeURIComponent(finding.hold_id)}`)]
    case 'person':
      return []
    case 'unknown':
      return [
        { word: 'again', href: null },
        go('receive_new', receiveHref(finding, null)),
        { word: 'call', href: null },
      ]
  }
}

/** What the label says travels along, so that nobody types it again. */
function receiveHref({ label }: Finding, item_id: string | null): string {
  const said = new URLSearchParams()
  const put = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) said.set(name, value)
  }
  put('item', item_id)
  put('gtin', label?.gtin)
  put('supplier_lot', label?.lot)
  put('best_before', label?.best_before?.date)
  put('expires_on', label?.use_by?.date)
  put('produced_on', label?.production_date?.date)
  const query = said.toString()
  return query === '' ? '/receive' : `/receive?${query}`
}
