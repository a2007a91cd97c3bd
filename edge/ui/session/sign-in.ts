import type { FloorLogin, Person } from '@flowviz/contract/identity'
import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import type { ReadonlySignal } from '@preact/signals'
import type { FloorAccess } from './floor-access.ts'
import type { OfflinePin, PinVerdict } from './offline-pin.ts'
import { refusedBy, type SignInTrouble, untaken } from './sign-in-trouble.ts'
import { isSilence, tryBoth } from './try-both.ts'

/** What somebody signs in with. The signal ends when they have gone or try again. */
export interface Given {
  person: Person | null
  badge: string | null
  pin: string
  signal: AbortSignal
}

/** `later`, beside a person whom the tablet let in: the appliance's own word, which may come any time after. */
export type Entered =
  | { by: 'appliance'; person: Person }
  | { by: 'tablet'; person: Person; later: Promise<Late> }
  | { by: null; trouble: SignInTrouble }
export type Late = { kind: 'taken' } | { kind: 'silent' } | { kind: 'refused'; trouble: SignInTrouble }

export interface SignInParts {
  access: Pick<FloorAccess, 'login' | 'mustChange'>
  /** Null on a page without a secure context. */
  offline: OfflinePin | null
  station: ReadonlySignal<string | null>
  /** Not null while the appliance does not answer. */
  away: ReadonlySignal<unknown>
  after: (ms: number, call: () => void) => () => void
  /** Where a failure of the tablet's own store is told. */
  report: (error: unknown) => void
}

export interface SignIn {
  /** At the appliance and at the tablet at once; whoever can say first. */
  enter: (given: Given) => Promise<Entered>
  /** A manager's PIN opens the tablet for this person; null when it did. */
  unlock: (given: Given, person_id: string) => Promise<SignInTrouble | null>
}

export function createSignIn(parts: SignInParts): SignIn {
  const { access, offline } = parts

  const check = async ({ person, pin }: Given): Promise<PinVerdict> => {
    if (offline === null || person === null) return { kind: 'unable' }
    return offline.check(person.id, pin).catch(error => {
      parts.report(error)
      return { kind: 'unable' }
    })
  }
  /** What the appliance has taken, the tablet may take from now on: one that somebody else set it never takes, and the one before it no more. */
  const learn = (person: Person, { pin, badge }: Given) => {
    const noted = access.mustChange.peek() ? offline?.forget(person.id) : offline?.learn({ person, pin, badge })
    noted?.catch(parts.report)
  }
  const late = (answer: Answer<Person>, given: Given): Late => {
    if (answer.ok) {
      learn(answer.value, given)
      return { kind: 'taken' }
    }
    return isSilence(answer.trouble)
      ? { kind: 'silent' }
      : { kind: 'refused', trouble: refused(answer.trouble, given, 'right') }
  }
  /** A PIN that only the tablet still takes was changed: it forgets it. */
  const refused = (trouble: Trouble, { person }: Given, atTablet: PinVerdict['kind']): SignInTrouble => {
    if (trouble.code !== 'credentials_wrong' || atTablet !== 'right' || person === null) return refusedBy(trouble)
    offline?.forget(person.id).catch(parts.report)
    return { kind: 'changed' }
  }
  return {
    enter: async given => {
      const appliance = access.login(requestOf(given, parts.station.peek()), given.signal)
      const isAway = () => parts.away.peek() !== null
      const tablet = check(given)
      const tried = await tryBoth({ appliance, tablet, isAway, after: parts.after })
      if (tried.by === 'appliance') {
        const { answer } = tried
        if (!answer.ok) return { by: null, trouble: refused(answer.trouble, given, (await tablet).kind) }
        learn(answer.value, given)
        return { by: 'appliance', person: answer.value }
      }
      const { verdict } = tried
      if (verdict.kind === 'right')
        return { by: 'tablet', person: verdict.person, later: appliance.then(answer => late(answer, given)) }
      const isBare = verdict.kind === 'unable' && offline === null
      return { by: null, trouble: isBare ? { kind: 'insecure' } : untaken(verdict) }
    },
    unlock: async ({ person, pin }, person_id) => {
      if (offline === null || person === null) return { kind: 'no_manager' }
      const verdict = await offline.unlock({ manager_id: person.id, pin, person_id })
      if (verdict.kind === 'right') return null
      return verdict.kind === 'unable' ? { kind: 'no_manager' } : untaken(verdict)
    },
  }
}

function requestOf({ person, badge, pin }: Given, station: string | null): FloorLogin {
  const who = badge === null ? { name: person!.name } : { badge }
  return { ...who, secret: pin, ...(station === null ? {} : { station }) }
}
