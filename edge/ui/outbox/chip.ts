import { ageText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { say } from '../frame/words.ts'

const MINUTE_MS = 60_000
const AMBER_AFTER_MS = 10 * MINUTE_MS
const RED_AFTER_MS = 60 * MINUTE_MS

/** What the queue of this tablet looks like from the top bar. */
export interface Queue {
  waiting: number
  /** Entries that a person has to decide. */
  attention: number
  /** Age of the oldest that waits, ms. */
  oldest_ms: number
}

/** `All sent`, `3 waiting · oldest 4 min`, `1 needs attention`; amber from 10 minutes on, red from 60. */
export function queueMark({ waiting, attention, oldest_ms }: Queue): Mark {
  if (attention > 0) return { tone: 'alarm', word: say('attention', { n: attention }) }
  if (waiting === 0) return { tone: 'ok', word: say('all_sent') }
  const tone = oldest_ms >= RED_AFTER_MS ? 'alarm' : oldest_ms >= AMBER_AFTER_MS ? 'warn' : 'pending'
  return { tone, word: say('waiting', { n: waiting, age: ageText(oldest_ms) }) }
}
