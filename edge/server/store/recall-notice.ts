import { decimalOf } from '@flowviz/contract/decimal'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'
import {
  type FindingCounts,
  NOTICE_LOTS_MAX,
  type NoticeLot,
  type RecallFinding,
  type RecallNotice,
} from '@flowviz/contract/recall-notice'
import { RECALL_STATES } from '@flowviz/contract/recall-word'
import { everyRecord } from './logistics-record.ts'
import { registrationIn } from './lot-row.ts'
import type { LotPlace } from './lot-store.ts'
import type { PlantStore } from './plant-store.ts'
import { bodyOf, scopedKeys } from './recall-record.ts'
import type { StoredRecord } from './record-store.ts'

type Stores = Pick<PlantStore, 'recalls' | 'records' | 'ledger' | 'lots'>
type Standing = ReturnType<PlantStore['recalls']['places']>[0]

/** The lots of a recall that are in the house, and those that somebody looked for. */
interface Search {
  standing: Map<number, Standing[]>
  findings: Map<number, RecallFinding>
}

/** Recalls and drills that are held and not closed, the newest first. */
export function openNotices({ records }: Pick<Stores, 'records'>): StoredRecord[] {
  return RECALL_STATES.filter(state => state !== 'CLOSED')
    .flatMap(state => everyRecord(records, { kind: 'recall', state }))
    .filter(isHeld)
    .sort((a, b) => b.at - a.at)
}

/** True once everything in its scope was held; a drill says so too. */
export const isHeld = (recall: StoredRecord): boolean => bodyOf(recall).held_at !== undefined

/** A recall as the floor sees it. */
export function noticeOf(recall: StoredRecord, stores: Stores): RecallNotice {
  const { mode, state, scenario, opened_at, held_at = '' } = bodyOf(recall)
  const search = searchOf(recall, stores)
  const lots = stores.recalls.lots([...new Set([...search.standing.keys(), ...search.findings.keys()])])
  const shown = inTurn(lots, search).slice(0, NOTICE_LOTS_MAX)
  return {
    recall_id: recall.id,
    mode,
    state,
    scenario,
    opened_at,
    held_at,
    ...count(search),
    lots: shown.map(lot => lotOf(lot, search, stores)),
    more: lots.length - shown.length,
  }
}

/** How far the search is. */
export const countsOf = (recall: StoredRecord, stores: Stores): FindingCounts => count(searchOf(recall, stores))

/** What was said of a lot last. */
export function findingOf({ state, body }: StoredRecord): RecallFinding {
  const { location_id, weight_kg, reason, found_at, found_by, occurred_at } = body as unknown as RecallFinding
  return { state: state as RecallFinding['state'], location_id, weight_kg, reason, found_at, found_by, occurred_at }
}

function searchOf(recall: StoredRecord, stores: Stores): Search {
  const { recalls, records, lots } = stores
  const findings = everyRecord(records, { kind: 'recall_finding', parent: recall.id })
  return {
    standing: Map.groupBy(recalls.places(scopedKeys(recall.id, stores)), ({ lot_key }) => lot_key),
    findings: new Map(
      findings.flatMap(finding => {
        const key = lots.keyOf(finding.body.lot_id as string)
        return key === null ? [] : [[key, findingOf(finding)]]
      }),
    ),
  }
}

function count({ standing, findings }: Search): FindingCounts {
  const to_find_count = [...standing.keys()].filter(key => !findings.has(key)).length
  const found_count = [...findings.values()].filter(({ state }) => state === 'FOUND').length
  const missing_count = findings.size - found_count
  return { lot_count: to_find_count + findings.size, to_find_count, found_count, missing_count }
}

const RANK = { MISSING: 1, FOUND: 2 } as const

/** What is to be found, place by place as one walks; then what is missing, then what was found. */
function inTurn(lots: LotPlace[], { standing, findings }: Search): LotPlace[] {
  const rank = ({ lot_key }: LotPlace) => RANK[findings.get(lot_key)?.state as keyof typeof RANK] ?? 0
  const place = ({ lot_key }: LotPlace) => standing.get(lot_key)?.[0]?.location_id ?? ''
  return lots.sort(
    (a, b) => rank(a) - rank(b) || place(a).localeCompare(place(b)) || a.lot_code.localeCompare(b.lot_code),
  )
}

function lotOf(lot: LotPlace, { standing, findings }: Search, { records, ledger }: Stores): NoticeLot {
  const { lot_key, lot_id, lot_code, lot_type, status, holds, item_id, seq } = lot
  const places = standing.get(lot_key) ?? []
  const item = item_id === null ? undefined : (records.get('item', item_id)?.body.item as Item | undefined)
  const titleOf = (id: string) => (records.get('location', id)?.body.location as Location | undefined)?.title ?? id
  return {
    lot_id,
    lot_code,
    product: registrationIn(ledger.row(seq)!.body).data.product ?? item?.title ?? null,
    lot_type,
    status: shownStatus(status, holds),
    on_hand_kg: decimalOf(
      places.reduce((sum, { weight_mg }) => sum + weight_mg, 0),
      6,
    ),
    places: places.map(({ location_id, weight_mg }) => ({
      location_id,
      title: titleOf(location_id),
      weight_kg: decimalOf(weight_mg, 6),
    })),
    finding: findings.get(lot_key) ?? null,
  }
}
