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
        <span class="channel">{point.channel}</span>
      </p>
      {bar !== null && (
        <div class="limits" aria-hidden="true">
          <span class="range" style={{ left: `${bar.from}%`, right: `${100 - bar.to}%` }} />
          {bar.at !== null && <span class="needle" style={{ left: `${bar.at}%` }} />}
        </div>
      )}
      <p class="facts">{[limitText(point), ageOf(point, now)].filter(text => text !== '').join(' · ')}</p>
      {point.detail !== '' && <p class="detail">{point.detail}</p>}
    </li>
  )
}

function ageOf({ value, received_at }: TemperaturePoint, now: number): string {
  return value === null || received_at === null ? '' : `${ageText(now - Date.parse(received_at))} ago`
}

function limitText({ limits, unit }: TemperaturePoint): string {
  const low = limits?.low
  const high = limits?.high
  if (low !== undefined && high !== undefined) return `${decimalText(low)} to ${decimalText(high)} ${unit}`
  if (high !== undefined) return `at most ${decimalText(high)} ${unit}`
  if (low !== undefined) return `at least ${decimalText(low)} ${unit}`
  return ''
}
