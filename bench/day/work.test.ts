import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Line } from './line.ts'
import { growthOf } from './memory.ts'
import { planDay, QUICK } from './plan.ts'
import { Tally } from './tally.ts'
import { workFlatOut, workPaced } from './work.ts'

const CREATED = 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}'
const DAY = { ...QUICK, seconds: 0.5, stations: 3 }

/** A server that lets the test say what becomes of the requests on a connection. */
async function serve(hear: (socket: Socket, requests: number) => void): Promise<number> {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', bytes => hear(socket, bytes.toString('latin1').split('HTTP/1.1\r\n').length - 1))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise(resolve => server.once('listening', resolve))
  return (server.address() as { port: number }).port
}

const workOn = (port: number) => ({
  port,
  day: DAY,
  sessions: [{ token: 'a' }],
  courses: planDay(DAY),
  tally: new Tally(),
})
const steps = planDay(DAY).reduce((sum, course) => sum + course.steps.length, 0)

test('every request of a day is answered, paced and flat out, and nothing is counted twice', async () => {
  const port = await serve((socket, requests) => void socket.write(CREATED.repeat(requests)))
  for (const go of [workPaced, workFlatOut]) {
    const work = workOn(port)
    await go(work)
    expect(work.tally.counted(1)).toMatchObject({ all: { count: steps }, errors: {}, unsent: 0 })
  }
})

test('a server that stalls is charged for everybody whom it kept waiting', async () => {
  const from = performance.now()
  const waiting: (() => void)[] = []
  const port = await serve((socket, requests) => {
    const answer = () => void socket.write(CREATED.repeat(requests))
    const ms = performance.now() - from
    if (ms < 100 || ms > 400) answer()
    else waiting.push(answer)
    if (waiting.length === 1) setTimeout(() => waiting.splice(0).forEach(answer => void answer()), 400 - ms)
  })
  const work = workOn(port)
  await workPaced(work)
  const { all } = work.tally.counted(1)
  // A closed loop would have sent three requests into the stall, and would have called the day fast.
  expect(all.p50_ms).toBeGreaterThan(20)
  expect(all.max_ms).toBeGreaterThan(200)
})

test('answers are heard in order however the bytes are cut, and a lost connection is told to all who wait', async () => {
  const port = await serve((socket, requests) => {
    if (requests === 1) socket.destroy()
    else for (const byte of '01'.replace(/./g, 'HTTP/1.1 20$& OK\r\ncontent-length: 3\r\n\r\n{1}')) socket.write(byte)
  })
  const line = await Line.open(port)
  const heard: string[] = []
  const all = new Promise<void>(resolve => {
    const ear = (status: number, body: Buffer) => {
      if (heard.push(`${status} ${body}`) === 2) resolve()
    }
    line.send('GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n', ear)
    line.send('', ear)
  })
  await all
  expect(heard).toEqual(['200 {1}', '201 {1}'])
  expect(await new Promise(resolve => line.send('GET / HTTP/1.1\r\n\r\n', resolve))).toBe(0)
})

test('memory that only swings does not grow; memory that is never given back does', () => {
  const swinging = Array.from({ length: 150 }, (_, at) => 200 + (at % 10))
  expect(Math.abs(growthOf(swinging))).toBeLessThan(0.01)
  expect(growthOf(Array.from({ length: 150 }, (_, at) => 200 + at))).toBeGreaterThan(0.2)
  expect(growthOf([100, 150, 200, ...Array.from({ length: 5 }, () => 200)])).toBe(0)
})
