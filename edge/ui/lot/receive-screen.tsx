import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { WeightCard } from '../weight/weight-card.tsx'
import { LotRows } from './lot-rows.tsx'
import { RegistrationCard } from './registration-card.tsx'

const SHOWN = 3

/** Station home: the weight on the left, the lot that it belongs to on the right. */
export function ReceiveScreen() {
  const floor = useFloor()
  const { registration } = floor
  const at = registration.sending.value.at
  const lots = floor.lots.today.value.slice(0, SHOWN)
  return (
    <Screen
      title="Receive"
      class="receive"
      primary={{
        word: at === 'sending' ? 'Registering…' : at === 'unsure' ? 'Send again' : 'Register lot',
        missing: registration.missing.value,
        busy: at === 'sending',
        run: () => void registration.submit(),
      }}
    >
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
    </Screen>
  )
}
