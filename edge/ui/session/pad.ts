import type { Person } from '@flowviz/contract/identity'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { SignInTrouble } from './sign-in-trouble.ts'

/** Who was chosen, what was typed, and what was wrong with it. */
export interface Pad {
  chosen: ReadonlySignal<Person | null>
  /** The badge that was read; null when a name was chosen. */
  badge: ReadonlySignal<string | null>
  pin: ReadonlySignal<string>
  busy: ReadonlySignal<boolean>
  trouble: ReadonlySignal<SignInTrouble | null>
  /** Whom a manager is about to open the tablet for again. */
  unlocking: ReadonlySignal<Person | null>
  ready: ReadonlySignal<boolean>
  press: (key: string) => void
}

export interface OwnPad extends Pad {
  clear: (person: Person | null, badge?: string | null) => void
  fail: (why: SignInTrouble) => void
  open: (person: Person | null) => void
  /** Nothing is typed while this is under way. */
  while: (work: Promise<void>) => Promise<void>
}

const PIN_LENGTH_MIN = 4
const PIN_LENGTH_MAX = 8

export function createPad(): OwnPad {
  const chosen = signal<Person | null>(null)
  const badge = signal<string | null>(null)
  const pin = signal('')
  const busy = signal(false)
  const trouble = signal<SignInTrouble | null>(null)
  const unlocking = signal<Person | null>(null)
  return {
    chosen,
    badge,
    pin,
    busy,
    trouble,
    unlocking,
    ready: computed(
      () => !busy.value && pin.value.length >= PIN_LENGTH_MIN && (chosen.value !== null || badge.value !== null),
    ),
    press: key => {
      if (busy.peek()) return
      trouble.value = null
      if (key === 'back') pin.value = pin.value.slice(0, -1)
      else if (/^\d$/.test(key) && pin.value.length < PIN_LENGTH_MAX) pin.value += key
    },
    clear: (person, code = null) =>
      batch(() => {
        chosen.value = person
        badge.value = code
        pin.value = ''
        trouble.value = null
      }),
    fail: why =>
      batch(() => {
        pin.value = ''
        trouble.value = why
      }),
    open: person => {
      unlocking.value = person
    },
    while: async work => {
      busy.value = true
      await work.finally(() => {
        busy.value = false
      })
    },
  }
}
