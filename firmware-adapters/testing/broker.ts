import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { Aedes, type AedesOptions } from 'aedes'
import { onTestFinished } from 'vitest'

export interface TestBroker {
  url: string
  port: number
  aedes: Aedes
  /** Cuts every connection. */
  cut(): void
  stop(): Promise<void>
}

/** A real broker on a port of its own (or on this one), stopped when the test ends. */
export async function startBroker(options: AedesOptions = {}, at = 0): Promise<TestBroker> {
  const aedes = await Aedes.createBroker(options)
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    aedes.handle(socket)
  })
  await new Promise<void>(resolve => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      cut()
      await new Promise<void>(resolve => server.close(() => resolve()))
      await new Promise<void>(resolve => aedes.close(() => resolve()))
    })()
    return stopping
  }
  onTestFinished(stop)
  return { url: `mqtt://127.0.0.1:${port}`, port, aedes, cut, stop }
}
