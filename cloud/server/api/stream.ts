import type { ServerResponse } from 'node:http'
import type { HqLiveMessage } from '@flowviz/contract/hq'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import type { LiveHub } from '../parts.ts'
import type { App } from './type.ts'

export interface StreamParts {
  live: LiveHub
  version: string
  now: () => number
}

const BEAT_MS = 5_000
// A screen that does not read is cut off; it comes back, gets `hello` and asks anew.
const UNREAD_BYTES_MAX = 1_048_576

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/**
 * Server-sent events: `hello`, then what is new at any site; a comment every 5 s shows that the line is alive. A stream
 * ends when its access token does (the screen refreshes and comes back) and when the server stops.
 */
export function streamRoutes(app: App, parts: StreamParts): void {
  const open = new Set<ServerResponse>()
  app.addHook('preClose', async () => {
    for (const raw of open) raw.end()
  })
  app.get(
    '/v1/stream',
    {
      schema: {
        operationId: 'openStream',
        tags: ['live'],
        description: 'Server-sent events; each `data` line is one HqLiveMessage.',
        response: { 200: { content: { 'text/event-stream': { schema: Type.String() } } } },
      },
    },
    (request, reply) => {
      const { raw } = reply.hijack()
      raw.writeHead(200, { ...reply.getHeaders(), ...HEADERS } as Record<string, string>)
      open.add(raw)
      raw.once('close', () => open.delete(raw))
      run(raw, parts, request.signedInUntil_ms - parts.now())
    },
  )
}

function run(raw: ServerResponse, { live, version, now }: StreamParts, life_ms: number): void {
  const write = (text: string) => {
    // One that has not read its end yet is there still; what is written behind it would end the process.
    if (raw.writableEnded || raw.destroyed) return
    if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy()
    else raw.write(text)
  }
  const send = (message: HqLiveMessage) => write(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`)
  send({ type: 'hello', server_time: timestampOf(now()), version })
  const leave = live.subscribe(send)
  const beat = setInterval(() => write(': still here\n\n'), BEAT_MS)
  const life = setTimeout(() => raw.end(), Math.max(0, life_ms))
  raw.once('close', () => {
    leave()
    clearInterval(beat)
    clearTimeout(life)
  })
}
