import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useBook } from '../shelf/use-book.ts'
import { asHeard, shownPoints } from './monitored.ts'
import { TemperatureCard } from './temperature-card.tsx'
import { temperaturesOf } from './temperatures-of.ts'
import { say } from './words.ts'

/** F14: temperatures and humidities with their limits; each leads to its history and to an entry by hand. */
export function TemperatureScreen() {
  const floor = useFloor()
  const monitors = useBook(floor.shelf.monitors, floor.shelf.stirred)?.monitors ?? []
  const points = shownPoints(temperaturesOf(floor).value, monitors)
  const isLive = floor.live.status.value === 'live'
  const isLoaded = floor.devices.loaded.value
  const nothing = isLoaded ? say('none') : say(floor.away.value === null ? 'loading' : 'unknown')
  return (
    <Screen title={say('title')} class="sheet temperatures">
      <p class="quiet">{points.length === 0 ? nothing : say('points', { n: points.length })}</p>
      <ul class="cards">
        {points.map(({ point, monitor }) => (
          <TemperatureCard
            key={point.key}
            point={asHeard(point, isLive)}
            now={floor.clock.now.value}
            href={monitor === null ? null : `/temperature/${encodeURIComponent(monitor.monitor_id)}`}
          />
        ))}
      </ul>
    </Screen>
  )
}
