import { timeText } from '@flowviz/contract/screen/format'
import type { Away } from './away-state.ts'
import { say } from './words.ts'

/** The appliance does not answer: since when, and that work goes on. */
export function AwayBar({ away }: { away: Away }) {
  return (
    <p class="attention" data-tone="offline" role="alert">
      <span class="mark" data-tone="offline">
        {awayWord(away)}
      </span>
      <span class="sentence">{say(away.kind === 'wrong' ? 'wrong_network_sentence' : 'offline_sentence')}</span>
    </p>
  )
}

/** The appliance answers late. Nobody has to do anything, so it is told like what waits, not like what is wrong. */
export function SlowBar() {
  return (
    <p class="attention" data-tone="pending" role="status">
      <span class="mark" data-tone="pending">
        {say('slow')}
      </span>
      <span class="sentence">{say('slow_sentence')}</span>
    </p>
  )
}

/** The same in a word, where there is no room for a sentence; nothing while all is well. */
export function ReachMark({ away, slow }: { away: Away | null; slow: boolean }) {
  if (away !== null)
    return (
      <p class="mark away" data-tone="offline" role="status">
        {awayWord(away)}
      </p>
    )
  if (!slow) return null
  return (
    <p class="mark slow" data-tone="pending" role="status">
      {say('slow')}
    </p>
  )
}

const awayWord = ({ kind, since }: Away) =>
  kind === 'wrong' ? say('wrong_network') : say('offline', { time: timeText(since) })
