import { createServer } from 'node:net'
import { FlowError } from '@flowviz/contract/error'

/** A port and the setting that moves it, for the message when it is taken. */
export interface PortUse {
  port: number
  what: string
}

/** Binds and lets go: the port number (a free one for 0), or null when another program has it. */
function tryPort(port: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    )
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}

/** True when nothing listens on this port of the loopback interface. */
export async function portFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== null
}

/**
 * Checks every port before anything starts.
 * @throws FlowError port_taken naming each taken port and what wanted it.
 */
export async function requireFreePorts(uses: PortUse[], nextStep: string): Promise<void> {
  const taken: PortUse[] = []
  for (const use of uses) if (!(await portFree(use.port))) taken.push(use)
  if (taken.length === 0) return
  const list = taken.map(({ port, what }) => `${port} (${what})`).join(', ')
  throw new FlowError('port_taken', `In use by another program: ${list}.`, { hint: nextStep })
}

/** Numbers of ports that were free a moment ago; for tests, which restart a process on the port it had. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = await tryPort(0)
    if (port !== null) ports.add(port)
  }
  return [...ports]
}
