import type { LoginRequest, Person, Session } from '../identity.ts'
import { type Answer, answerOf, UNREACHABLE } from './trouble.ts'

/** What an access needs: the browser's fetch, and the addresses of the server it signs in to. */
export interface AccessParts {
  fetch: (path: string, init: RequestInit) => Promise<Response>
  paths: { login: string; refresh: string; logout: string }
  /** Called when somebody signs in, and with null when nobody is signed in any more. */
  person: (person: Person | null) => void
  /** A request that gives no answer for this long has failed. */
  timeout: (ms: number) => AbortSignal
}

export interface Access {
  login: (request: LoginRequest) => Promise<Answer<Person>>
  /** Signs in again by the httpOnly refresh cookie of an earlier visit, if there is one. */
  resume: () => Promise<Answer<Person>>
  logout: () => Promise<void>
  /** A request with the bearer token; an expired token is refreshed once, behind the back of the caller. */
  send: (path: string, init?: RequestInit) => Promise<Response>
  /** The same, read as JSON; a network without an answer is a trouble too. */
  ask: <T>(path: string, init?: RequestInit) => Promise<Answer<T>>
}

const TIMEOUT_MS = 8_000

/** Keeps the access token in memory only: a reload signs in again by the cookie, a copied page has nothing. */
export function createAccess(parts: AccessParts): Access {
  let token: string | null = null
  let refreshing: Promise<Answer<Person>> | null = null

  async function enter(path: string, body: unknown): Promise<Answer<Person>> {
    const answer = await attempt<Session>(() =>
      parts.fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        credentials: 'same-origin',
        signal: parts.timeout(TIMEOUT_MS),
      }),
    )
    if (!answer.ok) return answer
    token = answer.value.access_token
    parts.person(answer.value.person)
    return { ok: true, value: answer.value.person }
  }

  async function refresh(): Promise<Answer<Person>> {
    const answer = await enter(parts.paths.refresh, {})
    // A server that is away has not signed anybody out: only its own refusal does.
    if (!answer.ok && !answer.trouble.passing) leave()
    return answer
  }
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function leave() {
    token = null
    parts.person(null)
  }

  const withToken = (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    return parts.fetch(path, { ...init, headers, credentials: 'same-origin' })
  }

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await withToken(path, init)
    if (response.status !== 401) return response
    const again = await refreshOnce()
    return again.ok ? withToken(path, init) : response
  }

  return {
    login: request => enter(parts.paths.login, request),
    resume: refreshOnce,
    logout: async () => {
      await attempt(() => withToken(parts.paths.logout, { method: 'POST', signal: parts.timeout(TIMEOUT_MS) }))
      leave()
    },
    send,
    ask: (path, init = {}) => attempt(() => send(path, { signal: parts.timeout(TIMEOUT_MS), ...init })),
  }
}

async function attempt<T>(request: () => Promise<Response>): Promise<Answer<T>> {
  try {
    return await answerOf<T>(await request())
  } catch {
    // fetch rejects for one reason only that a person can act on: nobody answered in time.
    return { ok: false, trouble: UNREACHABLE }
  }
}
