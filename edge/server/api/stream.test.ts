import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { liveHub } from '../live/hub.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'
import { stream } from './stream.ts'
import type { SignedIn } from './token.ts'

/** Reads server-sent events until `enough` says so; gives the raw text. */
async function read(response: Response, enough: (text: string) => boolean): Promise<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!enough(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += value
  }
  await reader.cancel()
  return text
}

const register = (plant: TestPlant) =>
  plant.post('OPERATOR', '/api/v1/lots', { body: { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' } })

test('the stream says hello, then what happens, as server-sent events that nobody keeps', async () => {
  const plant = await startPlant()
  const response = await plant.ask('VIEWER', '/api/v1/stream')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const reading = read(response, text => /event: lot\n.*\n\n/.test(text))
  const lot: unknown = await (await register(plant)).json()
  const text = await reading
  expect(text).toMatch(/^retry: 2000\n\nevent: hello\ndata: \{"type":"hello","site":"plant-a","server_time":"20/)
  const data = /event: lot\ndata: (.*)\n\n/.exec(text)![1]!
  expect(JSON.parse(data)).toEqual({ type: 'lot', lot })
})

test('a stream ends when the server stops, so that stopping does not wait for screens', async () => {
  const plant = await startPlant()
  const response = await plant.ask('VIEWER', '/api/v1/stream')
  const ended = read(response, () => false)
  const began = performance.now()
  await plant.stop()
  expect(await ended).toContain('event: hello')
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('what happens after a stream has ended is not written behind its end', async () => {
  const hub = liveHub({ monotonic: () => 0 })
  const stopping = new AbortController()
  const app = Fastify().decorateRequest('signedIn', null) as unknown as Doors
  app.addHook('onRequest', async request => {
    request.signedIn = { expires_at: 900_000 } as SignedIn
  })
  const parts = { hub, site: 'plant-a', version: '0.1.0', now: () => 0, stopping: stopping.signal }
  stream(app, parts as unknown as AppParts)
  onTestFinished(() => app.close())
  const response = await fetch(`${await app.listen({ host: '127.0.0.1', port: 0 })}/api/v1/stream`)
  const wrong: unknown[] = []
  const hear = (error: unknown) => void wrong.push(error)
  process.on('uncaughtException', hear)
  onTestFinished(() => void process.off('uncaughtException', hear))
  stopping.abort()
  hub.publish({ type: 'hello', site: 'plant-a', server_time: '2026-11-23T05:00:00.000Z', version: '0.1.0' })
  expect((await response.text()).match(/event: hello/g)).toHaveLength(1)
  expect(wrong).toEqual([])
})
