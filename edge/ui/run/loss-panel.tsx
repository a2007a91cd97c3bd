import { useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Choice } from '../part/choice.tsx'
import type { ManualWeight } from '../weight/manual-weight.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import type { RunNow } from './run-now.ts'
import { say } from './words.ts'

const CAUSES = ['waste', 'sample', 'process_loss'] as const
export type LossCause = (typeof CAUSES)[number]

/** What was lost, and how much: by the scale, or by hand. */
export interface Loss {
  cause: LossCause
  by: { scale_id: string } | { weight_kg: string; manual_reason: string }
  kg: string
}

interface LossPanelProps {
  now: RunNow
  tell: (loss: Loss) => void
  close: () => void
}

/** What left a run without becoming a lot. */
export function LossPanel({ now, tell, close }: LossPanelProps) {
  const { weight } = useFloor()
  const [cause, setCause] = useState<LossCause>('waste')
  const [hand, setHand] = useState<ManualWeight | null>(null)
  const isEmpty = now.run.totals.input_mg === 0 && now.pending === 0
  const missing = isEmpty ? say('nothing_in') : hand === null ? weight.problem.value : null
  const view = weight.view.value
  const done = () => {
    if (hand !== null) {
      const { weight_kg, reason } = hand
      tell({ cause, by: { weight_kg, manual_reason: reason }, kg: weight_kg })
    } else if (weight.scale.value !== null && view.kind === 'live')
      tell({ cause, by: { scale_id: weight.scale.value.id }, kg: view.value })
  }
  return (
    <section class="loss weighing" aria-label={say('tell_loss')}>
      <Choice
        name="cause"
        legend={say('what_lost')}
        options={CAUSES.map(value => ({ value, face: say(value) }))}
        chosen={cause}
        choose={setCause}
      />
      <WeighPanel uncounted value={{ hand, containers: 1 }} change={change => setHand(change.hand ?? null)} />
      {missing !== null && <p class="quiet">{missing}</p>}
      <div class="key-row">
        <button type="button" class="button" data-kind="quiet" onClick={close}>
          {say('cancel')}
        </button>
        <button type="button" class="button take" disabled={missing !== null} onClick={done}>
          {say('tell_loss')}
        </button>
      </div>
    </section>
  )
}
