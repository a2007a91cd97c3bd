/** A refusal of a server, or the failure to reach it, as something a screen can act on. */
export class ApiError extends Error {
  /** Stable code of docs/errors.md; `unreachable` when no answer of that server came. */
  readonly code: string
  readonly hint: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  /** The whole problem body: `errors`, `required_roles` and the like. */
  readonly problem: Record<string, unknown>

  constructor(problem: { code: string; detail: string; hint: string; status: number }, cause?: unknown) {
    super(problem.detail, cause === undefined ? undefined : { cause })
    this.name = 'ApiError'
    this.code = problem.code
    this.hint = problem.hint
    this.status = problem.status
    this.problem = problem
  }
}

export interface ClientSettings {
  /** Origin of the server, without a slash at its end; empty in a screen that the server itself serves. */
  base_url: string
  /** The access token of the moment, if anybody is signed in. */
  token: () => string | null
  timeout_ms: number
}

/** A server in the words of the person who waits for it. */
export interface Peer {
  /** As a sentence begins with it: `The appliance`. */
  name: string
  /** What to do while it does not answer. */
  hint: string
  /** Content types that it answers as text beside JSON. */
  text: RegExp
  /** A header of every answer that is its own; left out: any answer is taken for one. */
  mark?: string
}

export interface ApiClient {
  /** Says where the server is and who asks; what is left out stays. */
  configureClient: (given: Partial<ClientSettings>) => void
  /** Sends one request of the generated client. Throws ApiError only. */
  appFetch: <T>(path: string, init: RequestInit) => Promise<T>
}

/** The transport below a generated client: token, deadline, and a refusal of whatever is not that server's answer. */
export function apiClient(peer: Peer): ApiClient {
  const settings: ClientSettings = { base_url: '', token: () => null, timeout_ms: 8_000 }
  const unreachable = (detail: string, cause?: unknown) =>
    new ApiError({ code: 'unreachable', detail, hint: peer.hint, status: 0 }, cause)

  async function ask(path: string, init: RequestInit): Promise<{ response: Response; text: string }> {
    const headers = new Headers(init.headers)
    const token = settings.token()
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    const deadline = AbortSignal.timeout(settings.timeout_ms)
    const signal = init.signal == null ? deadline : AbortSignal.any([init.signal, deadline])
    try {
      const request = { ...init, headers, signal, credentials: 'same-origin' as const }
      const response = await fetch(`${settings.base_url}${path}`, request)
      return { response, text: await response.text() }
    } catch (cause) {
      throw unreachable(`${peer.name} did not answer.`, cause)
    }
  }

  return {
    configureClient: given => void Object.assign(settings, given),
    async appFetch<T>(path: string, init: RequestInit): Promise<T> {
      const { response, text } = await ask(path, init)
      if (peer.mark !== undefined && !response.headers.has(peer.mark))
        throw unreachable(`Something else answered than ${peer.name.toLowerCase()}.`)
      const type = response.headers.get('content-type') ?? ''
      // A captive portal answers everything with HTML and 200.
      if (text !== '' && !/^application\/(problem\+)?json\b/.test(type)) {
        if (response.ok && peer.text.test(type)) return text as T
        throw unreachable(`${peer.name} did not give this answer (${type || 'no content type'}).`)
      }
      const body = text === '' ? undefined : parsed(text)
      if (body === BROKEN) throw unreachable(`The answer of ${peer.name.toLowerCase()} broke off.`)
      if (!response.ok) throw new ApiError(body as ConstructorParameters<typeof ApiError>[0])
      return body as T
    },
  }
}

const BROKEN = Symbol('broken')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return BROKEN
  }
}
