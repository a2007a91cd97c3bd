import { ageText, decimalText } from '@flowviz/contract/screen/format'
import { limitBar } from './limit-bar.ts'
import type { TemperaturePoint } from './temperature-state.ts'

interface TemperatureCardProps {
  point: TemperaturePoint
  now: number
}

/** A value beside its limits; without a value that stands, a dash and the reason. */
export function TemperatureCard({ point, now }: TemperatureCardProps) {
  const bar = limitBar(point.value, point.limits)
  return (
    <li class="point panel" data-tone={point.mark.tone}>
      <header>
        <b>{point.name}</b>
        <span class="mark" data-tone={point.mark.tone}>
          {point.mark.word}
        </span>
      </header>
      <p class="reading" data-stale={point.value === null}>
        {point.value === null ? '—' : decimalText(point.value)} <span class="unit">{point.unit}</span>
      </p>
      {bar !== null && (
        <div class="limits" aria-hidden="true">
          <span class="range" style={{ left: `${bar.from}%`, right: `${100 - bar.to}%` }} />
          {bar.at !== null && <span class="needle" style={{ left: `${bar.at}%` }} />}
        </div>
      )}
      <p class="facts">
        {limitText(point)}
        {point.value !== null && point.received_at !== null && ` · ${ageText(now - Date.parse(point.received_at))} ago`}
      </p>
      {point.detail !== '' && <p class="detail">{point.detail}</p>}
    </li>
  )
}

function limitText({ limits, unit, channel }: TemperaturePoint): string {
  const low = limits?.low
  const high = limits?.high
  if (low !== undefined && high !== undefined) return `${channel}: ${decimalText(low)} to ${decimalText(high)} ${unit}`
  if (high !== undefined) return `${channel}: at most ${decimalText(high)} ${unit}`
  if (low !== undefined) return `${channel}: at least ${decimalText(low)} ${unit}`
  return channel
}
