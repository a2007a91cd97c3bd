import { useComputed } from '@preact/signals'
import { useFloor } from '../frame/floor-context.ts'
import { Choice } from '../part/choice.tsx'
import type { ManualWeight } from '../weight/manual-weight.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import { weightOf } from '../weight/weight-of.ts'
import { kgOf, kgText } from './mass.ts'
import type { Taken } from './taken.ts'
import { say } from './words.ts'

const CAUSES = ['waste', 'sample', 'process_loss'] as const
export type LossCause = (typeof CAUSES)[number]

/** What leaves a run without becoming a lot of it: a loss, or material that goes back to its own lot. */
export interface MassDraft {
  cause: LossCause
  hand: ManualWeight | null
}

export const EMPTY_MASS: MassDraft = { cause: 'waste', hand: null }

interface MassPanelProps {
  draft: MassDraft
  edit: (change: Partial<MassDraft>) => void
  /** The lot that comes back; null for a loss. */
  back: Taken | null
}

/** How much of it, by the scale or by hand. */
export function MassPanel({ draft, edit, back }: MassPanelProps) {
  return (
    <section class="weighing" aria-label={back === null ? say('tell_loss') : say('put_back')}>
      {back === null ? (
        <Choice
          name="cause"
          legend={say('what_lost')}
          options={CAUSES.map(value => ({ value, face: say(value) }))}
          chosen={draft.cause}
          choose={cause => edit({ cause })}
        />
      ) : (
        <div class="key-row">
          <h2>{say('back_title', { code: back.lot_code })}</h2>
          <button
            type="button"
            class="button take"
            onClick={() => edit({ hand: { weight_kg: kgOf(back.weight_mg), reason: say('whole_reason') } })}
          >
            {say('whole_back', { kg: kgText(back.weight_mg) })}
          </button>
        </div>
      )}
      <WeighPanel
        uncounted
        value={{ hand: draft.hand, containers: 1 }}
        change={change => edit({ hand: change.hand ?? null })}
      />
    </section>
  )
}

/** How it is weighed: by hand, or by the scale that the appliance reads itself; null while neither can be had. */
export function useMass({ hand }: MassDraft) {
  const weight = weightOf(useFloor())
  // Not the view itself: its age goes on five times a second.
  const live_kg = useComputed(() => {
    const view = weight.view.value
    return view.kind === 'live' ? view.value : null
  }).value
  if (hand !== null) {
    const { weight_kg, reason } = hand
    return { missing: null, kg: weight_kg, by: { weight_kg, manual_reason: reason } }
  }
  const missing = weight.problem.value
  const scale = weight.scale.value
  if (missing !== null || scale === null || live_kg === null) return { missing, kg: '', by: null }
  return { missing: null, kg: live_kg, by: { scale_id: scale.id } }
}
