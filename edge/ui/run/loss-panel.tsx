import { useFloor } from '../frame/floor-context.ts'
import { Choice } from '../part/choice.tsx'
import type { ManualWeight } from '../weight/manual-weight.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import { say } from './words.ts'

const CAUSES = ['waste', 'sample', 'process_loss'] as const
export type LossCause = (typeof CAUSES)[number]

export interface LossDraft {
  cause: LossCause
  hand: ManualWeight | null
}

export const EMPTY_LOSS: LossDraft = { cause: 'waste', hand: null }

interface LossPanelProps {
  draft: LossDraft
  edit: (change: Partial<LossDraft>) => void
}

/** What left a run without becoming a lot. */
export function LossPanel({ draft, edit }: LossPanelProps) {
  return (
    <section class="loss weighing" aria-label={say('tell_loss')}>
      <Choice
        name="cause"
        legend={say('what_lost')}
        options={CAUSES.map(value => ({ value, face: say(value) }))}
        chosen={draft.cause}
        choose={cause => edit({ cause })}
      />
      <WeighPanel
        uncounted
        value={{ hand: draft.hand, containers: 1 }}
        change={change => edit({ hand: change.hand ?? null })}
      />
    </section>
  )
}

/** How a loss is weighed: by hand, or by the scale that the appliance reads itself; null while neither can be had. */
export function useLossWeight({ hand }: LossDraft) {
  const { weight } = useFloor()
  if (hand !== null) {
    const { weight_kg, reason } = hand
    return { missing: null, kg: weight_kg, by: { weight_kg, manual_reason: reason } }
  }
  const view = weight.view.value
  const missing = weight.problem.value
  const scale = weight.scale.value
  if (missing !== null || scale === null || view.kind !== 'live') return { missing, kg: '', by: null }
  return { missing: null, kg: view.value, by: { scale_id: scale.id } }
}
