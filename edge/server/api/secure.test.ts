import { once } from 'node:events'
import { constants } from 'node:http2'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls } from 'node:tls'
import type { Session } from '@flowviz/contract/identity'
import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { liveHub } from '../live/hub.ts'
import { testAuthority } from '../testing/certificate.ts'
import { PIN, startPlant } from '../testing/plant.ts'
import {
  type Answer,
  answerOf,
  ask,
  askOld,
  NAME,
  type SecurePlant,
  session,
  startSecurePlant,
  trusting,
} from '../testing/secure.ts'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'
import { secure, secured } from './secure.ts'
import { stream } from './stream.ts'
import type { SignedIn } from './token.ts'

const json = <T>({ text }: Answer) => JSON.parse(text) as T

async function tokenOf(opened: ReturnType<typeof session>, name: string): Promise<string> {
  const answer = await ask(opened, '/api/v1/login', { body: { name, secret: PIN } })
  return json<Session>(answer).access_token
}

/** A server with nothing but the secure listener. */
function bareApp() {
  const authority = testAuthority({ permitted: ['internal'] })
  const app = Fastify(secure(authority.issue({ names: [NAME] }), 600))
  secured(app, 600)
  onTestFinished(() => app.close())
  const listen = async () => {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as { port: number }
    return { authority, http_port: port } as SecurePlant
  }
  return { app, listen }
}

test('a floor with a certificate is served by HTTP/2 and by HTTP/1.1, to who trusts the authority of the site', async () => {
  const plant = await startSecurePlant()
  const opened = session(plant)
  const page = await ask(opened, '/')
  expect([page.status, page.text]).toEqual([200, '<!doctype html><title>floor</title>'])
  expect(opened.alpnProtocol).toBe('h2')
  expect((await askOld(plant, '/')).text).toBe(page.text)
  await expect(askOld(plant, '/', { ca: testAuthority({ permitted: ['internal'] }).cert })).rejects.toMatchObject({
    code: 'CERT_SIGNATURE_FAILURE',
  })
})

test('who signed in at the secure address gets a cookie that never travels in the clear, and works with it', async () => {
  const plant = await startSecurePlant()
  const opened = session(plant)
  const signed = await ask(opened, '/api/v1/login', { body: { name: 'operator', secret: PIN } })
  const [cookie] = signed.headers['set-cookie'] as string[]
  expect(cookie).toMatch(/flowviz_refresh=.+; HttpOnly; Secure; SameSite=Strict/)
  const again = await ask(opened, '/api/v1/refresh', { body: {}, headers: { cookie: cookie!.split(';')[0]! } })
  expect(again.status).toBe(200)
  const authorization = `Bearer ${json<Session>(again).access_token}`
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  const made = await ask(opened, '/api/v1/lots', { body, headers: { authorization } })
  expect(made.status).toBe(201)
  const old = await askOld(plant, '/api/v1/lots', { headers: { authorization } })
  expect(json<{ lots: unknown[] }>(old).lots).toEqual([json(made)])
})

test('a browser is told to come by the secure address alone; without a certificate it is told nothing of that', async () => {
  const plant = await startSecurePlant()
  for (const path of ['/', '/api/v1/ping', '/api/v1/nothing'])
    expect((await ask(session(plant), path)).headers['strict-transport-security']).toBe('max-age=2592000')
  expect((await (await startPlant()).ask(null, '/')).headers.has('strict-transport-security')).toBe(false)
})

test('a refused body is answered by HTTP/2 as by HTTP/1.1', async () => {
  const plant = await startSecurePlant()
  const warned: Error[] = []
  const hear = (warning: Error) => void warned.push(warning)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  const opened = session(plant)
  const malformed = opened.request({ ':path': '/api/v1/login', ':method': 'POST', 'content-type': 'application/json' })
  malformed.end('{')
  expect(json(await answerOf(malformed))).toMatchObject({ code: 'body_malformed' })
  const large = await ask(opened, '/api/v1/login', { body: { name: 'a'.repeat(2_000_000) } })
  expect([large.status, json(large)]).toEqual([413, expect.objectContaining({ code: 'body_too_large' })])
  expect((await ask(opened, '/api/v1/ping')).status).toBe(200)
  expect(warned.map(({ message }) => message)).toEqual([])
})

test('the live stream runs over HTTP/2 beside other requests, and ends when the server stops', async () => {
  const plant = await startSecurePlant()
  const opened = session(plant)
  const authorization = `Bearer ${await tokenOf(opened, 'operator')}`
  const streams = Array.from({ length: 8 }, () => opened.request({ ':path': '/api/v1/stream', authorization }))
  const [headers] = (await once(streams[0]!, 'response')) as [Record<string, string>]
  expect(headers).toMatchObject({ ':status': 200, 'content-type': 'text/event-stream; charset=utf-8' })
  expect(headers.connection).toBeUndefined()
  const told = streams.map(stream => text(stream))
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  expect((await ask(opened, '/api/v1/lots', { body, headers: { authorization } })).status).toBe(201)
  const began = performance.now()
  await plant.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
  for (const all of await Promise.all(told)) expect(all).toMatch(/event: hello\n[\s\S]*event: lot\n/)
})

test('a client that reads nothing, says nothing or never agrees on keys does not hold up the end', async () => {
  const plant = await startSecurePlant()
  const opened = session(plant)
  const authorization = `Bearer ${await tokenOf(opened, 'auditor')}`
  // No window: nothing of the answer can leave.
  opened.settings({ initialWindowSize: 0 })
  const unread = opened.request({ ':path': '/api/docs/swagger-ui-bundle.js', authorization })
  unread.on('error', () => undefined)
  await once(unread, 'response')
  const mute = connectTls({ ...trusting(plant), ALPNProtocols: ['http/1.1'] })
  const raw = connect(plant.http_port, '127.0.0.1')
  for (const socket of [mute, raw]) {
    socket.on('error', () => undefined)
    onTestFinished(() => void socket.destroy())
  }
  await Promise.all([once(mute, 'secureConnect'), once(raw, 'connect')])
  const began = performance.now()
  await plant.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('bytes that are no request get a problem over TLS too', async () => {
  const plant = await startSecurePlant()
  const socket = connectTls({ ...trusting(plant), ALPNProtocols: ['http/1.1'] })
  socket.write('BLAH\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 .*"code":"request_malformed"/s)
})

test('a body that trickles in is ended with a problem, by HTTP/2 and by HTTP/1.1, and the session goes on', async () => {
  const { app, listen } = bareApp()
  app.post('/', async () => 'never')
  app.get('/', async () => 'still here')
  app.setErrorHandler((error, _request, reply) => reply.code(408).send({ code: (error as { code?: string }).code }))
  const plant = await listen()
  const opened = session(plant)
  const slow = opened.request({ ':path': '/', ':method': 'POST', 'content-type': 'application/json' })
  slow.write('{')
  expect(json(await answerOf(slow))).toEqual({ code: 'request_timed_out' })
  expect(slow.rstCode).toBe(constants.NGHTTP2_NO_ERROR)
  expect((await ask(opened, '/')).text).toBe('still here')
  const old = connectTls({ ...trusting(plant), ALPNProtocols: ['http/1.1'] })
  old.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
  expect(await text(old)).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timed_out"/s)
})

test('what a client gave up is given up by the server too', async () => {
  const { app, listen } = bareApp()
  const asked = Promise.withResolvers<AbortSignal>()
  app.get('/', async ({ signal }) => {
    asked.resolve(signal)
    await once(signal, 'abort')
  })
  const given_up = session(await listen()).request({ ':path': '/' })
  const signal = await asked.promise
  expect(signal.aborted).toBe(false)
  given_up.close(constants.NGHTTP2_CANCEL)
  await vi.waitFor(() => expect(signal.aborted).toBe(true))
})

test('a screen that reads nothing of its stream is cut, and its session with the others goes on', async () => {
  const { app, listen } = bareApp()
  const hub = liveHub({ monotonic: () => 0 })
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async request => {
    request.signedIn = { expires_at: 900_000 } as SignedIn
  })
  const parts = { hub, site: 'plant-a', version: '0.1.0', now: () => 0, stopping: new AbortController().signal }
  stream(app as unknown as Doors, parts as unknown as AppParts)
  const opened = session(await listen())
  const unread = opened.request({ ':path': '/api/v1/stream' })
  unread.on('error', () => undefined)
  await once(unread, 'response')
  expect(hub.screens()).toBe(1)
  const version = 'x'.repeat(100_000)
  for (let sent = 0; sent < 20; sent++)
    hub.publish({ type: 'hello', site: 'plant-a', server_time: '2026-11-23T05:00:00.000Z', version })
  await vi.waitFor(() => expect(hub.screens()).toBe(0))
  const again = opened.request({ ':path': '/api/v1/stream' })
  expect(await once(again.setEncoding('utf8'), 'data')).toEqual([expect.stringContaining('retry: 2000')])
})
