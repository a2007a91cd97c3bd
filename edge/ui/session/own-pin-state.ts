import type { Person } from '@flowviz/contract/identity'
import { type SecretWeakness, weaknessOf } from '@flowviz/contract/weak-secret'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ChangePin } from './change-pin.ts'
import type { SignInTrouble } from './sign-in-trouble.ts'

/** The present PIN, the new one, and the new one once more. */
export const PIN_STEPS = ['old', 'new', 'again'] as const
export type PinStep = (typeof PIN_STEPS)[number]

/** Why it does not go on. `weak`: nobody may have that PIN; `differs`: the second time it was another one. */
export type PinTrouble = { kind: 'weak'; weakness: SecretWeakness } | { kind: 'differs' } | SignInTrouble

export interface OwnPinParts {
  person: ReadonlySignal<Person | null>
  change: ChangePin
}

export interface OwnPin {
  step: ReadonlySignal<PinStep>
  /** What was typed in this step. */
  pin: ReadonlySignal<string>
  trouble: ReadonlySignal<PinTrouble | null>
  busy: ReadonlySignal<boolean>
  ready: ReadonlySignal<boolean>
  type: (pin: string) => void
  /** Goes on. True when the PIN is changed now. */
  next: () => Promise<boolean>
}

const PIN_LENGTH_MIN = 4

/** What is typed for a new PIN. It is in no draft: a reload begins anew. */
export function createOwnPin({ person, change }: OwnPinParts): OwnPin {
  const step = signal<PinStep>('old')
  const pin = signal('')
  const trouble = signal<PinTrouble | null>(null)
  const busy = signal(false)
  let old = ''
  let fresh = ''

  const go = (to: PinStep, why: PinTrouble | null = null) =>
    batch(() => {
      step.value = to
      pin.value = ''
      trouble.value = why
    })
  const send = async (): Promise<boolean> => {
    busy.value = true
    const why = await change({ old, pin: fresh }).finally(() => {
      busy.value = false
    })
    go(why === null || !isWeak(why) ? 'old' : 'new', why)
    return why === null
  }
  return {
    step,
    pin,
    trouble,
    busy,
    ready: computed(() => !busy.value && pin.value.length >= PIN_LENGTH_MIN),
    type: typed => {
      if (busy.peek()) return
      batch(() => {
        pin.value = typed
        trouble.value = null
      })
    },
    next: async () => {
      const typed = pin.peek()
      if (busy.peek() || typed.length < PIN_LENGTH_MIN) return false
      if (step.peek() === 'again') {
        if (typed === fresh) return send()
        go('new', { kind: 'differs' })
      } else if (step.peek() === 'new') {
        fresh = typed
        const weakness = weaknessOf(fresh, { name: person.peek()?.name ?? null, before: old })
        if (weakness === null) go('again')
        else go('new', { kind: 'weak', weakness })
      } else {
        old = typed
        go('new')
      }
      return false
    },
  }
}

/** The present PIN was right: only the new one has to be another. */
const isWeak = (why: SignInTrouble): boolean => why.kind === 'refused' && why.trouble.code === 'secret_weak'
