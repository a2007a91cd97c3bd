import type { EventData } from '../event.ts'
import type { Change, RecordKind, Told } from './change.ts'

type Step = { recall_id: string; state: string }

const recall = ({ recall_id, state }: Step, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'recall',
  id: recall_id,
  state,
  set: { ...set, state },
})
/** A record that belongs to a recall. */
const part = (of: RecordKind, recall_id: string, row: { id: string; state: string; set: object }): Change => ({
  to: 'record',
  of,
  id: row.id,
  parent: recall_id,
  state: row.state,
  set: { ...row.set },
})

/** What the events of recalls change: their own records, and nothing else. */
export const RECALL_CHANGES = {
  'recall.opened': ({ data, recorded_at, actor }: Told<EventData<'recall.opened'>>): Change[] => {
    const { tasks, ...said } = data
    const { recall_id, mode } = data
    return [
      {
        ...(recall(data, { ...said, opened_at: recorded_at, opened_by: actor.id }) as Extract<
          Change,
          { to: 'record' }
        >),
        parent: mode,
      },
      ...tasks.map(task => part('recall_task', recall_id, { id: task.task_id, state: 'OPEN', set: task })),
    ]
  },
  'recall.scoped': ({ data, recorded_at, actor }: Told<EventData<'recall.scoped'>>): Change[] => {
    const { recall_id, version, part: at, lot_count } = data
    return [
      recall(data, { version, lot_count, scoped_at: recorded_at, scoped_by: actor.id }),
      part('recall_scope', recall_id, {
        id: `${recall_id}@${version}.${at}`,
        state: 'FIXED',
        set: { ...data, scoped_at: recorded_at, scoped_by: actor.id },
      }),
    ]
  },
  'recall.held': ({ data, recorded_at, actor }: Told<EventData<'recall.held'>>): Change[] => [
    recall(data, { hold_id: data.hold_id, held_version: data.version, held_at: recorded_at, held_by: actor.id }),
  ],
  'recall.lot_sought': (told: Told<EventData<'recall.lot_sought'>>): Change[] => {
    const { data, recorded_at, occurred_at, actor, reason = null } = told
    const { recall_id, lot_id, found, location_id, quantity } = data
    const set = { lot_id, location_id, weight_kg: quantity?.weight_kg ?? null, reason }
    const when = { found_at: recorded_at, found_by: actor.id, occurred_at }
    const state = found ? 'FOUND' : 'MISSING'
    return [part('recall_finding', recall_id, { id: `${recall_id}/${lot_id}`, state, set: { ...set, ...when } })]
  },
  'recall.task_done': ({ data, recorded_at, actor }: Told<EventData<'recall.task_done'>>): Change[] => {
    const { recall_id, task_id, text } = data
    const set = { text, done_at: recorded_at, done_by: actor.id }
    return [part('recall_task', recall_id, { id: task_id, state: 'DONE', set })]
  },
  'recall.notified': ({ data, recorded_at, actor }: Told<EventData<'recall.notified'>>): Change[] => {
    const { recall_id, customer_id, channel, contact, text } = data
    const set = { customer_id, channel, contact, text, notified_at: recorded_at, notified_by: actor.id }
    return [
      recall(data, { notified_at: recorded_at, notified_by: actor.id }),
      part('recall_consignee', recall_id, { id: `${recall_id}/${customer_id}`, state: 'NOTIFIED', set }),
    ]
  },
  'recall.answered': ({ data, recorded_at, actor }: Told<EventData<'recall.answered'>>): Change[] => {
    const { recall_id, customer_id, found, text: answer } = data
    const set = { customer_id, found, answer, answered_at: recorded_at, answered_by: actor.id }
    return [
      recall(data, { answered_at: recorded_at, answered_by: actor.id }),
      part('recall_consignee', recall_id, { id: `${recall_id}/${customer_id}`, state: 'ANSWERED', set }),
    ]
  },
  'recall.checked': ({ data, recorded_at, actor }: Told<EventData<'recall.checked'>>): Change[] => {
    const { recall_id, customer_id, channel: check_channel, effective, text: check } = data
    const set = { customer_id, check_channel, effective, check, checked_at: recorded_at, checked_by: actor.id }
    return [
      recall(data, { checked_at: recorded_at, checked_by: actor.id }),
      part('recall_consignee', recall_id, { id: `${recall_id}/${customer_id}`, state: 'CHECKED', set }),
    ]
  },
  'recall.balanced': ({ data }: Told<EventData<'recall.balanced'>>): Change[] => {
    const { recall_id, attempt, part: at } = data
    return [part('recall_balance', recall_id, { id: `${recall_id}@${attempt}.${at}`, state: 'FIXED', set: data })]
  },
  'recall.reconciled': ({ data, recorded_at, actor }: Told<EventData<'recall.reconciled'>>): Change[] => {
    const { recall_id: _, state: __, version, ...balance } = data
    return [recall(data, { balance, balance_version: version, reconciled_at: recorded_at, reconciled_by: actor.id })]
  },
  'recall.closed': ({ data, recorded_at, actor }: Told<EventData<'recall.closed'>>): Change[] => {
    const { passed, gaps, actions } = data
    return [recall(data, { passed, gaps, actions, closed_at: recorded_at, closed_by: actor.id })]
  },
}
