import type { Deviation } from '@flowviz/contract/deviation'
import { Choice } from '../part/choice.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { say } from './evaluate-words.ts'

export type Result = NonNullable<Deviation['evaluation']>['result']

/** What is found about a deviation, before it is signed. */
export interface Evaluating {
  result: Result | null
  method: string | null
}

const RESULTS: readonly Result[] = ['safe', 'safe_after_treatment', 'unsafe']
const METHODS = ['by_second_probe', 'by_time', 'by_laboratory', 'by_record', 'by_wrong_entry'] as const

export interface EvaluateCardProps {
  /** What went wrong, in a sentence. */
  what: string
  evaluating: Evaluating
  edit: (change: Evaluating) => void
}

/** Whether the food of a deviation is safe, and how that was found: both are touched, then it is signed. */
export function EvaluateCard({ what, evaluating, edit }: EvaluateCardProps) {
  const { result, method } = evaluating
  return (
    <div class="decide-hold">
      <p class="lot-line">
        <b>{what}</b>
      </p>
      <Choice
        name="result"
        legend={say('is_food_safe')}
        options={RESULTS.map(value => ({ value, face: say(value) }))}
        chosen={result}
        choose={chosen => edit({ result: chosen, method })}
      />
      {result !== null && (
        <ReasonGrid
          title={say('how_found')}
          reasons={METHODS.map(word => say(word))}
          chosen={method}
          choose={chosen => edit({ result, method: chosen })}
        />
      )}
    </div>
  )
}
