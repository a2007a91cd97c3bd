/** What a request to the appliance came to. */
export type Heard =
  /** The appliance answered. */
  | { kind: 'answer'; status: number; body: unknown; rtt_ms: number }
  /** Somebody else did: a captive portal, a proxy, another site. */
  | { kind: 'foreign' }
  | { kind: 'silent' }

export interface AskParts {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  monotonic: () => number
  after: (ms: number, call: () => void) => () => void
}

export interface Asked {
  method: 'GET' | 'POST'
  url: string
  body?: unknown
  token?: string | null
  deadline_ms: number
}

/** The header that every answer of an appliance carries. */
export const OURS = 'x-flowviz'

/** Asks the appliance once, and looks whether it is the appliance that answers. Never throws. */
export async function ask(parts: AskParts, { method, url, body, token, deadline_ms }: Asked): Promise<Heard> {
  const began = parts.monotonic()
  const late = new AbortController()
  const cancel = parts.after(deadline_ms, () => late.abort())
  try {
    const headers = new Headers({ accept: 'application/json' })
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (token != null) headers.set('authorization', `Bearer ${token}`)
    const response = await parts.fetch(url, {
      method,
      headers,
      signal: late.signal,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')
    // A proxy, or an appliance that just ends, says that nobody answers: that is no other network.
    if (!response.headers.has(OURS) || !isJson) return { kind: response.status >= 500 ? 'silent' : 'foreign' }
    return { kind: 'answer', status: response.status, body: JSON.parse(text), rtt_ms: parts.monotonic() - began }
  } catch {
    return { kind: 'silent' }
  } finally {
    cancel()
  }
}
