import { FlowError } from '@flowviz/contract/error'
import type { RecallConsignee, RecallTask } from '@flowviz/contract/recall'
import { RECALL_TASKS, type RecallMode, type RecallState } from '@flowviz/contract/recall-word'
import { timestampOf } from '@flowviz/contract/time'
import { STILL } from './same-room.ts'

/** Everything that is done with a recall, in the order of food-domain F3. */
export type RecallAct = 'scope' | 'hold' | 'notify' | 'answer' | 'check' | 'task' | 'reconcile' | 'close'

const SCOPED: readonly RecallState[] = ['SCOPING', 'HOLD_PLACED', 'NOTIFYING', 'RECOVERING', 'RECONCILED']
const UNSCOPED: readonly RecallState[] = ['DRAFT', 'MOCK']

const FROM: Readonly<Record<RecallAct, readonly RecallState[]>> = {
  // What is found out later widens the scope again, however far the recall is.
  scope: [...UNSCOPED, ...SCOPED],
  hold: ['SCOPING'],
  notify: ['HOLD_PLACED', 'NOTIFYING', 'RECOVERING'],
  answer: ['NOTIFYING', 'RECOVERING'],
  // Whether it had an effect shows long after the clock has stopped.
  check: ['NOTIFYING', 'RECOVERING', 'RECONCILED'],
  task: [...UNSCOPED, ...SCOPED],
  reconcile: ['HOLD_PLACED', 'NOTIFYING', 'RECOVERING', 'RECONCILED'],
  close: ['RECONCILED'],
}
const TO: Readonly<Partial<Record<RecallAct, RecallState>>> = {
  scope: 'SCOPING',
  hold: 'HOLD_PLACED',
  notify: 'NOTIFYING',
  answer: 'RECOVERING',
  reconcile: 'RECONCILED',
  close: 'CLOSED',
}

/** The state behind an act; who is notified late does not undo what others have answered. @throws FlowError state_wrong */
export function recallState(act: RecallAct, state: RecallState): RecallState {
  const allowed = (Object.keys(FROM) as RecallAct[]).filter(one => FROM[one].includes(state))
  if (!allowed.includes(act))
    throw new FlowError('state_wrong', `The recall is ${state}: ${act} is not possible.`, { extra: { state, allowed } })
  return act === 'notify' && state === 'RECOVERING' ? state : (TO[act] ?? state)
}

/** A drill may be run by whoever may ask for it; a real recall is a manager's. @throws FlowError role_insufficient */
export function requireRecaller(mode: RecallMode, role: string | null): void {
  if (mode === 'mock' || role === 'MANAGER') return
  throw new FlowError('role_insufficient', 'A real recall is run by a manager.', {
    extra: { required_roles: ['MANAGER'] },
  })
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The tasks of a recall with the moments at which they are due. */
export function tasksOf(opened_at: string, newId: () => string): { task_id: string; title: string; due_at: string }[] {
  const opened = Date.parse(opened_at)
  return RECALL_TASKS.map(({ title, due_h }) => ({
    task_id: newId(),
    title,
    due_at: timestampOf(opened + due_h * HOUR_MS),
  }))
}

/** Whole minutes from one moment to another, begun ones counted. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE_MS))

/** How a version of a scope differs from the one before. */
export function scopeDiff(before: readonly string[], now: readonly string[]): { added: string[]; removed: string[] } {
  const [was, is] = [new Set(before), new Set(now)]
  return { added: now.filter(id => !was.has(id)), removed: before.filter(id => !is.has(id)) }
}

/** Cuts a diff into parts that name so many lots at most; there is always one part. */
export function partsOf(
  { added, removed }: { added: string[]; removed: string[] },
  most: number,
): { added: string[]; removed: string[] }[] {
  const parts: { added: string[]; removed: string[] }[] = []
  for (let at = 0; at < Math.max(added.length, removed.length, 1); at += most)
    parts.push({ added: added.slice(at, at + most), removed: removed.slice(at, at + most) })
  return parts
}

/** Cuts rows into stretches whose sizes sum up to so much at most; a row that is larger than that stands alone. */
export function bounded<T>(rows: readonly T[], { most, sizeOf }: { most: number; sizeOf: (row: T) => number }): T[][] {
  const stretches: T[][] = []
  let room = 0
  for (const row of rows) {
    const size = sizeOf(row)
    if (size > room) {
      stretches.push([])
      room = most
    }
    stretches.at(-1)!.push(row)
    room -= size
  }
  return stretches
}

/** The window between the last good cleaning before a moment and the first one after it; open where there is none. */
export function betweenCleanings(
  cleanings: Iterable<{ occurred_at: string; entered_late: boolean }>,
  at: string,
): { from: string; to: string } {
  let from = ''
  let to = STILL
  for (const { occurred_at, entered_late } of cleanings) {
    // What was entered late says when it was done only by a clock of the floor: a scope must never be too small.
    if (entered_late) continue
    if (occurred_at <= at) from = occurred_at > from ? occurred_at : from
    else to = occurred_at < to ? occurred_at : to
  }
  return { from, to }
}

/** What did not go as it should, for the report: tasks, consignees, clock and balance. */
export function gapsOf(of: {
  tasks: readonly RecallTask[]
  consignees: readonly RecallConsignee[]
  passed: boolean
  accounted_pct: string | null
  minutes: number
}): string[] {
  const { tasks, consignees, passed, accounted_pct, minutes } = of
  const open = tasks.filter(({ state }) => state === 'OPEN')
  const late = tasks.filter(task => task.state === 'DONE' && task.late)
  const silent = consignees.filter(({ answered_at }) => answered_at === null)
  const unreachable = consignees.filter(({ phone }) => phone === null)
  const unchecked = consignees.filter(({ effective }) => effective === null)
  const vain = consignees.filter(({ effective }) => effective === false)
  return [
    ...(passed ? [] : [`The goal was missed: ${accounted_pct ?? 'no'} % accounted for after ${minutes} minutes.`]),
    ...open.map(({ title }) => `Not done: ${title}.`),
    ...late.map(({ title }) => `Done late: ${title}.`),
    ...silent.map(({ title }) => `No answer from ${title}.`),
    ...unreachable.map(({ title }) => `No telephone number of ${title}.`),
    ...vain.map(({ title }) => `The notice had no effect at ${title}.`),
    ...unchecked.map(({ title }) => `Nobody checked whether the notice had an effect at ${title}.`),
  ].slice(0, GAPS_MAX)
}
const GAPS_MAX = 80
