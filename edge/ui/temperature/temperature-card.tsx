import { ageText, decimalText } from '@flowviz/contract/screen/format'
import { channelWord } from '../device/device-word.ts'
import { limitBar } from './limit-bar.ts'
import { limitText } from './limit-text.ts'
import type { TemperaturePoint } from './temperature-state.ts'
import { say } from './words.ts'

interface TemperatureCardProps {
  point: TemperaturePoint
  now: number
  /** Where its card leads; left out or null for a point that nothing watches. */
  href?: string | null
}

/** A value beside its limits; without a value that stands, a dash and the reason. */
export function TemperatureCard({ point, now, href = null }: TemperatureCardProps) {
  const face = <PointFace point={point} now={now} />
  return (
    <li>
      {href === null ? (
        <div class="point panel" data-tone={point.mark.tone}>
          {face}
        </div>
      ) : (
        <a class="point panel" data-tone={point.mark.tone} href={href}>
          {face}
        </a>
      )}
    </li>
  )
}

/** The value, its limits as a bar, and how old it is. */
export function PointFace({ point, now }: Omit<TemperatureCardProps, 'href'>) {
  return (
    <>
      <header>
        <b>{point.name}</b>
        <span class="mark" data-tone={point.mark.tone}>
          {point.mark.word}
        </span>
      </header>
      <p class="reading" data-stale={point.value === null || point.kept === true}>
        {point.value === null ? '—' : decimalText(point.value)} <span class="unit">{point.unit}</span>
        <span class="channel">{channelWord(point.channel)}</span>
      </p>
      <Limits point={point} />
      <p class="facts">{[limitText(point), ageOf(point, now)].filter(text => text !== '').join(' · ')}</p>
      {point.detail !== '' && <p class="detail">{point.detail}</p>}
    </>
  )
}

function Limits({ point: { value, limits } }: { point: TemperaturePoint }) {
  const bar = limitBar(value, limits)
  if (bar === null) return null
  return (
    <span class="limits" aria-hidden="true">
      <span class="range" style={{ left: `${bar.from}%`, right: `${100 - bar.to}%` }} />
      {bar.at !== null && <span class="needle" style={{ left: `${bar.at}%` }} />}
    </span>
  )
}

function ageOf({ value, received_at }: TemperaturePoint, now: number): string {
  if (value === null || received_at === null) return ''
  return say('ago', { age: ageText(now - Date.parse(received_at)) })
}
