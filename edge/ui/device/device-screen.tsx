import type { Floor } from '../floor-state.ts'
import { DeviceCard } from './device-card.tsx'

/** Every device of the plant; those that need a person come first. */
export function DeviceScreen({ floor }: { floor: Floor }) {
  const { sorted, inTrouble, loaded } = floor.devices
  const count = inTrouble.value.length
  return (
    <section class="sheet">
      <header>
        <h1>Devices</h1>
        <p>{count === 0 ? 'All devices work.' : `${count} of ${sorted.value.length} need attention.`}</p>
      </header>
      {sorted.value.length === 0 && (
        <p class="quiet">{loaded.value ? 'No device is set up in this plant.' : 'Loading the devices…'}</p>
      )}
      <ul class="cards">
        {sorted.value.map(device => (
          <DeviceCard key={device.id} device={device} states={floor.devices} now={floor.clock.now.value} />
        ))}
      </ul>
    </section>
  )
}
