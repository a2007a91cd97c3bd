import type { Person } from '@flowviz/contract/identity'
import type { Access } from '@flowviz/contract/screen/access'
import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { EdgeApi } from '../api/edge-api.ts'

export interface SessionState {
  /** Who is signed in at this screen. */
  person: ReadonlySignal<Person | null>
  /** Everybody who may sign in here; null until the server told. */
  people: ReadonlySignal<Person[] | null>
  /** True until the cookie of an earlier visit was tried. */
  resuming: ReadonlySignal<boolean>
  chosen: Signal<Person | null>
  pin: Signal<string>
  busy: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | null>
  ready: ReadonlySignal<boolean>
  press: (key: string) => void
  choose: (person: Person | null) => void
  signIn: () => Promise<void>
  signOut: () => Promise<void>
  /** Leaves the screen to the next person; drafts stay. */
  lock: () => void
  resume: () => Promise<void>
  loadPeople: () => Promise<void>
}

const PIN_LENGTH_MIN = 4
const PIN_LENGTH_MAX = 8

export interface SessionParts {
  access: Pick<Access, 'login' | 'logout' | 'resume'>
  people: EdgeApi['people']
  station: ReadonlySignal<string | null>
  person: ReadonlySignal<Person | null>
}

export function createSessionState(parts: SessionParts): SessionState {
  const people = signal<Person[] | null>(null)
  const resuming = signal(true)
  const chosen = signal<Person | null>(null)
  const pin = signal('')
  const busy = signal(false)
  const trouble = signal<Trouble | null>(null)

  const choose = (person: Person | null) => {
    chosen.value = person
    pin.value = ''
    trouble.value = null
  }
  const press = (key: string) => {
    if (busy.value) return
    trouble.value = null
    if (key === 'back') pin.value = pin.value.slice(0, -1)
    else if (/^\d$/.test(key) && pin.value.length < PIN_LENGTH_MAX) pin.value += key
  }
  const signIn = async () => {
    if (chosen.value === null || pin.value.length < PIN_LENGTH_MIN || busy.value) return
    busy.value = true
    const station = parts.station.value
    const answer = await parts.access.login({
      name: chosen.value.name,
      secret: pin.value,
      ...(station === null ? {} : { station }),
    })
    busy.value = false
    if (answer.ok) choose(null)
    else {
      pin.value = ''
      trouble.value = inWordsOfThePad(answer)
    }
  }
  const signOut = async () => {
    await parts.access.logout()
    choose(null)
  }
  return {
    person: parts.person,
    people,
    resuming,
    chosen,
    pin,
    busy,
    trouble,
    ready: computed(() => !busy.value && pin.value.length >= PIN_LENGTH_MIN),
    press,
    choose,
    signIn,
    signOut,
    lock: () => void signOut(),
    resume: async () => {
      await parts.access.resume()
      resuming.value = false
    },
    loadPeople: async () => {
      const answer = await parts.people()
      if (answer.ok) people.value = answer.value.people
      trouble.value = answer.ok ? null : answer.trouble
    },
  }
}

/** On a pad with a chosen name only the PIN can be wrong. */
function inWordsOfThePad(answer: Extract<Answer<Person>, { ok: false }>): Trouble {
  const { trouble } = answer
  if (trouble.code !== 'credentials_wrong') return trouble
  return {
    ...trouble,
    title: 'That PIN is not right.',
    hint: 'Try again; after several wrong ones the account locks for a while.',
  }
}
