import type { Run } from '@flowviz/contract/run'
import type { RunState } from '@flowviz/contract/run-word'
import type { RunNow } from './run-now.ts'

/** Groups of the list of runs, in their order. */
export const RUN_GROUPS = ['work', 'finish', 'planned'] as const
export type RunGroup = (typeof RUN_GROUPS)[number]

const GROUP: Partial<Record<RunState, RunGroup>> = {
  RUNNING: 'work',
  PAUSED: 'work',
  PRE_OP: 'work',
  RELEASED: 'work',
  COMPLETED: 'finish',
  RECONCILED: 'finish',
  REVIEWED: 'finish',
  DRAFT: 'planned',
}
const FIRST: readonly RunState[] = ['RUNNING', 'PAUSED', 'PRE_OP', 'RELEASED', 'COMPLETED', 'RECONCILED', 'REVIEWED']

/** True when a station bears the code of the run's line in its name: `Kitchen K1`. */
const isHere = ({ line }: Pick<Run, 'line'>, station: string | null): boolean =>
  (station ?? '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .includes(line)

/** What can be worked on, this station's own line first, then by how far each run is. What is over is in no list. */
export function runList(runs: readonly RunNow[], station: string | null): Record<RunGroup, RunNow[]> {
  const list: Record<RunGroup, RunNow[]> = { work: [], finish: [], planned: [] }
  for (const run of runs) {
    const group = GROUP[run.state]
    if (group !== undefined) list[group].push(run)
  }
  const rank = (now: RunNow) => (isHere(now.run, station) ? 0 : 100) + FIRST.indexOf(now.state)
  for (const group of RUN_GROUPS) list[group].sort((a, b) => rank(a) - rank(b))
  return list
}
