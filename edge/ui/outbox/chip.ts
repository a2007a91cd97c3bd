import { ageText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { computed, type ReadonlySignal } from '@preact/signals'
import { say } from '../frame/words.ts'
import type { ConflictState } from './conflict-state.ts'
import type { Outbox } from './outbox.ts'

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

interface ChipParts {
  outbox: Pick<Outbox, 'waiting' | 'oldest_at' | 'attention'>
  conflicts: Pick<ConflictState, 'conflicts'>
}

/** The chip of the moment; the age of the oldest goes on with the clock of the screen. */
export function createChip(
  { outbox, conflicts }: ChipParts,
  now: ReadonlySignal<number>,
  wall: () => number,
): ReadonlySignal<Mark> {
  return computed(() => {
    void now.value
    const oldest = outbox.oldest_at.value
    const oldest_ms = oldest === null ? 0 : wall() - oldest
    const overtaken = conflicts.conflicts.value.filter(({ kind }) => kind === 'overtaken').length
    const attention = outbox.attention.value.length + overtaken
    return queueMark({ waiting: outbox.waiting.value, attention, oldest_ms })
  })
}
