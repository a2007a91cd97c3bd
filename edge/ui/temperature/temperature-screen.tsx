import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { TemperatureCard } from './temperature-card.tsx'

/** Temperatures and humidities with their limits. */
export function TemperatureScreen() {
  const floor = useFloor()
  const points = floor.temperatures.value
  return (
    <Screen title="Temperatures" class="sheet">
      <p>{points.length === 0 ? '' : `${points.length} measuring points`}</p>
      {points.length === 0 && (
        <p class="quiet">
          {floor.devices.loaded.value ? 'No temperature sensor is set up in this plant.' : 'Loading the temperatures…'}
        </p>
      )}
      <ul class="cards">
        {points.map(point => (
          <TemperatureCard key={point.key} point={point} now={floor.clock.now.value} />
        ))}
      </ul>
    </Screen>
  )
}
