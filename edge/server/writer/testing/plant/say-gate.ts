import type { CommandBody } from '@flowviz/contract/command'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { Decision } from '@flowviz/contract/quality-word'
import { planOf } from '../../../store/plan-record.ts'
import { runAt } from '../../../store/run-record.ts'
import { type Idea, lotThat, momentOf, type Said, type Scene, say, stands } from './scene.ts'

type Subject = ({ lot_id: string } | { run_id: string }) & { passed: number }

function gateAt(subject: Subject, gate_no: number, { store }: Scene): QcGate | undefined {
  const of = 'lot_id' in subject ? store.lots.byId(subject.lot_id) : runAt(subject.run_id, store)
  return of === null ? undefined : planOf(of, store).plan.gates.find(gate => gate.gate_no === gate_no)
}

type Values = NonNullable<CommandBody<'decide-gate'>['values']>

function valuesOf(gate: QcGate | undefined, decision: Decision, { dice }: Scene): Values {
  const bad = decision === 'FAIL' ? dice.chance(60) : dice.chance(4)
  return (gate?.checks ?? []).map(({ parameter, unit, low, high }) => {
    if (unit === undefined && low === undefined && high === undefined)
      return { parameter, value: dice.chance(2) ? '1' : !bad }
    const edge = Number(low ?? high ?? 10)
    const outward = low === undefined ? 1 : -1
    return {
      parameter,
      value: (edge + (bad ? outward : -outward)).toFixed(1),
      ...(dice.chance(2) ? { unit: 'kg' } : {}),
    }
  })
}

/** The next decision on a lot or a run; mostly a good one, with its values or without. */
export function decideOn(subject: Subject, scene: Scene): Said {
  const { dice } = scene
  const { passed, ...on } = subject
  const gate_no = dice.chance(90) ? passed + 1 : 1 + dice.below(8)
  const decision = dice.chance(82) ? 'PASS' : dice.one<Decision>('HOLD', 'FAIL', 'FAIL')
  const gate = gateAt(subject, gate_no, scene)
  const again = gate_no <= passed ? dice.chance(70) : dice.chance(12)
  return say('decide-gate', {
    body: {
      ...on,
      gate_id: gate_no,
      decision,
      ...(dice.chance(70) ? { values: valuesOf(gate, decision, scene) } : {}),
      ...(dice.chance(20) ? { instrument_id: dice.one('probe-1', 'probe-1', 'probe-2', 'scale-1') } : {}),
      ...(dice.chance(5) ? { waive: true } : {}),
      ...(again ? { recheck: true } : {}),
      ...(again || dice.chance(20) ? (dice.chance(90) ? { reason: 'Looked again.' } : {}) : {}),
      ...(dice.chance(8) ? { occurred_at: momentOf(scene, -dice.below(90)) } : {}),
    },
  })
}

const onLot: Idea = scene => {
  const lot = lotThat(scene, one => stands(scene)(one) && one.holds === 0 && one.status === 'PENDING_QC')
  return lot === null ? null : decideOn({ lot_id: lot.lot_id, passed: lot.gate_passed }, scene)
}
const onFailed: Idea = scene => {
  const lot = lotThat(scene, one => stands(scene)(one) && one.status === 'REJECTED')
  return lot === null ? null : decideOn({ lot_id: lot.lot_id, passed: lot.gate_passed }, scene)
}

export const GATE_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [40, onLot],
  [3, onFailed],
]
