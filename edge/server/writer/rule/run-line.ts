import { FlowError } from '@flowviz/contract/error'
import { type EarlierRun, PRE_OP_GATE, requireCleared } from '../../domain/line-clearance.ts'
import { planOf } from '../../store/plan-record.ts'
import type { RunBody } from '../../store/run-record.ts'
import type { Context } from '../command-context.ts'

/** Runs of a line that are looked back at, by their plan. */
const LOOK_BACK = 100
const ENDS = ['run.completed', 'run.aborted', 'run.voided']

/**
 * Refuses to start a run whose line was not cleared for it: gate 2 has passed, and after every run that brought other
 * allergens onto the line had ended.
 * @throws FlowError gate_missing
 */
export function requireClearedLine(run: RunBody, context: Context): void {
  const { store } = context
  const { plan } = planOf(run, store)
  const needed = Math.min(PRE_OP_GATE, plan.gates.length)
  if (run.gate_passed < needed) {
    const gate_no = run.gate_passed + 1
    const title = plan.gates.find(gate => gate.gate_no === gate_no)?.title ?? ''
    throw new FlowError('gate_missing', `Run ${run.run_code} has not passed gate ${gate_no}, ${title}.`, {
      extra: { run_id: run.run_id, gate_no, gate_needed: needed },
    })
  }
  const decisions = store.gates.ofRun(run.run_id)
  const passed = decisions.findLast(({ gate_no, decision }) => gate_no === PRE_OP_GATE && decision === 'PASS')
  requireCleared(
    { run_code: run.run_code, declared: run.declared_allergens, decided_seq: passed?.seq ?? 0 },
    earlierRuns(run, context),
  )
}

function earlierRuns({ run_id, line, declared_allergens }: RunBody, context: Context): EarlierRun[] {
  const declared = declared_allergens ?? []
  const runs = context.store.records.page({ kind: 'run', parent: line, limit: LOOK_BACK })
  return runs
    .map(({ body }) => body as unknown as RunBody)
    .filter(other => other.run_id !== run_id && other.started_at !== undefined)
    .filter(({ allergens }) => allergens.some(allergen => !declared.includes(allergen)))
    .map(({ run_code, allergens, ...other }) => ({ run_code, allergens, end_seq: endOf(other.run_id, context) }))
}

/** Ledger number of the event that ended a run first. */
function endOf(run_id: string, { store, ledger }: Context): number | null {
  let end: number | null = null
  for (const { found } of store.history.own(`run:${run_id}`, ledger.seq() + 1))
    for (const { row, event } of found) if (ENDS.includes(event.type)) end = row.seq
  return end
}
