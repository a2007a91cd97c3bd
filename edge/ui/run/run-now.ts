import type { CommandName } from '@flowviz/contract/command'
import type { Run } from '@flowviz/contract/run'
import type { RunState } from '@flowviz/contract/run-word'
import { isOnItsWay, isOpen, type ShownEntry } from '../outbox/entry.ts'

/** A run as this tablet knows it, with what waits here for it. */
export interface RunNow {
  run: Run
  /** Where it stands once the steps that wait here have arrived. */
  state: RunState
  /** A step behind which nothing goes on before the appliance has said yes. */
  waits: Ending | null
  /** How many commands of this tablet are on their way to it. */
  pending: number
  /** What was refused of it and needs a person. */
  refused: readonly ShownEntry[]
}

const ENDINGS = ['complete-run', 'reconcile-run', 'review-run', 'close-run', 'abort-run'] as const
export type Ending = (typeof ENDINGS)[number]

/** Steps that a tablet goes on behind at once: the appliance gets them in the order in which they were done. */
const AT_ONCE: Partial<Record<CommandName, readonly [from: RunState, to: RunState]>> = {
  'release-run': ['DRAFT', 'RELEASED'],
  'prepare-run': ['RELEASED', 'PRE_OP'],
  'start-run': ['PRE_OP', 'RUNNING'],
  'pause-run': ['RUNNING', 'PAUSED'],
  'resume-run': ['PAUSED', 'RUNNING'],
}

type Named = Pick<Run, 'run_id' | 'run_code'>

/** The commands of this tablet that are about a run, in their order. */
export const entriesOf = (entries: readonly ShownEntry[] | null, { run_id, run_code }: Named): ShownEntry[] =>
  (entries ?? []).filter(({ params, body }) =>
    [params.run_id, body.run_id].some(id => id === run_id || id === run_code),
  )

/** What is parked behind a refusal does not happen until a person has decided. */

/** True for what the appliance has taken after it told us of the plant last: its answer is newer than the shelf. */
export const isNewer = ({ state, closed_at }: ShownEntry, as_of: number): boolean =>
  state === 'acked' && closed_at !== null && Date.parse(closed_at) > as_of

/** @param as_of when the run was told, by the appliance's clock. */
export function runNow(told: Run, entries: readonly ShownEntry[] | null, as_of: number): RunNow {
  const mine = entriesOf(entries, told)
  const run = mine.filter(entry => isNewer(entry, as_of)).reduce((newest, { answer }) => runIn(answer) ?? newest, told)
  const open = mine.filter(isOpen)
  const state = open.filter(isOnItsWay).reduce((at, { command }) => {
    const [from, to] = AT_ONCE[command] ?? []
    return to !== undefined && at === from ? to : at
  }, run.state)
  const waits =
    open
      .filter(isOnItsWay)
      .map(({ command }) => ENDINGS.find(one => one === command))
      .find(one => one !== undefined) ?? null
  return { run, state, waits, pending: open.length, refused: mine.filter(entry => entry.state === 'rejected') }
}

/** The run in an answer of the appliance: by itself, or beside a lot. */
function runIn(answer: unknown): Run | null {
  const { run, run_code } = (answer ?? {}) as { run?: Run; run_code?: string }
  if (run !== undefined) return run
  return run_code === undefined ? null : (answer as Run)
}
