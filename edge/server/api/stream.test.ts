import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

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
