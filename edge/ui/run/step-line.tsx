import type { RunState } from '@flowviz/contract/run-word'
import { say } from './words.ts'

/** The steps of a run, each named by what is done in it, and the states in which it is that step's turn. */
const STEPS = ['DRAFT', 'RELEASED', 'PRE_OP', 'RUNNING', 'COMPLETED', 'RECONCILED', 'REVIEWED'] as const
type Step = (typeof STEPS)[number]

/** How far a run is: `COMPLETED` stands at the balance. What is over has all of them behind it. */
export function stepAt(state: RunState): number {
  if (state === 'PAUSED') return STEPS.indexOf('RUNNING')
  const at = STEPS.indexOf(state as Step)
  return at < 0 ? STEPS.length : at
}

interface StepLineProps {
  state: RunState
  /** The step of the moment waits for the appliance. */
  waits?: boolean
  /** The check of the line is begun and not passed: it is that step's turn still. */
  checking?: boolean
}

export function StepLine({ state, waits = false, checking = false }: StepLineProps) {
  const now = stepAt(checking ? 'RELEASED' : state)
  return (
    <ol class="steps" aria-label={say('steps')}>
      {STEPS.map((step, at) => (
        <li
          key={step}
          data-at={at < now ? 'done' : at === now ? 'now' : 'later'}
          data-waits={waits && at === now}
          aria-current={at === now ? 'step' : undefined}
        >
          {say(`do_${step}`)}
          {at < now && <span class="unseen"> {say('step_done')}</span>}
        </li>
      ))}
    </ol>
  )
}
