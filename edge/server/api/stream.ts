import type { ServerResponse } from 'node:http'
import type { LiveMessage } from '@flowviz/contract/live'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import type { Doors } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'

const BEAT_MS = 5_000
/** A screen that reads this slowly is cut; it comes back and begins with `hello`. */
const UNREAD_BYTES_MAX = 262_144

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/**
 * The one stream of a screen: `hello`, then LiveMessages as server-sent events, a comment every 5 s. It ends when the
 * access token does (the screen refreshes and comes back) and when the server stops.
 */
export function stream(app: Doors, parts: AppParts): void {
  app.get(
    '/api/v1/stream',
    {
      schema: {
        operationId: 'openStream',
        tags: ['live'],
        description: 'Server-sent events; each `data` line is one LiveMessage.',
        response: { 200: { content: { 'text/event-stream': { schema: Type.String() } } } },
      },
    },
    (request, reply) => {
      const { expires_at } = signedInOf(request)
      reply.hijack()
      // HTTP/2 keeps its connections by itself, and forbids this header (RFC 9113, 8.2.2).
      const kept = request.raw.httpVersionMajor < 2 ? { connection: 'keep-alive' } : {}
      reply.raw.writeHead(200, { ...reply.getHeaders(), ...HEADERS, ...kept } as Record<string, string>)
      run(reply.raw, parts, expires_at - parts.now())
    },
  )
}

function run(raw: ServerResponse, parts: AppParts, life_ms: number): void {
  const { hub, site, version, now, stopping } = parts
  let closed = false
  const write = (text: string) => {
    // One that has not read its end yet is there still; what is written behind it would end the process.
    if (raw.writableEnded || closed) return
    raw.write(text)
    if (raw.writableLength <= UNREAD_BYTES_MAX) return
    closed = true
    raw.destroy()
  }
  const send = (message: LiveMessage) => write(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`)
  const end = () => void (closed || raw.end())
  write('retry: 2000\n\n')
  send({ type: 'hello', site, server_time: timestampOf(now()), version })
  const leave = hub.subscribe(send)
  const beat = setInterval(() => write(': still here\n\n'), BEAT_MS)
  const life = setTimeout(end, Math.max(0, life_ms))
  stopping.addEventListener('abort', end, { once: true })
  raw.once('close', () => {
    closed = true
    leave()
    clearInterval(beat)
    clearTimeout(life)
    stopping.removeEventListener('abort', end)
  })
}
