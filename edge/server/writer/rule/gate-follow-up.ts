import type { Actor } from '@flowviz/contract/identity'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { type Spoken, tell } from '@flowviz/contract/sentence'
import { firstWrong } from '../../domain/limit-verdict.ts'
import type { Consequence } from '../../store/decision-row.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'
import type { EventOf } from '../ledger.ts'
import { scopeOf } from './gate-scope.ts'
import { type GateSubject, outputsOf } from './gate-subject.ts'
import { openDeviation } from './open-deviation.ts'
import { placeHold } from './place-hold.ts'

const WORDS_MAX = 500

interface Decided {
  on: GateSubject
  gate: QcGate
  event: EventOf<'gate.decided'>
}

/** What a HOLD or a FAIL brings with it, right behind its own row. */
export function followUp(actor: Actor, decided: Decided, context: Context): Consequence {
  const { on, gate, event } = decided
  const { decision } = event.data
  if (gate.ccp && decision === 'FAIL') return deviate(actor, decided, context)
  if (decision === 'FAIL' && on.lot !== null) return { hold_id: null, deviation_id: null }
  const { gate_no, title } = gate
  const { text: reason, said } = tell('gate_decided', { gate_no, title, decision, words: wordsOf(event) })
  const lots = on.lot === null ? doubted(decided, context) : [on.lot]
  const hold = placeHold({ actor, cause: 'gate', reason, said, lots, occurred_at: event.occurred_at }, context)
  return { hold_id: hold?.hold_id ?? null, deviation_id: null }
}

/**
 * Lots of a run that have not passed the gate; where the run itself has, those too that it gave since the gate was last
 * found good: a HOLD that comes late is about what passed meanwhile.
 */
function doubted({ on, gate: { gate_no }, event }: Decided, context: Context): LotPlace[] {
  const { lots } = scopeOf(on, { gate_no, at: event.occurred_at }, context)
  const since = new Set(on.gate_passed < gate_no ? [] : lots.map(({ lot_key }) => lot_key))
  return outputsOf(on.run_id!, context).filter(
    ({ gate_passed, lot_key }) => gate_passed < gate_no || since.has(lot_key),
  )
}

/** Why, as the person said it: whoever decides on the hold looks for that first. */
const wordsOf = ({ reason, data: { notes } }: Decided['event']): string | null =>
  [reason, notes]
    .filter(text => text != null)
    .join('. ')
    .slice(0, WORDS_MAX) || null

/** A check as the plan calls it: people read the deviation, and nobody knows a check by its key. */
const titleOf = (parameter: string, { checks }: QcGate): string =>
  checks.find(check => check.parameter === parameter)?.title ?? parameter

/** What a gate found wrong. */
function foundBy({ gate, event }: Decided, wrong: ReturnType<typeof firstWrong>): Spoken {
  const { gate_no, title } = gate
  const words = wordsOf(event)
  if (wrong !== null) {
    const { parameter, value, unit } = wrong.value
    return tell('gate_value', { gate_no, title, check: titleOf(parameter, gate), value, unit })
  }
  if (words !== null) return tell('gate_failed_because', { gate_no, title, words })
  return tell('gate_failed', { gate_no, title })
}

function deviate(actor: Actor, decided: Decided, context: Context): Consequence {
  const { on, gate, event } = decided
  const { data, occurred_at } = event
  const { lots, last_good_at } = scopeOf(on, { gate_no: gate.gate_no, at: occurred_at }, context)
  const wrong = firstWrong(data.values)
  return openDeviation(
    {
      actor,
      cause: 'gate',
      ...foundBy(decided, wrong),
      began_at: occurred_at,
      finding: {
        gate_id: gate.gate_id,
        decision_id: data.decision_id,
        instrument_id: data.instrument_id,
        run_id: on.run_id,
        line: on.line,
        value: wrong?.value.value ?? null,
        unit: wrong?.value.unit ?? null,
        limit: wrong?.limit ?? null,
        last_good_at,
      },
      lots,
      occurred_at,
    },
    context,
  )
}
