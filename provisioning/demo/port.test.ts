import { createServer, type Server } from 'node:net'
import { codeOf, type FlowError } from '@flowviz/contract/error'
import { afterEach, expect, test } from 'vitest'
import { freePorts, portFree, requireFreePorts } from './port.ts'

let server: Server | null = null
afterEach(() => new Promise<void>(resolve => (server === null ? resolve() : server.close(() => resolve()))))

test('a taken port is named, with what wanted it and what to do', async () => {
  const [port, other] = await freePorts(2)
  server = createServer()
  await new Promise<void>(resolve => server!.listen(port, '127.0.0.1', resolve))
  const uses = [
    { port: port!, what: 'headquarters' },
    { port: other!, what: 'Postgres' },
  ]
  const refused = await requireFreePorts(uses, 'Choose others.').catch((error: unknown) => error)
  expect(codeOf(refused)).toBe('port_taken')
  expect((refused as FlowError).message).toContain(`${port} (headquarters)`)
  expect((refused as FlowError).message).not.toContain(String(other))
  expect((refused as FlowError).hint).toBe('Choose others.')
})

test('free ports are all different and free', async () => {
  const ports = await freePorts(4)
  expect(new Set(ports).size).toBe(4)
  for (const port of ports) expect(await portFree(port)).toBe(true)
})
