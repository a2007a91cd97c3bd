import type { Floor } from '../floor-state.ts'
import { TemperatureCard } from './temperature-card.tsx'

/** Temperatures and humidities with their limits. */
export function TemperatureScreen({ floor }: { floor: Floor }) {
  const points = floor.temperatures.value
  return (
    <section class="sheet">
      <header>
        <h1>Temperatures</h1>
        <p>{points.length === 0 ? '' : `${points.length} measuring points`}</p>
      </header>
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
    </section>
  )
}
