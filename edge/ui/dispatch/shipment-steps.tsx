import type { Shipment } from '@flowviz/contract/logistics-view'
import { say } from './words.ts'

const STEPS = ['do_pick', 'do_papers', 'do_leave'] as const

interface ShipmentStepsProps {
  state: Shipment['state']
  /** Seal, temperature and paper are there. */
  isComplete: boolean
  waits: boolean
}

/** How far a shipment is, as a line. */
export function ShipmentSteps({ state, isComplete, waits }: ShipmentStepsProps) {
  const isPicked = state !== 'PLANNED' && state !== 'PICKING'
  const now = !isPicked ? 0 : state !== 'STAGED' ? STEPS.length : isComplete || waits ? 2 : 1
  return (
    <ol class="steps" data-few={true} aria-label={say('steps')}>
      {STEPS.map((step, at) => (
        <li
          key={step}
          data-at={at < now ? 'done' : at === now ? 'now' : 'later'}
          data-waits={waits && at === now}
          aria-current={at === now ? 'step' : undefined}
        >
          {say(step)}
        </li>
      ))}
    </ol>
  )
}
