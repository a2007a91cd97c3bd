import { plainCode } from '@flowviz/contract/plain-code'
import type { Outbox } from '../outbox/outbox.ts'
import type { Finding } from '../scan/finding.ts'
import type { ShownNotice, SoughtLot } from './notice-view.ts'

/** A lot of a notice that a hand has found. */
export interface Hit {
  notice: ShownNotice
  lot: SoughtLot
}

/**
 * What a scan found of the open notices; a pallet may bring several lots. An empty list: what was scanned is known, and
 * none of them. Null: nobody knows what it is.
 */
export function hitsOf(raw: string, finding: Finding, notices: readonly ShownNotice[]): Hit[] | null {
  const named = namesOf(raw, finding)
  const hits = notices.flatMap(notice =>
    notice.lots
      .filter(({ lot_id, lot_code }) => named.includes(lot_id) || named.includes(lot_code))
      .map(lot => ({ notice, lot })),
  )
  return hits.length === 0 && finding.kind === 'unknown' ? null : hits
}

/** What a label says itself counts when nobody knows the code: a recalled lot may be older than this tablet's memory. */
function namesOf(raw: string, finding: Finding): string[] {
  switch (finding.kind) {
    case 'lot':
      return [finding.lot.lot_id, finding.lot.lot_code]
    case 'lots':
      return finding.lots.map(({ lot_id }) => lot_id)
    case 'handling_unit':
      return finding.unit.contents.map(({ lot_id }) => lot_id)
    case 'unknown':
      return [finding.label?.lot, plainCode([raw])].filter(code => code != null)
    default:
      return []
  }
}

/** Says that a lot was found. It waits behind nothing else of that lot: it only says what was seen. */
export function tellFound(outbox: Pick<Outbox, 'put'>, { notice, lot }: Hit, reason: string | null = null) {
  const [place, other] = lot.places
  const where = place !== undefined && other === undefined ? { location_id: place.location_id } : {}
  return outbox.put({
    command: 'find-recalled-lot',
    params: { recall_id: notice.recall_id },
    body: { lot_id: lot.lot_code, ...where, ...(reason === null ? {} : { reason }) },
    lane: laneOf(notice, lot),
    about: lot.lot_code,
  })
}

/** Says that a lot is not to be found, and why. */
export function tellMissing(outbox: Pick<Outbox, 'put'>, { notice, lot }: Hit, reason: string) {
  return outbox.put({
    command: 'find-recalled-lot',
    params: { recall_id: notice.recall_id },
    body: { lot_id: lot.lot_code, missing: true, reason },
    lane: laneOf(notice, lot),
    about: lot.lot_code,
  })
}

const laneOf = ({ recall_id }: ShownNotice, { lot_code }: SoughtLot) => `recall:${recall_id}/${lot_code}`
