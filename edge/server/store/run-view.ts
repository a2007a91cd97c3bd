import { balanceOf } from '@flowviz/contract/balance'
import type { Run, RunInput, RunOutput, RunReturn, RunWhole } from '@flowviz/contract/run'
import type { LinkRow, LinkStore } from './link-store.ts'
import type { LotStore } from './lot-store.ts'
import type { RecordStore } from './record-store.ts'
import type { RunBody } from './run-record.ts'
import type { RunStore } from './run-store.ts'
import { recipeOf } from './version-record.ts'

interface Store {
  records: RecordStore
  runs: RunStore
  links: LinkStore
  lots: LotStore
}

/** A run as the API shows it, with its balance as it stands now. */
export function runView(run: RunBody, store: Pick<Store, 'records'>): Run {
  const { state, totals, ...rest } = run
  const recipe = recipeOf(run, store)
  const limits = {
    tolerance_pct: run.tolerance_pct,
    yield_min_pct: recipe?.yield_min_pct,
    yield_max_pct: recipe?.yield_max_pct,
  }
  return {
    run_id: rest.run_id,
    run_code: rest.run_code,
    state,
    recipe_id: rest.recipe_id,
    recipe_version: rest.recipe_version,
    item_id: rest.item_id,
    product: rest.product,
    line: rest.line,
    shift: rest.shift,
    planned_start: rest.planned_start,
    planned: rest.planned,
    plan_id: rest.plan_id,
    plan_version: rest.plan_version,
    declared_allergens: rest.declared_allergens,
    tolerance_pct: rest.tolerance_pct,
    notes: rest.notes,
    gate_passed: rest.gate_passed,
    stage: rest.stage,
    allergens: rest.allergens,
    totals,
    balance: balanceOf(totals, limits),
    explanation: rest.balance?.explanation ?? null,
    planned_at: rest.planned_at,
    ...stampsOf(run),
    last_reason: rest.last_reason ?? null,
  }
}

function stampsOf(run: RunBody) {
  return {
    released_at: run.released_at ?? null,
    prepared_at: run.prepared_at ?? null,
    started_at: run.started_at ?? null,
    paused_at: run.paused_at ?? null,
    resumed_at: run.resumed_at ?? null,
    completed_at: run.completed_at ?? null,
    reconciled_at: run.reconciled_at ?? null,
    reviewed_at: run.reviewed_at ?? null,
    reviewed_by: run.reviewed_by ?? null,
    closed_at: run.closed_at ?? null,
    aborted_at: run.aborted_at ?? null,
    voided_at: run.voided_at ?? null,
  }
}

/** A run with everything that went in and came out, by its links. */
export function wholeRun(run: RunBody, store: Store): RunWhole {
  const { links } = store
  const stages = links.nodesOfRun(run.run_id)
  const bySeq = (a: { seq: number }, b: { seq: number }) => a.seq - b.seq
  const inputs = stages.flatMap(node => links.into(node).flatMap(link => materialOf(link.src, { link, node }, store)))
  const outputs = stages.flatMap(node =>
    links
      .from(node)
      .flatMap((link): RunOutput[] =>
        materialOf(link.dst, { link, node }, store).map(lot => ({ ...lot, rework: link.kind === 'REWORK' })),
      ),
  )
  return {
    ...runView(run, store),
    inputs: inputs.sort(bySeq),
    returns: returnsOf(run.run_id, store),
    outputs: outputs.sort(bySeq),
  }
}

/** The lot at one end of a link; none where that end is another stage. */
function materialOf(key: number, { link, node }: { link: LinkRow; node: number }, { lots, links }: Store): RunInput[] {
  const lot = key > 0 ? lots.byKey(key) : null
  if (lot === null) return []
  const { lot_id, lot_code, lot_type, item_id } = lot
  const { weight_mg, count, seq } = link
  return [{ lot_id, lot_code, lot_type, item_id, stage: links.stage(node)?.stage ?? 1, weight_mg, count, seq }]
}

function returnsOf(run_id: string, { runs, lots }: Store): RunReturn[] {
  const back = new Map<number, RunReturn>()
  for (const { lot_key, from_account, weight_mg, count } of runs.material(run_id)) {
    const lot = from_account === `run:${run_id}` ? lots.byKey(lot_key) : null
    if (lot === null) continue
    const before = back.get(lot_key) ?? { lot_id: lot.lot_id, lot_code: lot.lot_code, weight_mg: 0, count: null }
    const pieces = count === null ? before.count : (before.count ?? 0) + count
    back.set(lot_key, { ...before, weight_mg: before.weight_mg + weight_mg, count: pieces })
  }
  return [...back.values()]
}
