import { eventStreamParser } from './event-stream.ts'

export type FeedStatus = 'connecting' | 'live' | 'lost'

/** What a feed needs of the world; every part is handed in. */
export interface FeedParts {
  /** Opens the stream with the right to see it; rejects when it cannot. */
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  message: (data: string) => void
  status: (status: FeedStatus) => void
  /** Calls back once after that many milliseconds; gives the way to take it back. */
  after: (ms: number, call: () => void) => () => void
  /** From 0 to 1. */
  random: () => number
}

const BACKOFF_FIRST_MS = 500
const BACKOFF_MAX_MS = 15_000
/** The server writes at least a comment every 5 s; a Wi-Fi that lost its way ends no connection by itself. */
const SILENCE_MAX_MS = 12_000

/** The wait before the n-th try in a row that failed: 0.5 s doubling to 15 s, half of it random. */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** Math.min(failures, 10))
  return Math.round(full / 2 + (full / 2) * random)
}

/**
 * Follows one live stream for as long as the signal lets it, whatever happens to the connection. EventSource is not
 * used: it cannot send a bearer token, and one 503 ends it for good.
 */
export async function followFeed(parts: FeedParts, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    parts.status('connecting')
    const { heard, ended } = await followOnce(parts, signal)
    if (signal.aborted) return
    // A server ends a stream with the token that opened it; that is no loss yet, and no reason to alarm anybody.
    if (!ended) parts.status('lost')
    failures = heard ? 0 : failures + 1
    await pause(parts, backoffMs(failures, parts.random()), signal)
  }
}

/** One connection: was anything heard on it, and was it the server that ended it in good order? */
async function followOnce(parts: FeedParts, outer: AbortSignal): Promise<{ heard: boolean; ended: boolean }> {
  const inner = new AbortController()
  const end = () => inner.abort()
  outer.addEventListener('abort', end)
  let quiet = parts.after(SILENCE_MAX_MS, end)
  let heard = false
  try {
    const reader = (await parts.open(inner.signal)).getReader()
    inner.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
    const decoder = new TextDecoder()
    const push = eventStreamParser(event => parts.message(event.data))
    for (;;) {
      const { done, value } = await reader.read()
      if (done || inner.signal.aborted) return { heard, ended: heard && !inner.signal.aborted }
      if (!heard) parts.status('live')
      heard = true
      quiet()
      quiet = parts.after(SILENCE_MAX_MS, end)
      push(decoder.decode(value, { stream: true }))
    }
  } catch {
    // A refused, cut or garbled stream is followed again after the back-off; the status tells the person.
    return { heard, ended: false }
  } finally {
    quiet()
    inner.abort()
    outer.removeEventListener('abort', end)
  }
}

function pause(parts: FeedParts, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    // A feed goes on for weeks: nothing of a wait may stay at its signal.
    const end = () => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = parts.after(ms, end)
    signal.addEventListener('abort', end)
  })
}
