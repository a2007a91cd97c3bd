import type { LoginRequest, Person, Session } from '../identity.ts'
import { type Answer, type Trouble, troubleOf } from './trouble.ts'

/** What an access needs: three calls of a generated client, and who wants to know. */
export interface AccessParts<R = LoginRequest> {
  login: (request: R, signal?: AbortSignal) => Promise<Session>
  /** By the httpOnly cookie that a login left. */
  refresh: () => Promise<Session>
  logout: () => Promise<unknown>
  /** Called when somebody signs in or has a new session, and with null when nobody is signed in any more. */
  person: (person: Person | null, session?: Session) => void
}

/** `R` is what somebody signs in with: a name here, a badge too on the floor. */
export interface Access<R = LoginRequest> {
  /** The access token of the moment. */
  token: () => string | null
  /** The signal gives a login up whose person has gone; what the server still answers leaves no cookie then. */
  login: (request: R, signal?: AbortSignal) => Promise<Answer<Person>>
  /** Signs in again by the refresh cookie of an earlier visit, if there is one. */
  resume: () => Promise<Answer<Person>>
  /**
   * A call that gives the session as it is from then on, as a change of the own secret does. A person who has gone
   * meanwhile stays gone. Never throws.
   */
  renew: (call: () => Promise<Session>) => Promise<Answer<Person>>
  logout: () => Promise<void>
  /** A call as an answer; an expired token is refreshed once, behind the back of the caller. Never throws. */
  ask: <T>(call: () => Promise<T>) => Promise<Answer<T>>
}

/** Keeps the access token in memory only: a reload signs in again by the cookie, a copied page has nothing. */
export function createAccess<R = LoginRequest>(parts: AccessParts<R>): Access<R> {
  let token: string | null = null
  let holder: string | null = null
  let refreshing: Promise<Answer<Person>> | null = null
  /** How often somebody came or went. */
  let turns = 0

  const take = (session: Session): Answer<Person> => {
    const { access_token, person } = session
    turns += 1
    token = access_token
    holder = person.id
    parts.person(person, session)
    return { ok: true, value: person }
  }
  const leave = () => {
    turns += 1
    token = null
    holder = null
    parts.person(null)
  }
  const refresh = async (): Promise<Answer<Person>> => {
    const before = turns
    const answer = await attempt(parts.refresh)
    // The cookie was of whoever was here then: it is no word about those who have come or gone since.
    if (turns !== before) return answer.ok ? { ok: true, value: answer.value.person } : answer
    if (answer.ok) return take(answer.value)
    // A server that is away has not signed anybody out: only its own refusal does.
    if (!answer.trouble.passing) leave()
    return answer
  }
  // A refresh token is good for one use, so requests that meet an expired token share one refresh.
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }
  const ask = async <T>(call: () => Promise<T>): Promise<Answer<T>> => {
    const answer = await attempt(call)
    if (answer.ok || !isStale(answer.trouble)) return answer
    const again = await refreshOnce()
    return again.ok ? attempt(call) : answer
  }
  return {
    token: () => token,
    login: async (request, signal) => {
      const answer = await attempt(() => parts.login(request, signal))
      return answer.ok ? take(answer.value) : answer
    },
    resume: refreshOnce,
    logout: async () => {
      // The call has read the token when it is forgotten: a server that is slow or away keeps nobody signed in here.
      const told = attempt(parts.logout)
      leave()
      await told
    },
    ask,
    renew: async call => {
      const answer = await ask(call)
      if (!answer.ok) return answer
      const { person } = answer.value
      return holder === person.id ? take(answer.value) : { ok: true, value: person }
    },
  }
}

function isStale({ code }: Trouble): boolean {
  return code === 'token_expired' || code === 'token_invalid' || code === 'unauthenticated'
}

async function attempt<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) }
  }
}
