import type { Disposition } from '@flowviz/contract/quality-word'
import { Choice } from '../part/choice.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { becauseOf, DISPOSITIONS } from './reasons.ts'
import { say } from './words.ts'

/** What is to become of the lots of a hold, before it is signed. */
export interface Disposing {
  disposition: Disposition | null
  reason: string | null
}

export interface DecideCardProps {
  lots: string
  disposing: Disposing
  edit: (change: Disposing) => void
}

/** What becomes of held lots, and why: both are touched, then it is signed. */
export function DecideCard({ lots, disposing, edit }: DecideCardProps) {
  const { disposition, reason } = disposing
  return (
    <div class="decide-hold">
      <p class="lot-line">
        <b>{lots}</b>
      </p>
      <Choice
        name="disposition"
        legend={say('what_now')}
        options={DISPOSITIONS.map(value => ({ value, face: say(value) }))}
        chosen={disposition}
        choose={chosen => edit({ disposition: chosen, reason: chosen === disposition ? reason : null })}
      />
      {disposition !== null && (
        <ReasonGrid
          title={say('why_decision')}
          reasons={becauseOf(disposition)}
          chosen={reason}
          choose={chosen => edit({ disposition, reason: chosen })}
        />
      )}
    </div>
  )
}
