import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * What stands between a tablet and its appliance. `open` carries; `silent` takes everything and never answers, not even
 * later; `flaky` takes 2 s and drops a fifth, half of that only behind the appliance, so that what it committed is not
 * told; `portal` answers everything itself, now with a friendly page and now with a 502.
 */
export type FaultMode = 'open' | 'silent' | 'flaky' | 'portal'

/** A proxy before an appliance: its port is the origin of the page, whatever happens behind it. */
export interface FaultProxy {
  url: string
  mode: (mode: FaultMode) => void
  /** Resets every connection, the live stream among them. */
  cut: () => void
  /** How often each blow fell since the start. */
  blows: ReadonlyMap<Blow, number>
  stop: () => Promise<void>
}

export type Blow = 'swallowed' | 'lost on the way' | 'answer lost' | 'portal' | '502' | 'nobody there' | 'cut'

const LATENCY_MS = 2_000
const DROPPED = 0.2
const PORTAL = '<!doctype html><title>Guest Wi-Fi</title><h1>Welcome! Please accept our terms.</h1>'

interface Proxy {
  mode: FaultMode
  target: number
  random: () => number
  strike: (blow: Blow) => void
}

/** Starts a proxy to a port of this machine that may come and go; `random` decides what is dropped. */
export async function startFaults(target: number, random: () => number): Promise<FaultProxy> {
  const blows = new Map<Blow, number>()
  const strike = (blow: Blow) => void blows.set(blow, (blows.get(blow) ?? 0) + 1)
  const proxy: Proxy = { mode: 'open', target, random, strike }
  const sockets = new Set<Socket>()
  const server = createServer((asked, answer) => {
    handle(proxy, asked, answer).catch(() => asked.socket.destroy())
  })
  // A tablet keeps a connection while the fault goes on: the proxy never ends one by itself.
  server.keepAliveTimeout = 0
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const drop = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    mode: mode => {
      proxy.mode = mode
      // What answers in the place of an appliance keeps no stream of it alive.
      if (mode === 'portal') drop()
    },
    cut: () => {
      strike('cut')
      drop()
    },
    blows,
    stop: async () => {
      server.close()
      drop()
      await once(server, 'close')
    },
  }
}

async function handle(proxy: Proxy, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { mode, random, strike } = proxy
  if (mode === 'silent') {
    strike('swallowed')
    asked.resume()
    return
  }
  if (mode === 'portal') {
    const isPage = random() < 0.5
    strike(isPage ? 'portal' : '502')
    asked.resume()
    answer.writeHead(isPage ? 200 : 502, { 'content-type': 'text/html' }).end(isPage ? PORTAL : '<h1>Bad gateway</h1>')
    return
  }
  const fate = mode === 'flaky' ? random() : 1
  if (mode === 'flaky') await pause(LATENCY_MS / 2)
  if (fate < DROPPED / 2) {
    strike('lost on the way')
    asked.socket.resetAndDestroy()
    return
  }
  const said = await ahead(proxy, asked, answer)
  if (said === null) return
  if (mode === 'flaky') await pause(LATENCY_MS / 2)
  if (fate < DROPPED) {
    strike('answer lost')
    said.destroy()
    asked.socket.resetAndDestroy()
    return
  }
  carry(proxy, said, answer)
}

/** Asks the appliance; null when it is not there, which the tablet sees as a reset. */
async function ahead(
  { target, strike }: Proxy,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<IncomingMessage | null> {
  const { method = 'GET', url = '/', headers } = asked
  const going = request({ host: '127.0.0.1', port: target, method, path: url, headers, agent: false })
  answer.once('close', () => going.destroy())
  asked.pipe(going)
  try {
    const [said] = (await once(going, 'response')) as [IncomingMessage]
    going.on('error', () => answer.destroy())
    return said
  } catch {
    strike('nobody there')
    asked.socket.resetAndDestroy()
    return null
  }
}

/** Hands an answer on, piece by piece: a live stream goes on for hours, and stops when everything does. */
function carry(proxy: Proxy, said: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(said.statusCode ?? 502, said.headers)
  answer.flushHeaders()
  said.on('data', (piece: Buffer) => {
    if (proxy.mode !== 'silent') answer.write(piece)
  })
  said.once('end', () => answer.end())
  said.once('error', () => answer.destroy())
  said.once('close', () => {
    if (!said.complete) answer.destroy()
  })
}
