import { barPlaces, standingOf, type WeightRange } from './range.ts'
import { say } from './words.ts'

/** What a weight should be, and where it is: a bar, and the same in words. */
export function RangeBar({ range, weight_kg }: { range: WeightRange; weight_kg: string | null }) {
  const { min_kg, target_kg, max_kg } = range
  if (min_kg === null && target_kg === null && max_kg === null) return null
  const places = barPlaces(range, weight_kg)
  const standing = weight_kg === null ? null : standingOf(weight_kg, range)
  const [from, to] = [places.min ?? 0, places.max ?? 100]
  return (
    <div class="range-bar" data-standing={standing ?? 'none'}>
      <div class="bar" aria-hidden="true">
        <span class="good" style={{ left: `${from}%`, width: `${to - from}%` }} />
        {places.target !== null && <span class="aim" style={{ left: `${places.target}%` }} />}
        {places.needle !== null && <span class="needle" style={{ left: `${places.needle}%` }} />}
      </div>
      <p>
        {standing !== null && (
          <b class="mark" data-tone={standing === 'in_range' ? 'ok' : 'warn'}>
            {say(standing)}
          </b>
        )}
        {min_kg !== null && <span>{say('min', { kg: min_kg })}</span>}
        {target_kg !== null && <span>{say('target', { kg: target_kg })}</span>}
        {max_kg !== null && <span>{say('max', { kg: max_kg })}</span>}
      </p>
    </div>
  )
}
