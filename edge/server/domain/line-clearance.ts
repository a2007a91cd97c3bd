import { type Allergen, undeclared } from '@flowviz/contract/allergen'
import { FlowError } from '@flowviz/contract/error'
import { PRE_OP_GATE } from '@flowviz/contract/gate-need'

export { PRE_OP_GATE }

/** Another run that was started on the line. */
export interface EarlierRun {
  run_code: string
  /** Of everything that went into it. */
  allergens: readonly Allergen[]
  /** Ledger number of its end; null while it goes on. */
  end_seq: number | null
}

/**
 * Refuses to start on a line that was cleared before a run with other allergens had ended (food-domain B6).
 * @param decided_seq ledger number of the pre-op decision.
 * @throws FlowError gate_missing with `gate_no`, `after` and the `allergens`.
 */
export function requireCleared(
  run: { run_code: string; declared: readonly Allergen[] | null; decided_seq: number },
  earlier: readonly EarlierRun[],
): void {
  for (const { run_code, allergens, end_seq } of earlier) {
    const foreign = undeclared(allergens, run.declared ?? [])
    if (foreign.length === 0 || (end_seq !== null && end_seq < run.decided_seq)) continue
    throw new FlowError(
      'gate_missing',
      `The line was cleared before run ${run_code} with ${foreign.join(', ')} had ended: clear it again.`,
      {
        hint: 'Clear the line, then have another person decide gate 2 again, with recheck and a reason.',
        extra: { gate_no: PRE_OP_GATE, after: run_code, allergens: foreign },
      },
    )
  }
}
