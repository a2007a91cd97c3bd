import { FlowError } from '@flowviz/contract/error'
import type { RunState } from '@flowviz/contract/run-word'

/** Everything that can be done with a run. */
export type RunStep =
  | 'release'
  | 'prepare'
  | 'start'
  | 'pause'
  | 'resume'
  | 'consume'
  | 'produce'
  | 'lose'
  | 'return'
  | 'complete'
  | 'reconcile'
  | 'review'
  | 'close'
  | 'abort'
  | 'void'

interface Rule {
  from: readonly RunState[]
  /** Left out: the run stays in its state. */
  to?: RunState
}

const UNFINISHED: readonly RunState[] = ['DRAFT', 'RELEASED', 'PRE_OP', 'RUNNING', 'PAUSED']

/** The states of a run and what leads from one to the next (food-domain F3). Nothing else does. */
export const RUN_STEPS: Readonly<Record<RunStep, Rule>> = {
  release: { from: ['DRAFT'], to: 'RELEASED' },
  prepare: { from: ['RELEASED'], to: 'PRE_OP' },
  start: { from: ['PRE_OP'], to: 'RUNNING' },
  pause: { from: ['RUNNING'], to: 'PAUSED' },
  resume: { from: ['PAUSED'], to: 'RUNNING' },
  consume: { from: ['RUNNING'] },
  produce: { from: ['RUNNING'] },
  // Waste is often weighed, and what is left over carried back, after the line has stopped.
  lose: { from: ['RUNNING', 'PAUSED', 'COMPLETED'] },
  return: { from: ['RUNNING', 'PAUSED', 'COMPLETED'] },
  complete: { from: ['RUNNING', 'PAUSED'], to: 'COMPLETED' },
  reconcile: { from: ['COMPLETED'], to: 'RECONCILED' },
  review: { from: ['RECONCILED'], to: 'REVIEWED' },
  close: { from: ['REVIEWED'], to: 'CLOSED' },
  abort: { from: UNFINISHED, to: 'ABORTED' },
  void: {
    from: [...UNFINISHED, 'COMPLETED', 'RECONCILED', 'REVIEWED', 'CLOSED', 'ABORTED'],
    to: 'VOIDED',
  },
}

/** What can be done with a run in a state. */
export function stepsFrom(state: RunState): RunStep[] {
  return (Object.keys(RUN_STEPS) as RunStep[]).filter(step => RUN_STEPS[step].from.includes(state))
}

/** The state behind a step. @throws FlowError state_wrong with `state` and `allowed`. */
export function stepTo(step: RunStep, run: { run_code: string; state: RunState }): RunState {
  const { from, to } = RUN_STEPS[step]
  const { state, run_code } = run
  if (from.includes(state)) return to ?? state
  throw new FlowError('state_wrong', `Run ${run_code} is ${state}: ${step} is not possible.`, {
    extra: { state, allowed: stepsFrom(state) },
  })
}
