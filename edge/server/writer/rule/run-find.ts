import { FlowError } from '@flowviz/contract/error'
import type { EventType } from '@flowviz/contract/event'
import type { RunTotals } from '@flowviz/contract/event/run'
import type { Run, RunWithLot } from '@flowviz/contract/run'
import type { RunState } from '@flowviz/contract/run-word'
import { isTimestamp } from '@flowviz/contract/time'
import { type RunStep, stepTo } from '../../domain/run-state.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { type RunBody, runAt } from '../../store/run-record.ts'
import { runView } from '../../store/run-view.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { lotView } from './find.ts'
import { type Recorded, record } from './sign.ts'

/** A run on its way through a step, and the state behind it. */
export interface Stepping {
  run: RunBody
  to: RunState
}

/** A run by its id or its code, in a state that allows a step. @throws FlowError record_not_found, state_wrong. */
export function findRun(ref: string, step: RunStep, { store }: Pick<Context, 'store'>): Stepping {
  const run = runAt(ref, store)
  if (run === null) throw new FlowError('record_not_found', `There is no run ${ref} at this site.`)
  return { run, to: stepTo(step, run) }
}

type StepType = Extract<
  EventType,
  | 'run.released'
  | 'run.prepared'
  | 'run.started'
  | 'run.paused'
  | 'run.resumed'
  | 'run.completed'
  | 'run.reviewed'
  | 'run.closed'
  | 'run.aborted'
>

/** What a person said of a step beside the step itself. */
export interface Said {
  occurred_at?: string | undefined
  reason?: string | undefined
}

/** Appends the event of a step that says no more than from where to where. */
export function stepRun(
  type: StepType,
  { run, to }: Stepping,
  { ask, said = {}, context }: { ask: Pick<Ask, 'actor'>; said?: Said; context: Context },
): Recorded<StepType> {
  const { run_id, state: from } = run
  const draft = {
    type,
    actor: ask.actor,
    subject: `run:${run_id}`,
    data: { run_id, from, to },
    occurred_at: momentOf(said.occurred_at),
    reason: said.reason ?? null,
  }
  return record<StepType>(draft, context)
}

/** When it happened by the tablet's clock. @throws FlowError body_invalid for what names no moment. */
export function momentOf(occurred_at: string | undefined): string | null {
  if (occurred_at !== undefined && !isTimestamp(occurred_at))
    throw new FlowError('body_invalid', `occurred_at ${occurred_at} is not a moment of any day.`)
  return occurred_at ?? null
}

/** A run as this transaction has left it. */
export function runNow({ run_id }: RunBody, { store }: Pick<Context, 'store'>): Run {
  return runView(runAt(run_id, store)!, store)
}

export function runWithLot(run: RunBody, lot: LotPlace, context: Context): RunWithLot {
  return { run: runNow(run, context), lot: lotView(lot, context) }
}

/** Totals of a run with more, or less, of one of them. */
export function totalsWith({ totals }: RunBody, key: keyof RunTotals, weight_mg: number): RunTotals {
  return { ...totals, [key]: totals[key] + weight_mg }
}
