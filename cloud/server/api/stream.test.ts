import type { AddressInfo } from 'node:net'
import type { HqLiveMessage } from '@flowviz/contract/hq'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
  await hq.app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

/** The messages of a stream as they come; `next` waits for one of a type. */
async function listen() {
  const { port } = hq.app.server.address() as AddressInfo
  const stop = new AbortController()
  const headers = await hq.signIn('viewer')
  const response = await fetch(`http://127.0.0.1:${port}/v1/stream`, { headers, signal: stop.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const texts = response.body!.pipeThrough(new TextDecoderStream()).values()
  let unread = ''
  async function next(type: HqLiveMessage['type']): Promise<HqLiveMessage> {
    for (;;) {
      const end = unread.indexOf('\n\n')
      if (end >= 0) {
        const data = /^data: (.*)$/m.exec(unread.slice(0, end))?.[1]
        unread = unread.slice(end + 2)
        const message = data === undefined ? null : (JSON.parse(data) as HqLiveMessage)
        if (message?.type === type) return message
        continue
      }
      const { value, done } = await texts.next()
      if (done) throw new Error(`the stream ended before ${type}`)
      unread += value
    }
  }
  return { next, stop: () => stop.abort(), ended: async () => expect((await texts.next()).done).toBe(true) }
}

test('a screen hears of a new lot, of the site that has it, and of a fork', async () => {
  const box = new PlantLedger('plant-1')
  await hq.enrol(box)
  const stream = await listen()
  expect(await stream.next('hello')).toMatchObject({ server_time: '2026-11-23T05:00:00.000Z', version: '0.0.0' })
  box.start()
  box.lot('A')
  await hq.push(box, box.batch(1, 2))
  expect(await stream.next('lot')).toMatchObject({ lot: { lot_code: 'A', site: 'plant-1', hash: box.hashAt(2) } })
  expect(await stream.next('site')).toMatchObject({ site: { site: 'plant-1', lots_total: 1, head: { seq: 2 } } })
  const other = new PlantLedger('plant-1', box.key)
  other.rows = box.rows.slice(0, 1)
  other.lot('B')
  await hq.push(box, other.batch(2, 2))
  expect(await stream.next('fork')).toMatchObject({ site: 'plant-1' })
  expect(await stream.next('site')).toMatchObject({ site: { fork: expect.stringContaining('Event 2') } })
  stream.stop()
})

test('a stream ends when the server does', async () => {
  const stream = await listen()
  await stream.next('hello')
  const closing = hq.app.close()
  await stream.ended()
  await closing
})
