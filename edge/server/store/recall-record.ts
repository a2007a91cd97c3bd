import { decimalOf } from '@flowviz/contract/decimal'
import type { EventData } from '@flowviz/contract/event'
import { shownStatus } from '@flowviz/contract/lot-status'
import type {
  Recall,
  RecallBalance,
  RecallConsignee,
  RecallLots,
  RecallScope,
  RecallTask,
  RecallWhole,
} from '@flowviz/contract/recall'
import type { RecallState } from '@flowviz/contract/recall-word'
import { everyRecord } from './logistics-record.ts'
import type { PlantStore } from './plant-store.ts'
import { type ScopeBalance, scopeBalance, shippedLots } from './recall-balance.ts'
import { consigneeViews, effectOf } from './recall-consignee.ts'
import type { RecordStore, StoredRecord } from './record-store.ts'

type Stores = Pick<PlantStore, 'recalls' | 'records' | 'ledger' | 'lots'>
type Moment = `${'scoped' | 'held' | 'notified' | 'answered' | 'checked' | 'reconciled' | 'closed'}_${'at' | 'by'}`

/** A recall as its record holds it (contract/change/recall.ts). */
export interface RecallBody extends Omit<EventData<'recall.opened'>, 'tasks'>, Partial<Record<Moment, string>> {
  state: RecallState
  opened_at: string
  opened_by: string
  version?: number
  lot_count?: number
  hold_id?: string | null
  held_version?: number
  balance?: Omit<EventData<'recall.reconciled'>, 'recall_id' | 'state' | 'version'>
  balance_version?: number
  passed?: boolean
  gaps?: string[]
  actions?: string[]
}

const STEPS = ['opened', 'scoped', 'held', 'notified', 'answered', 'checked', 'reconciled', 'closed'] as const
const MINUTE_MS = 60_000

export const bodyOf = ({ body }: StoredRecord): RecallBody => body as unknown as RecallBody

/** A recall without its parts. */
export function recallView(record: StoredRecord): Recall {
  const body = bodyOf(record)
  const minutes = (at: string) => Math.max(0, Math.ceil((Date.parse(at) - Date.parse(body.opened_at)) / MINUTE_MS))
  const steps = STEPS.flatMap(step => {
    const at = body[`${step}_at`]
    return at === undefined ? [] : [{ step, at, by: body[`${step}_by`] ?? '', minutes: minutes(at) }]
  })
  const { balance } = body
  return {
    recall_id: record.id,
    mode: body.mode,
    state: body.state,
    scenario: body.scenario,
    start: body.start,
    direction: body.direction,
    goal: body.goal,
    opened_at: body.opened_at,
    opened_by: body.opened_by,
    steps,
    version: body.version ?? 0,
    lot_count: body.lot_count ?? 0,
    held_version: body.held_version ?? null,
    hold_id: body.hold_id ?? null,
    result:
      balance === undefined
        ? null
        : {
            attempt: balance.attempt,
            version: body.balance_version ?? 0,
            total: balance.total,
            minutes: balance.minutes,
            passed: balance.passed,
            explanation: balance.explanation,
          },
    passed: body.passed ?? null,
    gaps: body.gaps ?? [],
    actions: body.actions ?? [],
  }
}

/** A recall with its tasks, its scopes and its consignees. @param now Timestamp that tasks are late by. */
export function recallWhole(record: StoredRecord, stores: Stores, now: string): RecallWhole {
  const consignees = consigneesOf(record, stores)
  return {
    ...recallView(record),
    tasks: tasksOf(record.id, stores.records, now),
    scopes: scopesOf(record.id, stores.records),
    consignees,
    effect: effectOf(consignees),
  }
}

/** In the order in which they are due. */
export function tasksOf(recallId: string, records: RecordStore, now: string): RecallTask[] {
  const tasks = everyRecord(records, { kind: 'recall_task', parent: recallId }).reverse()
  return tasks
    .map(({ id, state, body }): RecallTask => {
      const { title, due_at, done_at, done_by, text } = body as unknown as RecallTask
      return {
        task_id: id,
        title,
        due_at,
        state: state as RecallTask['state'],
        done_at: done_at ?? null,
        done_by: done_by ?? null,
        text: text ?? null,
        late: (done_at ?? now) > due_at,
      }
    })
    .sort((a, b) => Number(a.due_at > b.due_at) - Number(a.due_at < b.due_at))
}

type Part = EventData<'recall.scoped'> & Pick<RecallScope, 'scoped_at' | 'scoped_by'>

/** The versions of a scope, the first one first. */
export function scopesOf(recallId: string, records: RecordStore): RecallScope[] {
  const parts = everyRecord(records, { kind: 'recall_scope', parent: recallId }).map(
    ({ body }) => body as unknown as Part,
  )
  const versions = Map.groupBy(
    parts.sort((a, b) => a.version - b.version || a.part - b.part),
    ({ version }) => version,
  )
  return [...versions.values()].map(([first, ...rest]) => {
    const { version, scoped_at, scoped_by, include_rework, include_same_room, start_count, lot_count } = first!
    const all = [first!, ...rest]
    return {
      version,
      scoped_at,
      scoped_by,
      include_rework,
      include_same_room,
      start_count,
      lot_count,
      added: all.flatMap(({ added }) => added),
      removed: all.flatMap(({ removed }) => removed),
    }
  })
}

/** Ids of the lots in scope, as the last version fixed them. */
export function scopedLots(recallId: string, records: RecordStore): string[] {
  const inside = new Set<string>()
  for (const { added, removed } of scopesOf(recallId, records)) {
    for (const id of removed) inside.delete(id)
    for (const id of added) inside.add(id)
  }
  return [...inside]
}

/** Keys of the lots in scope. */
export const scopedKeys = (recallId: string, { records, lots }: Pick<Stores, 'records' | 'lots'>): number[] =>
  scopedLots(recallId, records).flatMap(id => lots.keyOf(id) ?? [])

/** The lots in scope as they are now. */
export function recallLots(record: StoredRecord, stores: Stores): RecallLots {
  const keys = scopedKeys(record.id, stores)
  const onHand = new Map<number, number>()
  for (const { lot_key, weight_mg } of stores.recalls.places(keys))
    onHand.set(lot_key, (onHand.get(lot_key) ?? 0) + weight_mg)
  const lots = stores.recalls.lots(keys).map(({ lot_key, lot_id, lot_code, lot_type, item_id, status, holds }) => {
    const on_hand_mg = onHand.get(lot_key) ?? 0
    const on_hand_kg = decimalOf(on_hand_mg, 6)
    return { lot_id, lot_code, lot_type, item_id, status: shownStatus(status, holds), on_hand_mg, on_hand_kg }
  })
  return { recall_id: record.id, version: bodyOf(record).version ?? 0, lots }
}

/** The balance as it was fixed; of now where it was not, or where the scope has changed since. */
export function recallBalance(record: StoredRecord, stores: Stores): RecallBalance {
  const body = bodyOf(record)
  const version = body.version ?? 0
  const fixed = fixedOf(body)
  const { lots, runs, total } =
    fixed === null ? scopeBalance(scopedKeys(record.id, stores), stores) : fixedBalance(record.id, fixed, stores)
  const fixed_at = fixed === null ? null : (body.reconciled_at ?? null)
  return { recall_id: record.id, version, fixed_at, total, lots, runs }
}

/** The balance that was fixed for the scope as it stands. */
const fixedOf = ({ balance, balance_version, version = 0 }: RecallBody) =>
  balance !== undefined && balance_version === version ? balance : null

function fixedBalance(
  id: string,
  { attempt, parts, total }: NonNullable<RecallBody['balance']>,
  { records }: Stores,
): ScopeBalance {
  const rows = Array.from({ length: parts }, (_, at) => records.get('recall_balance', `${id}@${attempt}.${at + 1}`))
  const bodies = rows.flatMap(row => (row === null ? [] : [row.body as unknown as EventData<'recall.balanced'>]))
  return { lots: bodies.flatMap(({ lots }) => lots), runs: bodies.flatMap(({ runs }) => runs), total }
}

/** Everybody who received something of the scope, and everybody who was notified. */
export function consigneesOf(record: StoredRecord, stores: Stores): RecallConsignee[] {
  const fixed = fixedOf(bodyOf(record))
  const lots =
    fixed === null ? shippedLots(scopedKeys(record.id, stores), stores) : fixedBalance(record.id, fixed, stores).lots
  return consigneeViews(record.id, lots, stores.records)
}
