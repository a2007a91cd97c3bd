import type { Person } from '@flowviz/contract/identity'
import type { Access } from '@flowviz/contract/screen/access'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { type ReadonlySignal, signal } from '@preact/signals'

export interface SessionState {
  person: ReadonlySignal<Person | null>
  /** True until the cookie of an earlier visit was tried. */
  resuming: ReadonlySignal<boolean>
  busy: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | null>
  signIn: (name: string, secret: string) => Promise<void>
  signOut: () => Promise<void>
  resume: () => Promise<void>
}

export function createSessionState(
  access: Pick<Access, 'login' | 'logout' | 'resume'>,
  person: ReadonlySignal<Person | null>,
): SessionState {
  const resuming = signal(true)
  const busy = signal(false)
  const trouble = signal<Trouble | null>(null)
  return {
    person,
    resuming,
    busy,
    trouble,
    signIn: async (name, secret) => {
      busy.value = true
      const answer = await access.login({ name: name.trim().toLowerCase(), secret })
      busy.value = false
      trouble.value = answer.ok ? null : answer.trouble
    },
    signOut: access.logout,
    resume: async () => {
      await access.resume()
      resuming.value = false
    },
  }
}
