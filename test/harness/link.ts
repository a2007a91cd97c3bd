import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * How the wire behaves: `open` carries; `silent` carries nothing and says nothing (half-open: what is on its way stays
 * on its way); `refused` resets whoever comes.
 */
export type LinkMode = 'open' | 'silent' | 'refused'

/** A wire between two processes that a test can cut, a TCP proxy on the loopback interface. */
export interface Link {
  port: number
  url: string
  mode(mode: LinkMode): void
  /** One-way delay in ms; the order of bytes is kept. */
  delay(ms: number): void
  /** Resets every connection in the middle of whatever it carries. */
  cut(): void
  /** Connections that were taken since the start. */
  taken(): number
  stop(): Promise<void>
}

interface Wire {
  mode: LinkMode
  delay_ms: number
  /** Called at each change of mode. */
  waiting: Set<() => void>
}

/** Starts a link to a port of this machine that may come and go. */
export async function startLink(target: number): Promise<Link> {
  const wire: Wire = { mode: 'open', delay_ms: 0, waiting: new Set() }
  const sockets = new Set<Socket>()
  let taken = 0
  const server: Server = createServer({ allowHalfOpen: true }, near => {
    taken += 1
    if (wire.mode === 'refused') {
      reset(near)
      return
    }
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      socket.setNoDelay(true)
    }
    void carry(wire, near, far)
    void carry(wire, far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const cut = () => {
    for (const socket of sockets) reset(socket)
  }
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    mode(mode) {
      wire.mode = mode
      if (mode === 'refused') cut()
      for (const wake of [...wire.waiting]) wake()
    },
    delay(ms) {
      wire.delay_ms = ms
    },
    cut,
    taken: () => taken,
    async stop() {
      server.close()
      wire.mode = 'refused'
      cut()
      for (const wake of [...wire.waiting]) wake()
      await once(server, 'close')
    },
  }
}

/** Carries one direction, chunk after chunk: one loop, so that a delay can never reorder the stream. */
async function carry(wire: Wire, from: Socket, to: Socket): Promise<void> {
  try {
    for await (const chunk of from) {
      if (wire.delay_ms > 0) await new Promise(resolve => setTimeout(resolve, wire.delay_ms))
      while (wire.mode === 'silent') await change(wire)
      if (!to.write(chunk)) await once(to, 'drain')
    }
    // Only behind the last byte: an early end would cut off what is still in the buffer.
    to.end()
  } catch {
    // A reset on one side is a reset on the other, never a tidy end.
    reset(to)
  }
}

/** A reset; one that is not made yet, or is closing already, has nothing to reset and is only given up. */
function reset(socket: Socket): void {
  socket.on('error', () => {})
  if (socket.connecting || socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}

function change(wire: Wire): Promise<void> {
  return new Promise(resolve => {
    const wake = () => {
      wire.waiting.delete(wake)
      resolve()
    }
    wire.waiting.add(wake)
  })
}
