import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openQueue, type StrandedEntry, type StrandedQueue, sealQueue } from '@flowviz/contract/queue-file'
import { afterEach, expect, test } from 'vitest'
import { sendQueue } from './queue.ts'

let stop = () => {}
afterEach(() => stop())

const entry = (n: number): StrandedEntry => ({
  key: `key-${n}`,
  seq: n,
  state: 'queued',
  command: 'move-stock',
  person_id: 'p',
  occurred_at: '2026-11-26T10:00:00.000Z',
  about: `LOT-${n}`,
  text: `{"key":"key-${n}"}`,
  sig: 'A'.repeat(86),
  params: {},
  body: {},
})
const queueOf = (count: number): StrandedQueue => ({
  v: 1,
  exported_at: '2026-11-26T10:00:00.000Z',
  tablet_id: 't07',
  site: 'demo',
  entries: Array.from({ length: count }, (_, n) => entry(n + 1)),
})
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** A tablet's door that notes what arrives and refuses one key. */
async function startDoor(refused: string): Promise<{ url: string; batches: number[]; paths: string[] }> {
  const batches: number[] = []
  const paths: string[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const { commands } = JSON.parse(text) as { commands: { text: string }[] }
    batches.push(commands.length)
    paths.push(request.url ?? '')
    const verdicts = commands.map(command => {
      const { key } = JSON.parse(command.text) as { key: string }
      return key === refused
        ? { key: '', verdict: 'refused', status: 409, problem: { code: 'lot_held', title: 'The lot is on hold.' } }
        : { key, verdict: 'done', status: 201 }
    })
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ verdicts, received_seq: 0 }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stop = () => server.close()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, batches, paths }
}

test('a sealed queue opens with its passphrase, and with nothing else', async () => {
  const queue = queueOf(2)
  const sealed = await sealQueue(queue, 'three small fish', randomBytes)
  expect(sealed).not.toContain('LOT-1')
  expect(await openQueue(sealed, 'three small fish')).toEqual(queue)
  await expect(openQueue(sealed, 'three small dogs')).rejects.toMatchObject({ code: 'queue_passphrase_wrong' })
  await expect(openQueue(sealed.slice(0, -9), 'three small fish')).rejects.toMatchObject({ code: 'queue_file_invalid' })
  const { sealed: text, ...rest } = JSON.parse(sealed) as { sealed: string }
  const changed = JSON.stringify({ ...rest, sealed: `${text.slice(0, 40)}AAAA${text.slice(44)}` })
  await expect(openQueue(changed, 'three small fish')).rejects.toMatchObject({ code: 'queue_passphrase_wrong' })
})

test('a stranded queue goes to the door of its tablet in parts, and each entry has its verdict', async () => {
  const { url, batches, paths } = await startDoor('key-60')
  const sent = await sendQueue(url, queueOf(70))
  expect(batches).toEqual([50, 20])
  expect(paths[0]).toBe('/api/v1/tablets/t07/commands')
  expect(sent.filter(({ verdict }) => verdict === 'done')).toHaveLength(69)
  expect(sent[59]).toMatchObject({ key: 'key-60', verdict: 'refused', code: 'lot_held', about: 'LOT-60' })
})

test('the queue of a tablet that was never set up can be read and not sent', async () => {
  const queue = { ...queueOf(1), tablet_id: null }
  await expect(sendQueue('http://127.0.0.1:1', queue)).rejects.toMatchObject({ code: 'queue_file_invalid' })
})
