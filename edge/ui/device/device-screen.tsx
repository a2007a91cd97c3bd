import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { DeviceCard } from './device-card.tsx'

/** Every device of the plant; those that need a person come first. */
export function DeviceScreen() {
  const floor = useFloor()
  const { sorted, inTrouble, loaded } = floor.devices
  const count = inTrouble.value.length
  return (
    <Screen title="Devices" class="sheet">
      <p>{count === 0 ? 'All devices work.' : `${count} of ${sorted.value.length} need attention.`}</p>
      {sorted.value.length === 0 && (
        <p class="quiet">{loaded.value ? 'No device is set up in this plant.' : 'Loading the devices…'}</p>
      )}
      <ul class="cards">
        {sorted.value.map(device => (
          <DeviceCard key={device.id} device={device} states={floor.devices} now={floor.clock.now.value} />
        ))}
      </ul>
    </Screen>
  )
}
