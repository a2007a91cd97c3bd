/** A refusal of headquarters, or the failure to reach it, as something a screen can act on. */
export class ApiError extends Error {
  /** Stable code of docs/errors.md; `unreachable` when no answer of it came. */
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
  /** Origin of headquarters, without a slash at its end; empty in a screen that headquarters itself serves. */
  base_url: string
  /** The access token of the moment, if anybody is signed in. */
  token: () => string | null
  timeout_ms: number
}

const settings: ClientSettings = { base_url: '', token: () => null, timeout_ms: 8_000 }

/** Says where headquarters is and who asks; what is left out stays. */
export function configureClient(given: Partial<ClientSettings>): void {
  Object.assign(settings, given)
}

function unreachable(detail: string, cause?: unknown): ApiError {
  const hint = 'Check the network and the address of headquarters; the plants work on without it.'
  return new ApiError({ code: 'unreachable', detail, hint, status: 0 }, cause)
}

/** Sends one request of the generated client. Throws ApiError only. */
export async function appFetch<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers)
  const token = settings.token()
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  const deadline = AbortSignal.timeout(settings.timeout_ms)
  const signal = init.signal == null ? deadline : AbortSignal.any([init.signal, deadline])
  let response: Response
  let text: string
  try {
    response = await fetch(`${settings.base_url}${path}`, { ...init, headers, signal, credentials: 'same-origin' })
    text = await response.text()
  } catch (cause) {
    throw unreachable('Headquarters did not answer.', cause)
  }
  const type = response.headers.get('content-type') ?? ''
  // A captive portal answers everything with HTML and 200.
  if (text !== '' && !/^application\/(problem\+)?json\b/.test(type)) {
    if (response.ok && /^(?:text\/plain|application\/x-ndjson)\b/.test(type)) return text as T
    throw unreachable(`Something else than headquarters answered (${type || 'no content type'}).`)
  }
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new ApiError(body as ConstructorParameters<typeof ApiError>[0])
  return body as T
}
