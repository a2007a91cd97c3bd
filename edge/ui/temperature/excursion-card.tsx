import type { BoardPlaceLot } from '@flowviz/contract/board'
import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { ageText, sumText, whenText } from '@flowviz/contract/screen/format'
import { STATE_TONES } from './monitored.ts'
import { say } from './words.ts'

export interface ExcursionCardProps {
  monitor: MonitorStatus
  now: number
  lots: readonly Pick<BoardPlaceLot, 'lot_id' | 'lot_code' | 'product' | 'here_kg'>[]
  /** Lots behind those that are named. */
  more: number
  /** The hold of its deviation, where there is one. */
  hold_id: string | null
}

const SHOWN = 3

/** What a room outside of its limits means: since when, what stands there, and where that is held. */
export function ExcursionCard({ monitor, now, lots, more, hold_id }: ExcursionCardProps) {
  const { state, since } = monitor
  if (state === 'inside') return null
  const count = lots.length + more
  const codes = lots.map(({ lot_code }) => encodeURIComponent(lot_code)).join(',')
  return (
    <section class="excursion notice" data-tone={STATE_TONES[state]} aria-label={say('excursion')}>
      <b>
        {say(`state_${state}`)}
        {since !== null && ` ${say('since', { when: whenText(since, now), age: ageText(now - Date.parse(since)) })}`}
      </b>
      <span>{say(WHAT[state])}</span>
      <b>{count === 0 ? say('stands_none') : say('stands', { n: count })}</b>
      <ul>
        {lots.slice(0, SHOWN).map(({ lot_id, lot_code, product, here_kg }) => (
          <li key={lot_id}>{[lot_code, product, `${sumText(here_kg)} kg`].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
      <div class="key-row">
        {hold_id !== null && (
          <a class="button" href={`/holds/${hold_id}`}>
            {say('to_hold')}
          </a>
        )}
        {hold_id === null && lots.length > 0 && (
          <a class="button" href={`/hold?lot=${codes}`}>
            {say('hold_all', { n: lots.length })}
          </a>
        )}
      </div>
    </section>
  )
}

const WHAT = { outside: 'outside_what', confirmed: 'excursion_what', silent: 'silent_what' } as const
