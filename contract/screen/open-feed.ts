import type { Access } from './access.ts'

export interface OpenFeed {
  access: Pick<Access, 'token' | 'resume'>
  url: string
  signal: AbortSignal
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** Opens a live stream with the bearer token, with a fresh one when it is refused; rejects when that fails too. */
export async function openFeed(feed: OpenFeed): Promise<ReadableStream<Uint8Array>> {
  const first = await ask(feed)
  const response = first.status === 401 && (await feed.access.resume()).ok ? await ask(feed) : first
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  if (!response.ok || response.body === null || !isStream) throw new Error(`no stream: ${response.status}`)
  return response.body
}

function ask({ access, url, signal, fetch }: OpenFeed): Promise<Response> {
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${access.token() ?? ''}` }
  return fetch(url, { signal, headers, credentials: 'same-origin', cache: 'no-store' })
}
