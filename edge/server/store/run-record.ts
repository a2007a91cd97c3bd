import type { Allergens } from '@flowviz/contract/allergen'
import type { EventData } from '@flowviz/contract/event'
import type { RunTotals } from '@flowviz/contract/event/run'
import type { RunState } from '@flowviz/contract/run-word'
import { isUuid } from '@flowviz/contract/uuid'
import type { RecordStore } from './record-store.ts'
import type { RunStore } from './run-store.ts'

type Stamp =
  | 'released_at'
  | 'prepared_at'
  | 'started_at'
  | 'paused_at'
  | 'resumed_at'
  | 'completed_at'
  | 'reconciled_at'
  | 'reviewed_at'
  | 'closed_at'
  | 'aborted_at'
  | 'voided_at'

/** A run as its record holds it (contract/change/run.ts). */
export interface RunBody extends EventData<'run.planned'>, Partial<Record<Stamp, string>> {
  state: RunState
  gate_passed: number
  stage: number
  last_output_stage: number
  allergens: Allergens
  totals: RunTotals
  planned_at: string
  reviewed_by?: string
  last_reason?: string
  balance?: Pick<EventData<'run.reconciled'>, 'explanation'>
}

/** A run by its id or its code. */
export function runAt(ref: string, { records, runs }: { records: RecordStore; runs: RunStore }): RunBody | null {
  const id = isUuid(ref) ? ref : runs.idOf(ref)
  return id === null ? null : ((records.get('run', id)?.body as RunBody | undefined) ?? null)
}
