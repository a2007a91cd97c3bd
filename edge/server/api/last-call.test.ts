import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { lastCall } from '@flowviz/contract/last-call'
import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const JPEG = new Uint8Array(2_000_000).fill(0xff)
JPEG.set([0xff, 0xd8, 0xff, 0xe0])

async function lot(plant: TestPlant): Promise<string> {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  const answer = await plant.post('OPERATOR', '/api/v1/lots', { body })
  return ((await answer.json()) as { lot_id: string }).lot_id
}

/** Asks for what is made in the background and waits until it is; gives the path of its file. */
async function made(plant: TestPlant, path: string, asked: object): Promise<string> {
  const answer = await plant.post('AUDITOR', path, { body: asked })
  const { request_id, pack_id } = (await answer.json()) as { request_id?: string; pack_id?: string }
  const file = `${path}/${request_id ?? pack_id}/file`
  await vi.waitFor(async () => expect((await plant.ask('AUDITOR', file)).status).toBe(200), 20_000)
  return file
}

/** Everything that is streamed, or is larger than what a system keeps for a client that reads slowly. */
const ANSWERS: ((plant: TestPlant) => Promise<string>)[] = [
  plant =>
    made(plant, '/api/v1/fsma/exports', {
      request: { caller: 'FDA', reason: 'outbreak' },
      filter: { from: '2020-01-01', to: '2099-12-31' },
      format: 'xlsx',
    }),
  async plant => made(plant, '/api/v1/packs', { of: { lot_id: await lot(plant) }, format: 'pdf' }),
  async plant => `/api/v1/traceability/${await lot(plant)}`,
  async plant => `/api/v1/traceability/${await lot(plant)}/graph`,
  async plant => {
    const path = `/api/v1/attachments?subject=lot:${await lot(plant)}&name=a.jpg`
    const init = { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: JPEG }
    return (await plant.ask('OPERATOR', path, init)).headers.get('location')!
  },
  async () => '/api/v1/epcis/document',
  async () => '/api/v1/audit/export?format=csv',
  async () => '/api/docs/swagger-ui-bundle.js',
  async () => '/api/v1/stream',
]

/** A connection that asks for the path again and again and reads none of the answers. */
async function silent(plant: TestPlant, { path, token }: { path: string; token: string }): Promise<void> {
  const socket = connect(plant.http_port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  const ask = `GET ${path} HTTP/1.1\r\nhost: plant\r\nauthorization: Bearer ${token}\r\n\r\n`
  socket.write(ask.repeat(300))
  await once(socket, 'readable')
}

test('a client that does not read its file does not hold up the end, whatever file, page or stream it is', async () => {
  const plant = await startPlant()
  const paths = await Promise.all(ANSWERS.map(answer => answer(plant)))
  const { access_token: token } = await plant.signIn('AUDITOR')
  await Promise.all(paths.map(path => silent(plant, { path, token })))
  const began = performance.now()
  await plant.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
}, 60_000)

test('an answer that is under way when the server stops is given whole, and its connection ends with it', async () => {
  const app = Fastify({ keepAliveTimeout: 72_000 })
  lastCall(app)
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string>()
  app.get('/', (_request, reply) => {
    asked.resolve()
    // The head has left before the server stops, so that it does not say that the connection ends.
    reply.hijack().raw.writeHead(200, { 'content-length': '5' }).flushHeaders()
    void answer.promise.then(words => reply.raw.end(words))
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await asked.promise
  const closed = app.close()
  answer.resolve('whole')
  const began = performance.now()
  expect(await text(socket)).toMatch(/whole$/)
  await closed
  expect(performance.now() - began).toBeLessThan(1_500)
})
