import { decimalText, timeText } from '@flowviz/contract/screen/format'
import type { Curve } from './curve.ts'
import { say } from './words.ts'

export interface CurveCardProps {
  curve: Curve | null
  unit: string
  /** When the appliance told it, if that is not now. */
  as_of: number | null
}

/** The last readings as a line between its limits; the sentence below says the same. */
export function CurveCard({ curve, unit, as_of }: CurveCardProps) {
  if (curve === null) return <p class="quiet">{say('chart_none')}</p>
  const { path, from, to, low, high, limits } = curve
  return (
    <figure class="curve">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {limits.map(height => (
          <path key={height} class="limit" d={`M0 ${height}H1`} />
        ))}
        <path class="line" d={path} />
      </svg>
      <figcaption class="facts">
        {say('chart', {
          from: timeText(from),
          to: timeText(to),
          low: decimalText(String(low)),
          high: decimalText(String(high)),
          unit,
        })}
        {as_of !== null && (
          <span class="mark" data-tone="stale">
            {say('chart_kept', { time: timeText(as_of) })}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
