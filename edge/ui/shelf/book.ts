import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { type ReadonlySignal, signal } from '@preact/signals'

/** What the appliance told, and when. */
export interface Kept<T> {
  value: T
  /** Milliseconds since 1970, by the appliance's clock. */
  as_of: number
}

/** Where books lie while the page is closed. */
export interface BookStore {
  get: (name: string) => Promise<Kept<unknown> | undefined>
  put: (name: string, kept: Kept<unknown>) => Promise<void>
}

/**
 * One answer of the appliance that is worth keeping: read from the tablet at once, asked anew when it may have changed,
 * and shown with its age while the appliance is away.
 */
export interface Book<T> {
  kept: ReadonlySignal<Kept<T> | null>
  /** The value, or null while nothing was ever heard. */
  value: ReadonlySignal<T | null>
  /** Why the last question had no answer. */
  trouble: ReadonlySignal<Trouble | null>
  /** True while a question is under way. */
  asking: ReadonlySignal<boolean>
  /** Asks now; questions at the same time share one answer. */
  refresh: () => Promise<void>
  /** Asks for what is newer than this moment: behind a question that is under way it is asked once more. */
  again: () => Promise<void>
  /** Says that the value changed, by what the live stream brought. */
  change: (make: (value: T) => T) => void
  /** Reads what lay on the tablet. */
  open: () => Promise<void>
}

export interface BookParts<T> {
  name: string
  ask: () => Promise<Answer<T>>
  store: BookStore
  now: () => number
  after: (ms: number, call: () => void) => () => void
}

/** A stream of changes is written down at most once in this time. */
const WRITE_MS = 2_000

export function createBook<T>(parts: BookParts<T>): Book<T> {
  const kept = signal<Kept<T> | null>(null)
  const value = signal<T | null>(null)
  const trouble = signal<Trouble | null>(null)
  const asking = signal(false)
  let question: Promise<void> | null = null
  let next: Promise<void> | null = null
  /** Changes that a question which is under way may not know. */
  const meanwhile: ((value: T) => T)[] = []
  let isHeard = false
  let isResting = false
  let isUnwritten = false

  const keep = (next: Kept<T>) => {
    kept.value = next
    value.value = next.value
    isUnwritten = true
    if (!isResting) write(next)
  }
  // At once, for the page may be closed at any moment, and then again after a rest.
  const write = (last: Kept<T>) => {
    isUnwritten = false
    isResting = true
    // A shelf that is full or gone costs the memory of a page, not the page.
    void parts.store.put(parts.name, last).catch(() => undefined)
    parts.after(WRITE_MS, () => {
      isResting = false
      if (isUnwritten && kept.value !== null) write(kept.value)
    })
  }
  const ask = async () => {
    asking.value = true
    meanwhile.length = 0
    const answer = await parts.ask()
    asking.value = false
    trouble.value = answer.ok ? null : answer.trouble
    if (!answer.ok) return
    isHeard = true
    keep({ value: meanwhile.reduce((value, make) => make(value), answer.value), as_of: parts.now() })
  }
  const refresh = () => {
    question ??= ask().finally(() => {
      question = null
    })
    return question
  }
  return {
    kept,
    value,
    trouble,
    asking,
    refresh,
    again: () => {
      if (question === null) return refresh()
      next ??= question.then(() => {
        next = null
        return refresh()
      })
      return next
    },
    change: make => {
      if (question !== null) meanwhile.push(make)
      const { value: before, as_of } = kept.value ?? {}
      // One thing that is heard says nothing of the rest of a list that lay on the tablet.
      if (before !== undefined && as_of !== undefined)
        keep({ value: make(before), as_of: isHeard ? parts.now() : as_of })
    },
    open: async () => {
      const found = (await parts.store.get(parts.name).catch(() => undefined)) as Kept<T> | undefined
      // What the appliance told meanwhile is newer.
      if (found !== undefined && kept.value === null) {
        kept.value = found
        value.value = found.value
      }
    },
  }
}
