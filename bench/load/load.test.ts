import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { loadHttp } from './http.ts'
import { type LoadJob, Stopwatch } from './load.ts'
import { loadMqtt } from './mqtt.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Answers every chunk that comes, whatever it says. */
async function echo(answer: (bytes: Buffer, chunkNumber: number) => Buffer | string): Promise<number> {
  const server = createServer(socket => {
    let chunks = 0
    socket.on('data', bytes => socket.write(answer(bytes, chunks++)))
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise(resolve => server.once('listening', resolve))
  return (server.address() as { port: number }).port
}

const job = (kind: LoadJob['kind'], port: number): LoadJob => ({
  kind,
  port,
  connections: 2,
  window: 1,
  durationMs: 10_000,
  countMax: 50,
  from: 7,
})

test('every registration has a code of its own, and the count is a bound', async () => {
  const codes: string[] = []
  const port = await echo(bytes => {
    codes.push(/BENCH-\d{8}/.exec(bytes.toString())![0])
    return 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}'
  })
  const result = await loadHttp(job('http', port))
  expect(result.acknowledged).toBe(50)
  expect(new Set(codes).size).toBe(50)
  expect(codes.sort()[0]).toBe('BENCH-00000007')
})

test('a refused registration ends the load: a refusal is fast and would look like speed', async () => {
  const port = await echo(() => 'HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}')
  await expect(loadHttp(job('http', port))).rejects.toThrow('refused')
})

test('a reading counts when its own PUBACK comes, and every one has its own number', async () => {
  const seqs: string[] = []
  const port = await echo((bytes, chunk) => {
    if (chunk === 0) return Buffer.from([0x20, 2, 0, 0])
    const text = bytes.toString('latin1')
    seqs.push(`${/"device_id":"([\w-]+)"/.exec(text)![1]} ${/"seq":(\d+)/.exec(text)![1]}`)
    const topic = bytes.readUInt16BE(bytes.indexOf('flowviz') - 2)
    const id = bytes.readUInt16BE(bytes.indexOf('flowviz') + topic)
    return Buffer.from([0x40, 2, id >> 8, id & 0xff])
  })
  const result = await loadMqtt(job('mqtt', port))
  expect(result.acknowledged).toBe(50)
  expect(new Set(seqs).size).toBe(50)
})

test('a broker that does not acknowledge is not counted', async () => {
  const port = await echo((_, chunk) => (chunk === 0 ? Buffer.from([0x20, 2, 0, 0]) : Buffer.from([0xd0, 0, 0xd0, 0])))
  await expect(loadMqtt({ ...job('mqtt', port), connections: 1 })).rejects.toThrow('PUBACK')
})

test('percentiles are of all waits', () => {
  const watch = new Stopwatch(100)
  watch.start()
  const now = performance.now()
  for (let wait = 1; wait <= 100; wait++) watch.lap(now - wait)
  const { p50Ms, p99Ms } = watch.result()
  expect(p50Ms).toBeGreaterThan(50)
  expect(p99Ms).toBeGreaterThan(99)
})
