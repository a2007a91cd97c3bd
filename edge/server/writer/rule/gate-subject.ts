import { FlowError } from '@flowviz/contract/error'
import type { RunState } from '@flowviz/contract/run-word'
import type { LotPlace } from '../../store/lot-store.ts'
import { type Planned, planOf } from '../../store/plan-record.ts'
import { runAt } from '../../store/run-record.ts'
import type { Context } from '../command-context.ts'
import { findLot } from './find.ts'

/** What a gate is decided on: one lot, or one run with what it gave so far. */
export interface GateSubject {
  lot: LotPlace | null
  run_id: string | null
  /** `lot:<id>` or `run:<id>`. */
  subject: string
  planned: Planned
  line: string | null
  gate_passed: number
}

const OVER: readonly RunState[] = ['CLOSED', 'ABORTED', 'VOIDED']

/**
 * The lot or the run that a decision names.
 * @throws FlowError body_invalid (both or none), lot_not_found, record_not_found, state_wrong (a run that is over).
 */
export function gateSubject(of: { lot_id?: string; run_id?: string }, context: Context): GateSubject {
  const { lot_id, run_id } = of
  if (lot_id !== undefined && run_id === undefined) return ofLot(findLot(lot_id, context), context)
  if (run_id !== undefined && lot_id === undefined) return ofRun(run_id, context)
  throw new FlowError('body_invalid', 'A decision is on a lot or on a run: send exactly one of lot_id and run_id.')
}

function ofLot(lot: LotPlace, context: Context): GateSubject {
  const run_id = null
  const planned = planFor(lot, context)
  return {
    lot,
    run_id,
    subject: `lot:${lot.lot_id}`,
    planned,
    line: lineOf(lot, context),
    gate_passed: lot.gate_passed,
  }
}

function ofRun(ref: string, context: Context): GateSubject {
  const run = runAt(ref, context.store)
  if (run === null) throw new FlowError('record_not_found', `There is no run ${ref} at this site.`)
  const { run_id, state, line, gate_passed } = run
  if (OVER.includes(state))
    throw new FlowError('state_wrong', `The run is ${state}.`, { extra: { state, allowed: [] } })
  return { lot: null, run_id, subject: `run:${run_id}`, planned: planFor(run, context), line, gate_passed }
}

/** The plan of a lot or run. Nearly all of them have the version that counts now, and that one is at hand. */
export function planFor(of: { plan_id: string | null; plan_version: number | null }, context: Context): Planned {
  if (of.plan_id !== null && of.plan_version !== null) {
    const current = context.known.plan(of.plan_id)
    if (current.version === of.plan_version) return current
  }
  return planOf(of, context.store)
}

/** The line that a lot was made on: its own, or that of its run. */
function lineOf(lot: LotPlace, context: Context): string | null {
  if (lot.line !== null) return lot.line
  const run_id = runOf(lot, context)
  return run_id === null ? null : ((context.store.records.get('run', run_id)?.body.line as string | undefined) ?? null)
}

/** The run that a lot came out of, or null. */
export function runOf(lot: LotPlace, { store }: Pick<Context, 'store'>): string | null {
  const stage = store.links.into(lot.lot_key).find(({ src }) => src < 0)
  return stage === undefined ? null : (store.links.stage(stage.src)?.run_id ?? null)
}

/** What a run gave so far, as lots. */
export function outputsOf(run_id: string, { store }: Pick<Context, 'store'>): LotPlace[] {
  const keys = store.links.nodesOfRun(run_id).flatMap(node => store.links.from(node).map(({ dst }) => dst))
  return [...new Set(keys)].filter(key => key > 0).flatMap(key => store.lots.byKey(key) ?? [])
}
