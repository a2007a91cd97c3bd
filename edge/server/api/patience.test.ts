import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { patience } from './patience.ts'

test('a body that trickles in is ended with a problem, and its connection with it', async () => {
  const app = Fastify(patience(600))
  onTestFinished(() => app.close())
  app.post('/', async () => 'never')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  const trickle = setInterval(() => socket.write(' '), 50)
  onTestFinished(() => clearInterval(trickle))
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timed_out"/s)
})
