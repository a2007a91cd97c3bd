import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type GateDraft, valuesOf } from './gate-draft.ts'

export type Decision = 'PASS' | 'HOLD' | 'FAIL'

/** What a decision is about. */
export interface Deciding {
  lot_code: string
  gate: QcGate
  draft: GateDraft
}

/**
 * Puts a decision into the queue. Holding what must be signed to be decided goes as a hold of its own: it never waits
 * for a signature.
 */
export function decide(outbox: Pick<Outbox, 'put'>, decision: Decision, on: Deciding): Promise<ShownEntry> {
  const { lot_code, gate, draft } = on
  const lane = `lot:${lot_code}`
  const reason = draft.reason === null ? {} : { reason: draft.reason }
  if (decision === 'HOLD' && gate.signed)
    return outbox.put({
      command: 'place-hold',
      body: { lot_ids: [lot_code], reason: draft.reason ?? gate.title },
      lane,
      about: lot_code,
    })
  return outbox.put({
    command: 'decide-gate',
    body: { lot_id: lot_code, gate_id: gate.gate_id, decision, values: valuesOf(gate, draft), ...reason },
    lane,
    about: lot_code,
  })
}
