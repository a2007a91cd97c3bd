import { FlowError } from '@flowviz/contract/error'
import type { QcGate, QcPlan } from '@flowviz/contract/plant/qc-plan'
import { crossed } from './master.ts'

/**
 * Refuses a plan whose gates do not count 1 to n, or that has a critical control point without a check.
 * @throws FlowError plan_invalid with `problems`.
 */
export function requireSoundPlan({ plan_id, gates }: QcPlan): void {
  const problems = gates.flatMap((gate, at) => {
    const said = gateProblems(gate)
    if (gate.gate_no !== at + 1) said.unshift(`gate ${gate.gate_id} is number ${gate.gate_no}, and stands at ${at + 1}`)
    if (gates.findIndex(({ gate_id }) => gate_id === gate.gate_id) !== at)
      said.push(`gate ${gate.gate_id} is there twice`)
    return said
  })
  if (problems.length === 0) return
  throw new FlowError('plan_invalid', `${plan_id}: ${problems.join('; ')}.`, { extra: { problems } })
}

function gateProblems({ gate_id, ccp, checks }: QcGate): string[] {
  const problems: string[] = []
  if (ccp && checks.length === 0) problems.push(`gate ${gate_id} is a critical control point without a check`)
  checks.forEach(({ parameter, low, high }, at) => {
    if (checks.findIndex(other => other.parameter === parameter) !== at)
      problems.push(`gate ${gate_id} asks for ${parameter} twice`)
    if (crossed(low, high)) problems.push(`low of ${parameter} at gate ${gate_id} is above its high`)
  })
  return problems
}
