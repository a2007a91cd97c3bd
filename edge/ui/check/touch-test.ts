import { type ReadonlySignal, signal } from '@preact/signals'

export const COLUMNS = 6
export const ROWS = 4
const TARGETS = COLUMNS * ROWS
/** Steps through all 24 places without two neighbours in a row; 7 and 24 have no divisor in common. */
const STEP = 7

/** A finger that landed beside the target: where, as parts of the field. */
export interface Miss {
  x: number
  y: number
  /** Place of the target that was meant. */
  place: number
}

export interface TouchTest {
  /** Place of the target that is to be touched, from 0; null when all were. */
  target: ReadonlySignal<number | null>
  hits: ReadonlySignal<number>
  misses: ReadonlySignal<readonly Miss[]>
  touch: (at: { x: number; y: number }) => void
  restart: () => void
}

/** Twenty-four targets of the least size that a screen may have, touched one by one with the gloves of the place. */
export function createTouchTest(): TouchTest {
  const hits = signal(0)
  const target = signal<number | null>(0)
  const misses = signal<readonly Miss[]>([])
  return {
    target,
    hits,
    misses,
    touch: ({ x, y }) => {
      const place = target.value
      if (place === null) return
      const column = Math.min(COLUMNS - 1, Math.floor(x * COLUMNS))
      const row = Math.min(ROWS - 1, Math.floor(y * ROWS))
      if (row * COLUMNS + column !== place) {
        misses.value = [...misses.value, { x, y, place }]
        return
      }
      hits.value++
      target.value = hits.value === TARGETS ? null : (hits.value * STEP) % TARGETS
    },
    restart: () => {
      hits.value = 0
      target.value = 0
      misses.value = []
    },
  }
}
