import type { ChannelView } from '@flowviz/contract/hq'
import { ageText } from '@flowviz/contract/screen/format'
import { doubtMark, type Mark } from '@flowviz/contract/screen/mark'
import { LAG_MAX_MS } from '../site/site-state.ts'

/** How the newest reading of a channel stands. One that is older than five minutes says nothing about now. */
export function nowMark({ latest }: ChannelView, now: number): Mark {
  if (latest === null) return { tone: 'stale', word: 'no reading' }
  const age = now - Date.parse(latest.received_at)
  if (age > LAG_MAX_MS) return { tone: 'stale', word: `${ageText(age)} old` }
  if (latest.value === null) return { tone: 'warn', word: 'no value' }
  if (latest.verdict === 'low' || latest.verdict === 'high') return { tone: 'alarm', word: `too ${latest.verdict}` }
  const doubt = doubtMark(latest)
  if (doubt !== null) return { ...doubt, word: doubt.word.toLowerCase() }
  return latest.verdict === 'within' ? { tone: 'ok', word: 'within limits' } : { tone: 'ok', word: 'no limits set' }
}
