import type { Person } from '@flowviz/contract/identity'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import type { TabletAuth } from '@flowviz/contract/tablet'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Book } from '../shelf/book.ts'
import type { ChangePin } from './change-pin.ts'
import type { FloorAccess } from './floor-access.ts'
import type { Holder } from './holder.ts'
import { createPad, type Pad } from './pad.ts'
import { createRecent, type Recent } from './recent.ts'
import { createSignIn, type Given, type SignInParts } from './sign-in.ts'

export interface SessionState extends Pad {
  /** Who is signed in at this screen. */
  person: ReadonlySignal<Person | null>
  /** How they were known; goes with every entry that they make. */
  auth: ReadonlySignal<TabletAuth>
  /** The appliance is there and has not seen that this person is: what needs it waits for their PIN. */
  needsPin: ReadonlySignal<boolean>
  /** Everybody who may sign in here; null until it was ever told. */
  people: ReadonlySignal<Person[] | null>
  /** Why there are none. */
  peopleTrouble: ReadonlySignal<Trouble | null>
  /** Ids of those who can sign in while the appliance is away. */
  able: ReadonlySignal<ReadonlySet<string>>
  recent: Recent
  /** True while the cookie of who was here is tried, for half a second at most: the names would only flash by. */
  resuming: ReadonlySignal<boolean>
  choose: (person: Person | null) => void
  /** A badge was read. False when the code cannot be one. */
  scanned: (code: string) => Promise<boolean>
  personByBadge: (badge: string) => Promise<Person | null>
  /** Asks a manager to open it for whom too many wrong PINs have shut. */
  askManager: () => void
  cancelUnlock: () => void
  signIn: () => Promise<void>
  /** Leaves the screen to the next person; drafts and the place on the screen stay. */
  lock: () => void
  /** Locks for the same person, whose PIN the appliance has to see. */
  again: () => void
  /** Gives who is here another PIN; null when it is done, and this tablet knows the new one alone. */
  changePin: ChangePin
  /** Somebody else set the PIN of who is here: nothing works before they have changed it. */
  mustChange: ReadonlySignal<boolean>
  /** Tries the cookie of an earlier visit; a page calls it once. */
  resume: () => Promise<void>
  loadPeople: () => Promise<void>
}

export interface SessionParts extends SignInParts {
  access: Pick<FloorAccess, 'login' | 'logout' | 'resume' | 'token' | 'mustChange' | 'changeSecret'>
  holder: Holder
  people: Book<Person[]>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** A page that waits for a cookie longer than this shows the names meanwhile. */
const RESUME_MS = 500
/** So often the appliance is asked who may still sign in. */
const PEOPLE_MS = 600_000
const BADGE = /^[0-9A-Za-z-]{4,64}$/
const NOBODY: ReadonlySet<string> = new Set()

/** Who works at this tablet: by the appliance while it answers, else by what the tablet itself can tell. No DOM. */
export function createSessionState(parts: SessionParts): SessionState {
  const { access, holder, offline } = parts
  const pad = createPad()
  const resuming = signal(holder.expects())
  const recent = createRecent(parts.storage)
  const promotion = createPromotion(parts)
  const gate = createGate(parts, { pad, recent, promotion })
  const loadPeople = peopleLoader(parts)

  const { again, resume } = {
    again: () => {
      const who = holder.held.peek()?.person ?? null
      gate.lock()
      gate.choose(who)
    },
    resume: async () => {
      const cookie = access.resume()
      await Promise.race([cookie, new Promise<void>(resolve => parts.after(RESUME_MS, resolve))])
      resuming.value = false
    },
  }
  effect(() => {
    if (parts.away.value !== null) return
    void promotion.attempt()
    void loadPeople()
  })
  return {
    person: computed(() => holder.held.value?.person ?? null),
    auth: computed(() => holder.held.value?.auth ?? 'online'),
    needsPin: promotion.needsPin,
    people: parts.people.value,
    peopleTrouble: parts.people.trouble,
    able: offline?.able ?? signal(NOBODY),
    recent,
    resuming,
    ...pad,
    ...gate,
    personByBadge: async badge => (await offline?.personByBadge(badge)) ?? null,
    askManager: () => {
      pad.open(pad.chosen.peek())
      gate.choose(null)
    },
    cancelUnlock: () => {
      pad.open(null)
      gate.choose(null)
    },
    again,
    changePin: async change => (await import('./change-pin.ts')).createChangePin(parts)(change),
    mustChange: access.mustChange,
    resume,
    loadPeople,
  }
}

type Promotion = ReturnType<typeof createPromotion>

/** An offline session becomes one of the appliance when the cookie is that person's; else their PIN is asked for. */
function createPromotion({ access, holder }: SessionParts) {
  const refused = signal<Person | null>(null)
  return {
    needsPin: computed(() => {
      const here = holder.held.value
      return here?.auth === 'offline-pin' && here.person === refused.value
    }),
    attempt: async () => {
      const here = holder.held.peek()
      if (here?.auth !== 'offline-pin') return
      const answer = await access.resume()
      if (!answer.ok && !answer.trouble.passing) refused.value = here.person
    },
  }
}

interface GateParts {
  pad: ReturnType<typeof createPad>
  recent: Recent
  promotion: Promotion
}

/** In and out. */
function createGate(parts: SessionParts, { pad, recent, promotion }: GateParts) {
  const { access, holder, offline } = parts
  const signing = createSignIn(parts)
  let attempt = new AbortController()

  const choose = (person: Person | null, badge: string | null = null) => {
    attempt.abort()
    // A session that the cookie may still bring back ends where somebody else says who they are.
    if (holder.held.peek() === null && (person ?? badge) !== null) holder.ended()
    pad.clear(person, badge)
  }
  const lock = () => {
    if (access.token() !== null) void access.logout()
    holder.ended()
    choose(null)
    pad.open(null)
  }
  const enter = async (given: Given) => {
    const entered = await signing.enter(given)
    if (given.signal.aborted) return
    if (entered.by === null) {
      attempt.abort()
      return pad.fail(entered.trouble)
    }
    if (entered.by === 'tablet') holder.began(entered.person)
    recent.add(entered.person.id)
    pad.clear(null)
    if (entered.by === 'appliance') return
    void entered.later.then(late => {
      if (given.signal.aborted || late.kind === 'taken') return
      if (late.kind === 'silent') return void promotion.attempt()
      lock()
      pad.clear(given.person)
      pad.fail(late.trouble)
    })
  }
  const unlock = async (given: Given, person: Person) => {
    const trouble = await signing.unlock(given, person.id)
    if (given.signal.aborted) return
    if (trouble !== null) return pad.fail(trouble)
    pad.open(null)
    pad.clear(person)
  }
  return {
    choose: (person: Person | null) => choose(person),
    lock,
    scanned: async (code: string) => {
      if (!BADGE.test(code)) return false
      choose((await offline?.personByBadge(code).catch(() => null)) ?? null, code)
      return true
    },
    signIn: async () => {
      if (!pad.ready.peek()) return
      attempt.abort()
      attempt = new AbortController()
      const { signal } = attempt
      const given = { person: pad.chosen.peek(), badge: pad.badge.peek(), pin: pad.pin.peek(), signal }
      const shut = pad.unlocking.peek()
      await pad.while(shut === null ? enter(given) : unlock(given, shut))
    },
  }
}

/** Asks who may sign in, now and every few minutes; whoever is among them stays good at this tablet. */
function peopleLoader({ people, offline, away, after, report }: SessionParts): () => Promise<void> {
  const load = async () => {
    await people.refresh()
    const found = people.value.peek()
    if (people.trouble.peek() === null && found !== null) await offline?.confirm(found).catch(report)
  }
  const keep = () =>
    void after(PEOPLE_MS, () => {
      void (away.peek() === null ? load() : offline?.look().catch(report))
      keep()
    })
  offline?.look().catch(report)
  keep()
  return load
}
