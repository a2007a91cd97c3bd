import { expect, test } from 'vitest'
import type { ByteTransport } from '../transport/byte.ts'
import { Queue } from '../transport/queue.ts'
import type { RegisterReply, RegisterTransport } from '../transport/register.ts'
import { BusLoad } from './bus-load.ts'
import { counted, Traffic } from './traffic.ts'

test('the time to the answer is that of the last 64 requests, by their share', () => {
  const traffic = new Traffic(() => 0)
  expect(traffic.rtt(0.5)).toBeNull()
  for (let rtt_ms = 1; rtt_ms <= 100; rtt_ms++) traffic.answered(rtt_ms)
  expect([traffic.rtt(0.5), traffic.rtt(0.95), traffic.rtt(1)]).toEqual([68, 97, 100])
})

test('of a line a request lasts until the first bytes after it; bytes that nobody asked for are no answer', async () => {
  const clock = { now: 0 }
  const traffic = new Traffic(() => clock.now)
  const chunks = new Queue<Uint8Array>(8)
  const done = () => Promise.resolve()
  const bare: ByteTransport = {
    read: () => chunks,
    write: done,
    flush: done,
    close: done,
    closed: new Promise(() => 0),
  }
  const line = counted(bare, traffic) as ByteTransport
  const reading = line.read()[Symbol.asyncIterator]()
  const hear = async (at: number) => {
    clock.now = at
    chunks.push(Uint8Array.of(1))
    await reading.next()
  }
  await hear(5)
  expect([traffic.requests, traffic.rtt(1)]).toEqual([0, null])
  clock.now = 10
  await line.write(Uint8Array.of(1))
  await hear(52)
  await hear(300)
  expect([traffic.requests, traffic.rtt(0), traffic.rtt(1), traffic.moved_at]).toEqual([1, null, 42, 300])
})

test('of a unit a silence is a request without an answer, and an exception is an answer', async () => {
  const traffic = new Traffic(() => 0)
  const replies: RegisterReply[] = [
    { ok: true, registers: [1], raw: '', late: 0, took_ms: 12 },
    { ok: false, fault: 'comm_timeout', exception: null, detail: '', late: 0, took_ms: 1_000 },
    { ok: false, fault: 'device_exception', exception: 2, detail: '', late: 0, took_ms: 20 },
  ]
  const read = () => Promise.resolve(replies.shift()!)
  const bare: RegisterTransport = { readCoils: read, readDiscrete: read, readHolding: read, readInput: read }
  const unit = counted(bare, traffic) as RegisterTransport
  for (const one of [unit.readCoils, unit.readInput, unit.readHolding]) await one(0, 1)
  expect([traffic.requests, traffic.rtt(0.5), traffic.rtt(1)]).toEqual([3, 12, 20])
})

test('a bus is as full as it was over the last ten seconds, and begins anew when it is opened anew', () => {
  const load = new BusLoad()
  const at = (s: number, busy_s: number) => load.look(new Map([['bus', busy_s * 1_000]]), s * 1_000)
  at(0, 0)
  expect(load.percent('bus')).toBeNull()
  at(5, 1)
  expect(load.percent('bus')).toBe(20)
  at(10, 6)
  at(15, 11)
  expect(load.percent('bus')).toBe(100)
  at(16, 0.5)
  expect(load.percent('bus')).toBeNull()
  load.look(new Map(), 17_000)
  expect([load.percent('bus'), load.percent(null)]).toEqual([null, null])
})
