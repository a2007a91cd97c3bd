import { EventEmitter, on } from 'node:events'
import type { LiveMessage } from '@flowviz/contract/live'
import { eventStreamParser } from '@flowviz/contract/screen/event-stream'

type Of<T extends LiveMessage['type']> = Extract<LiveMessage, { type: T }>

/** The stream of a floor screen, heard by a test. */
export interface Live {
  /** The first message of a type, past or future, that fits. @throws when none comes in time. */
  find<T extends LiveMessage['type']>(type: T, fits: (message: Of<T>) => boolean, within_ms?: number): Promise<Of<T>>
  stop(): void
}

/** Opens `GET /api/v1/stream` as a screen does. */
export async function openLive(url: string, token: string): Promise<Live> {
  const stop = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(new URL('/api/v1/stream', url), { headers, signal: stop.signal })
  if (!answer.ok || answer.body === null) throw new Error(`the stream answered ${answer.status}`)
  const seen: LiveMessage[] = []
  const news = new EventEmitter()
  const parse = eventStreamParser(({ data }) => {
    seen.push(JSON.parse(data) as LiveMessage)
    news.emit('message')
  })
  const read = async (body: ReadableStream<Uint8Array>) => {
    const text = new TextDecoder()
    for await (const chunk of body) parse(text.decode(chunk, { stream: true }))
  }
  read(answer.body).catch(() => undefined)
  return {
    async find(type, fits, within_ms = 20_000) {
      const found = () => seen.find(message => message.type === type && fits(message as never)) as never
      if (found() !== undefined) return found()
      const late = AbortSignal.timeout(within_ms)
      for await (const _ of on(news, 'message', { signal: late })) if (found() !== undefined) return found()
      throw new Error(`no ${type} that fits`)
    },
    stop: () => stop.abort(),
  }
}
