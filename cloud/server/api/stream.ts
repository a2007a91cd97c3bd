import type { HqLiveMessage } from '@flowviz/contract/hq'
import { timestampOf } from '@flowviz/contract/time'
import type { LiveHub } from '../parts.ts'
import type { App } from './type.ts'

export interface StreamParts {
  live: LiveHub
  version: string
  now: () => number
}

const COMMENT_MS = 5_000
// A screen that does not read is cut off; it comes back, gets `hello` and asks anew.
const UNREAD_BYTES_MAX = 1_048_576

/** Server-sent events: `hello`, then what is new at any site; a comment every 5 s shows that the line is alive. */
export function streamRoutes(app: App, { live, version, now }: StreamParts): void {
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })
  app.get('/v1/stream', { schema: { hide: true } }, (request, reply) => {
    reply.hijack()
    const { raw } = reply
    const write = (text: string) => {
      if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy()
      else raw.write(text)
    }
    const send = (message: HqLiveMessage) => write(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`)
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    send({ type: 'hello', server_time: timestampOf(now()), version })
    const leave = live.subscribe(send)
    const beat = setInterval(() => write(':\n\n'), COMMENT_MS)
    const end = () => raw.end()
    open.add(end)
    request.raw.socket.once('close', () => {
      clearInterval(beat)
      leave()
      open.delete(end)
    })
  })
}
