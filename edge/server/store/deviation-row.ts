import type { Action, Deviation, DeviationRow } from '@flowviz/contract/deviation'
import { QUALITY_EVENTS } from '@flowviz/contract/event/quality'
import type { DeviationState } from '@flowviz/contract/quality-word'
import type { RecordStore, StoredRecord } from './record-store.ts'

const ACTIONS_MAX = 200
const LATER = ['ended_at', 'worst_value', 'evaluation', 'evaluated_at', 'evaluated_by', 'verified_at', 'verified_by']
const DONE = ['done', 'done_at', 'done_by', 'verified', 'verified_at', 'verified_by']
const { lot_ids: _, ...OPENED } = QUALITY_EVENTS['deviation.opened'].properties

/** The actions of a deviation, the oldest first. */
export function actionsOf(deviationId: string, { records }: { records: RecordStore }): StoredRecord[] {
  return records.page({ kind: 'action', parent: deviationId, limit: ACTIONS_MAX }).reverse()
}

/** ACTIONS_DONE is no event of its own: it is what an evaluated deviation is once all of its actions are done. */
export function stateOf({ state }: StoredRecord, actions: readonly StoredRecord[]): DeviationState {
  if (state !== 'EVALUATED' || actions.length === 0) return state as DeviationState
  return actions.some(action => action.state === 'OPEN') ? 'EVALUATED' : 'ACTIONS_DONE'
}

export function deviationRowOf(record: StoredRecord, actions: readonly StoredRecord[]): DeviationRow {
  const { body } = record
  const keys = [...Object.keys(OPENED), 'lot_count', 'opened_at', ...LATER, 'closed_at', 'closed_by']
  return { state: stateOf(record, actions), ...pick(body, keys) } as unknown as DeviationRow
}

export function deviationOf(record: StoredRecord, actions: readonly StoredRecord[]): Deviation {
  const curve = (record.body.curve as Deviation['curve'] | undefined) ?? []
  return { ...deviationRowOf(record, actions), actions: actions.map(actionOf), curve }
}

export function actionOf({ body }: StoredRecord): Action {
  const keys = [...Object.keys(QUALITY_EVENTS['action.assigned'].properties), 'state', 'assigned_at', 'assigned_by']
  return pick(body, [...keys, ...DONE]) as unknown as Action
}

const pick = (body: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.map(key => [key, body[key] ?? null]))
