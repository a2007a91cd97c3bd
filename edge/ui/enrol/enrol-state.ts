import type { Trouble } from '@flowviz/contract/screen/trouble'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { OutboxRefusal, type OutboxTrouble } from '../outbox/outbox.ts'
import type { Tablet } from '../tablet/tablet.ts'
import { CODE_LENGTH, codeOf, SIGNS, shownCode } from './code.ts'

export interface EnrolParts {
  tablet: Pick<Tablet, 'enrol'>
  /** Not null while the appliance does not answer. */
  away: ReadonlySignal<unknown>
  /** Asks the browser never to clear what is kept here. */
  persist: () => Promise<unknown>
}

export interface EnrolState {
  /** The signs so far, without the hyphen. */
  code: ReadonlySignal<string>
  busy: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | OutboxTrouble | null>
  done: ReadonlySignal<boolean>
  /** Why it cannot be sent now; null when it can. */
  missing: ReadonlySignal<'away' | 'code' | null>
  press: (key: string) => void
  /** Takes a whole code: scanned, or out of the address. False when it is none. */
  take: (text: string) => boolean
  enrol: () => Promise<void>
}

/** Setting a tablet up by the code of an invitation. */
export function createEnrolState({ tablet, away, persist }: EnrolParts): EnrolState {
  const code = signal('')
  const busy = signal(false)
  const trouble = signal<Trouble | OutboxTrouble | null>(null)
  const done = signal(false)
  const missing = computed(() =>
    away.value !== null ? ('away' as const) : code.value.length < CODE_LENGTH ? ('code' as const) : null,
  )
  return {
    code,
    busy,
    trouble,
    done,
    missing,
    press: key => {
      if (busy.peek()) return
      trouble.value = null
      if (key === 'back') code.value = code.peek().slice(0, -1)
      else if (SIGNS.includes(key) && code.peek().length < CODE_LENGTH) code.value += key
    },
    take: text => {
      const found = codeOf(text)
      if (found === null || busy.peek()) return false
      trouble.value = null
      code.value = found
      return true
    },
    enrol: async () => {
      if (missing.peek() !== null || busy.peek()) return
      busy.value = true
      try {
        // What a tablet keeps is worth nothing where the browser may clear it.
        await persist()
        const answer = await tablet.enrol(shownCode(code.peek()))
        trouble.value = answer.ok ? null : answer.trouble
        done.value = answer.ok
        code.value = ''
      } catch (error) {
        if (!(error instanceof OutboxRefusal)) throw error
        trouble.value = error.trouble
      } finally {
        busy.value = false
      }
    },
  }
}
