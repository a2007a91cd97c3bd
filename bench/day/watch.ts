import { once } from 'node:events'
import { connect } from 'node:net'
import { Line } from './line.ts'
import { readOf, type Session } from './request.ts'
import type { Tally } from './tally.ts'

const EVERY_MS = 1_000
const PAGES = 3
const LOT_EVENT = 'event: lot\n'

interface Place {
  port: number
  session: Session
  tally: Tally
}

/** A dashboard that fetches the newest lots every second, page by page; gives what ends it. */
export async function watchPages({ port, session, tally }: Place): Promise<() => void> {
  const line = await Line.open(port)
  const fetchPage = (left: number, cursor: string | null) => {
    const from = performance.now()
    const path = `/api/v1/lots?limit=50${cursor === null ? '' : `&cursor=${cursor}`}`
    line.send(readOf(path, session), (status, body) => {
      if (status !== 200) {
        if (!ended) tally.refused('page', status, body)
        return
      }
      tally.heard('page', performance.now() - from)
      const next = /"next":"(\d+)"/.exec(body.toString('latin1', body.length - 60))?.[1]
      if (left > 1 && next !== undefined) fetchPage(left - 1, next)
    })
  }
  let ended = false
  fetchPage(PAGES, null)
  const timer = setInterval(() => fetchPage(PAGES, null), EVERY_MS)
  return () => {
    ended = true
    clearInterval(timer)
    line.close()
  }
}

/** A live screen that counts the lots it is told of; gives what ends it. */
export async function watchScreen({ port, session, tally }: Place): Promise<() => void> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await once(socket, 'connect')
  socket.write(readOf('/api/v1/stream', session), 'latin1')
  let rest = ''
  socket.on('error', () => undefined)
  socket.on('data', chunk => {
    const text = rest + chunk.toString('latin1')
    let at = text.indexOf(LOT_EVENT)
    let seen = 0
    while (at >= 0) {
      tally.screen_lots++
      seen = at + LOT_EVENT.length
      at = text.indexOf(LOT_EVENT, seen)
    }
    // What stands between two chunks is still heard, and never twice.
    rest = text.slice(Math.max(seen, text.length - LOT_EVENT.length + 1))
  })
  return () => socket.destroy()
}
