import type { LoginRequest, Person, Session } from '../identity.ts'
import { type Answer, type Trouble, troubleOf } from './trouble.ts'

/** What an access needs: three calls of a generated client, and who wants to know. */
export interface AccessParts {
  login: (request: LoginRequest) => Promise<Session>
  /** By the httpOnly cookie that a login left. */
  refresh: () => Promise<Session>
  logout: () => Promise<unknown>
  /** Called when somebody signs in, and with null when nobody is signed in any more. */
  person: (person: Person | null) => void
}

export interface Access {
  /** The access token of the moment. */
  token: () => string | null
  login: (request: LoginRequest) => Promise<Answer<Person>>
  /** Signs in again by the refresh cookie of an earlier visit, if there is one. */
  resume: () => Promise<Answer<Person>>
  logout: () => Promise<void>
  /** A call as an answer; an expired token is refreshed once, behind the back of the caller. Never throws. */
  ask: <T>(call: () => Promise<T>) => Promise<Answer<T>>
}

/** Keeps the access token in memory only: a reload signs in again by the cookie, a copied page has nothing. */
export function createAccess(parts: AccessParts): Access {
  let token: string | null = null
  let refreshing: Promise<Answer<Person>> | null = null

  const enter = async (call: () => Promise<Session>): Promise<Answer<Person>> => {
    const answer = await attempt(call)
    if (!answer.ok) return answer
    const { access_token, person } = answer.value
    token = access_token
    parts.person(person)
    return { ok: true, value: person }
  }
  const leave = () => {
    token = null
    parts.person(null)
  }
  const refresh = async (): Promise<Answer<Person>> => {
    const answer = await enter(parts.refresh)
    // A server that is away has not signed anybody out: only its own refusal does.
    if (!answer.ok && !answer.trouble.passing) leave()
    return answer
  }
  // A refresh token is good for one use, so requests that meet an expired token share one refresh.
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }
  return {
    token: () => token,
    login: request => enter(() => parts.login(request)),
    resume: refreshOnce,
    logout: async () => {
      await attempt(parts.logout)
      leave()
    },
    ask: async call => {
      const answer = await attempt(call)
      if (answer.ok || !isStale(answer.trouble)) return answer
      const again = await refreshOnce()
      return again.ok ? attempt(call) : answer
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
