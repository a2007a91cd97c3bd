import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { DeviceCard } from './device-card.tsx'
import { say } from './words.ts'

/** Every device of the plant; those that need a person come first. */
export function DeviceScreen() {
  const floor = useFloor()
  const { sorted, inTrouble, loaded } = floor.devices
  const count = inTrouble.value.length
  return (
    <Screen title={say('title')} class="sheet">
      <p>{count === 0 ? say('all_work') : say('need', { n: count, all: sorted.value.length })}</p>
      {sorted.value.length === 0 && <p class="quiet">{say(loaded.value ? 'none' : 'loading')}</p>}
      <ul class="cards">
        {sorted.value.map(device => (
          <DeviceCard key={device.id} device={device} states={floor.devices} now={floor.clock.now.value} />
        ))}
      </ul>
    </Screen>
  )
}
