import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type GateDraft, valuesOf } from './gate-draft.ts'
import { say } from './words.ts'

export type Decision = 'PASS' | 'HOLD' | 'FAIL'

/** A gate is decided on a lot or, before and between its outputs, on a run. */
export interface GateSubject {
  kind: 'lot' | 'run'
  code: string
}

/** What a decision is about. */
export interface Deciding {
  of: GateSubject
  gate: QcGate
  draft: GateDraft
}

/**
 * Puts a decision into the queue. Holding what must be signed to be decided goes as a hold of its own: it never waits
 * for a signature.
 */
export function decide(outbox: Pick<Outbox, 'put'>, decision: Decision, on: Deciding): Promise<ShownEntry> {
  const { of, gate, draft } = on
  const lane = `${of.kind}:${of.code}`
  const reason = draft.reason === null ? {} : { reason: draft.reason }
  if (decision === 'HOLD' && gate.signed && of.kind === 'lot')
    return outbox.put({
      command: 'place-hold',
      body: { lot_ids: [of.code], reason: draft.reason ?? gate.title },
      lane,
      about: of.code,
    })
  return outbox.put({
    command: 'decide-gate',
    body: { ...namedIn(of), gate_id: gate.gate_id, decision, values: valuesOf(gate, draft), ...reason },
    lane,
    // A lot that goes through its gates in a shift would else stand seven times in the queue with the same words.
    about: `${of.code} · ${say('one_gate', { gate: gate.gate_no })}`,
  })
}

/** A subject as a decision names it. */
export const namedIn = ({ kind, code }: GateSubject) => (kind === 'lot' ? { lot_id: code } : { run_id: code })
