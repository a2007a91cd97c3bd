import type { Person } from '@flowviz/contract/identity'
import { type ReadonlySignal, signal } from '@preact/signals'
import { read, write } from '../disk/transaction.ts'
import type { SessionClock } from './session-clock.ts'
import type { Known, SessionDb } from './session-db.ts'
import { counted, standingOf, type Tries, type TriesStanding } from './tries.ts'
import { createVerifier, newPepper, type Verifier } from './verifier.ts'

/** What a PIN came to at this tablet. `unable`: it knows no PIN of this person that is still good. */
export type PinVerdict =
  | { kind: 'right'; person: Person }
  | { kind: 'wrong'; next: TriesStanding }
  | Exclude<TriesStanding, { kind: 'open' }>
  | { kind: 'unable' }

export interface Learnt {
  person: Person
  pin: string
  /** Left out or null when no badge was read; a badge that is known stays so. */
  badge?: string | null
}

/** Signing in at this tablet while the appliance is away. */
export interface OfflinePin {
  /** Ids of those who can sign in without the appliance now. */
  able: ReadonlySignal<ReadonlySet<string>>
  check: (person_id: string, pin: string) => Promise<PinVerdict>
  /** Takes a PIN that the appliance has just taken. */
  learn: (learnt: Learnt) => Promise<void>
  /** Takes the people as the appliance has them now: others are forgotten. Who has a new PIN is on no list, so nobody is good for longer by it. */
  confirm: (people: readonly Person[]) => Promise<void>
  /** The appliance has refused this person. */
  forget: (person_id: string) => Promise<void>
  /** Opens what too many wrong PINs have shut, by the PIN of a manager. */
  unlock: (asked: { manager_id: string; pin: string; person_id: string }) => Promise<PinVerdict>
  personByBadge: (badge: string) => Promise<Person | null>
  /** Says anew who is able: some run out. */
  look: () => Promise<void>
}

export interface OfflinePinParts {
  db: SessionDb
  subtle: SubtleCrypto
  clock: SessionClock
  randomBytes: (count: number) => Uint8Array
  /** The appliance's time, ms since 1970; null while the tablet's clock was not compared with it. */
  serverNow: () => number | null
  /** Fewer than usual is for tests. */
  iterations?: number
}

/** How long a tablet trusts a PIN after the appliance took it. */
const TRUSTED_MS = 72 * 3_600_000
const SALT_BYTES = 16
const UNLOCKERS = new Set<Person['role']>(['MANAGER', 'ADMIN'])

export function createOfflinePin(parts: OfflinePinParts): OfflinePin {
  const { db, clock } = parts
  const able = signal<ReadonlySet<string>>(new Set())
  const verifier = once(() => openVerifier(parts))
  const inTurn = createTurns()

  const allKnown = async (): Promise<Known[]> =>
    read(await db.open(), ['known'], tx => tx.objectStore('known').getAll())
  const look = async () => {
    const [{ time_ms }, known] = [await clock.read(), await allKnown()]
    able.value = new Set(known.filter(one => time_ms < one.valid_until_ms).map(({ person_id }) => person_id))
  }
  const check = async (person_id: string, pin: string): Promise<PinVerdict> => {
    const { time_ms, running_ms } = await clock.read()
    const known = await read(await db.open(), ['known'], tx => tx.objectStore('known').get(person_id))
    if (known === undefined || time_ms >= known.valid_until_ms) return { kind: 'unable' }
    const { before, tries } = await takeTry(db, person_id, running_ms)
    if (before.kind !== 'open') return before
    if (!(await (await verifier()).matches(pin, known))) return { kind: 'wrong', next: standingOf(tries, running_ms) }
    await (await db.open()).delete('tries', person_id)
    return { kind: 'right', person: known.person }
  }
  return {
    able,
    check,
    look,
    // The one that was asked for last counts: a check value takes its time, and an older PIN must not be written after a newer one.
    learn: learnt => inTurn(() => note(parts, verifier, learnt).then(look)),
    confirm: async people => {
      const now = parts.serverNow()
      if (now !== null) await clock.heard(now)
      await write(await db.open(), ['known'], async tx => {
        const store = tx.objectStore('known')
        for (const known of await store.getAll()) {
          const person = people.find(({ id }) => id === known.person_id)
          if (person === undefined) await store.delete(known.person_id)
          else await store.put({ ...known, person })
        }
      })
      await look()
    },
    forget: person_id =>
      inTurn(async () => {
        await (await db.open()).delete('known', person_id)
        await look()
      }),
    unlock: async ({ manager_id, pin, person_id }) => {
      const verdict = await check(manager_id, pin)
      if (verdict.kind !== 'right') return verdict
      // What somebody shuts by their own wrong PINs, another opens.
      if (manager_id === person_id || !UNLOCKERS.has(verdict.person.role)) return { kind: 'unable' }
      await (await db.open()).delete('tries', person_id)
      return verdict
    },
    personByBadge: async badge => {
      const digest = await (await verifier()).badge(badge)
      const known = await allKnown()
      return known.find(one => one.badge === digest)?.person ?? null
    },
  }
}

/** Writes down what a PIN is known by, for as long as it is trusted, and ends the count of the wrong ones. */
async function note(
  { db, clock, randomBytes }: OfflinePinParts,
  verifier: () => Promise<Verifier>,
  { person, pin, badge = null }: Learnt,
): Promise<void> {
  const salt = new Uint8Array(randomBytes(SALT_BYTES))
  const made = await verifier()
  const fresh = { verifier: await made.of(pin, salt), badge: badge === null ? null : await made.badge(badge) }
  const { time_ms } = await clock.read()
  await write(await db.open(), ['known', 'tries'], async tx => {
    const store = tx.objectStore('known')
    const before = await store.get(person.id)
    await store.put({
      person_id: person.id,
      person,
      salt,
      verifier: fresh.verifier,
      badge: fresh.badge ?? before?.badge ?? null,
      valid_until_ms: time_ms + TRUSTED_MS,
    })
    await tx.objectStore('tries').delete(person.id)
  })
}

/** One after the other, as they were asked for; the failure of one is its own. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Counts a try before anything is compared, so that a page that is killed meanwhile has used it up. */
async function takeTry(db: SessionDb, person_id: string, running_ms: number) {
  return write(await db.open(), ['tries'], async tx => {
    const store = tx.objectStore('tries')
    const kept: Tries = (await store.get(person_id)) ?? { person_id, fails: 0, locked_until_ms: 0 }
    const before = standingOf(kept, running_ms)
    const tries = before.kind === 'open' ? counted(kept, running_ms) : kept
    if (before.kind === 'open') await store.put(tries)
    return { before, tries }
  })
}

/** The key of this tablet, made when it first signs somebody in. */
async function openVerifier({ db, subtle, iterations }: OfflinePinParts): Promise<Verifier> {
  // Made before it is known to be needed: nothing else may be awaited inside a transaction.
  const made = await newPepper(subtle)
  const kept = await write(await db.open(), ['key'], async tx => {
    const store = tx.objectStore('key')
    const found = await store.get('pepper')
    if (found === undefined) await store.put(made, 'pepper')
    return found
  })
  return createVerifier(subtle, kept ?? made, iterations)
}

/** The first answer for all; a failure is tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch(error => {
      made = null
      throw error
    })
    return made
  }
}
