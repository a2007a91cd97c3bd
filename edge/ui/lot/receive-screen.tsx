import type { Floor } from '../floor-state.ts'
import { WeightCard } from '../weight/weight-card.tsx'
import { LotRows } from './lot-rows.tsx'
import { RegistrationCard } from './registration-card.tsx'

const SHOWN = 3

/** Station home: the weight on the left, the lot that it belongs to on the right. */
export function ReceiveScreen({ floor }: { floor: Floor }) {
  const lots = floor.lots.today.value.slice(0, SHOWN)
  return (
    <div class="receive">
      <div class="left">
        <WeightCard weight={floor.weight} />
        <section class="recent panel" aria-label="Last lots">
          <h2>Last lots</h2>
          {lots.length === 0 ? (
            <p class="quiet">No lot yet today.</p>
          ) : (
            <LotRows lots={lots} now={floor.clock.now.value} nameOf={floor.devices.nameOf} compact />
          )}
        </section>
      </div>
      <RegistrationCard registration={floor.registration} weight={floor.weight} />
    </div>
  )
}
