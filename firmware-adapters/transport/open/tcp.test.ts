import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { gather } from '../../testing/gather.ts'
import { openTcp } from './tcp.ts'

async function listen(serve: (socket: Socket) => void) {
  const server = createServer(serve)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { server, address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port } }
}

test('bytes go both ways, and the end of the connection ends the reading', async () => {
  const { address } = await listen(socket => socket.on('data', chunk => socket.end(chunk)))
  const tcp = await openTcp(address)
  await tcp.write(Buffer.from('SI\r\n'))
  const chunks = await gather(tcp.read())
  expect(Buffer.concat(chunks).toString()).toBe('SI\r\n')
  expect(await tcp.closed).toMatchObject({ code: 'comm_lost' })
  await tcp.close()
})

test('a connection that is reset is lost at once', async () => {
  const { address } = await listen(socket => socket.once('data', () => socket.resetAndDestroy()))
  const tcp = await openTcp(address)
  await tcp.write(Buffer.from('SI\r\n'))
  expect(await tcp.closed).toMatchObject({ code: 'comm_lost' })
  await tcp.close()
})

test('nobody listening is a lost connection, not a crash', async () => {
  const { server, address } = await listen(() => undefined)
  await new Promise(resolve => server.close(resolve))
  expect(await openTcp(address).then(() => 'none', codeOf)).toBe('comm_lost')
})
