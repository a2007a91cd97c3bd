import type { SyncStatus } from '@flowviz/contract/live'
import { whenText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { syncMark } from './sync-state.ts'
import { say } from './words.ts'

interface HeadquartersCardProps {
  status: SyncStatus | null
  /** The appliance does not answer this tablet: what it said last is not true any more. */
  isAway: boolean
  now: number
}

/** How far the appliance is behind headquarters: what this tablet has sent goes on from there. */
export function HeadquartersCard({ status, isAway, now }: HeadquartersCardProps) {
  const mark = markOf(status, isAway, now)
  const last = status?.last_ack_at ?? null
  return (
    <section class="panel storage" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p class="mark" data-tone={mark.tone}>
        {mark.word}
      </p>
      {last !== null && <p class="quiet">{say('last', { time: whenText(last, now) })}</p>}
    </section>
  )
}

function markOf(status: SyncStatus | null, isAway: boolean, now: number): Mark {
  if (isAway) return { tone: 'offline', word: say('not_reached') }
  return status === null ? { tone: 'pending', word: say('connecting') } : syncMark(status, now)
}
