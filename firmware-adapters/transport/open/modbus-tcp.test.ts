import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ModbusBus } from './modbus.ts'
import { openTcp } from './tcp.ts'

type Habit = 'answer' | 'reset' | 'end' | 'mute' | 'half a reply' | 'foreign unit'

/** A Modbus TCP gateway that can be told how to behave at the next request; a register holds its own address. */
async function moodyServer(port = 0) {
  const mood: { habit: Habit; connections: number } = { habit: 'answer', connections: 0 }
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    mood.connections++
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', request => {
      const unit = mood.habit === 'foreign unit' ? 9 : request[6]!
      const answer = Buffer.of(request[0]!, request[1]!, 0, 0, 0, 5, unit, 4, 2, request[8]!, request[9]!)
      switch (mood.habit) {
        case 'reset':
          return socket.resetAndDestroy()
        case 'end':
          return socket.end()
        case 'mute':
          return
        case 'half a reply':
          return socket.write(answer.subarray(0, 8))
        default:
          return socket.write(answer)
      }
    })
  }
  const server: Server = createServer(serve).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise(resolve => server.close(resolve))
  }
  onTestFinished(stop)
  return { mood, stop, port: (server.address() as AddressInfo).port }
}

function busTo(port: number) {
  const bus = new ModbusBus({ open: () => openTcp({ host: '127.0.0.1', port }), framing: 'mbap', gap_ms: 0 })
  onTestFinished(() => bus.close())
  return bus.unit(1, 150)
}

for (const [habit, fault] of [
  ['reset', 'comm_lost'],
  ['end', 'comm_lost'],
  ['mute', 'comm_timeout'],
  ['half a reply', 'crc_error'],
] as const)
  test(`a gateway that does "${habit}" gives ${fault}, and the next request goes over a new connection`, async () => {
    const { mood, port } = await moodyServer()
    const unit = busTo(port)
    expect(await unit.readInput(11, 1)).toMatchObject({ ok: true, registers: [11] })
    mood.habit = habit
    const began = performance.now()
    expect(await unit.readInput(22, 1)).toMatchObject({ ok: false, fault })
    expect(performance.now() - began).toBeLessThan(1_000)
    mood.habit = 'answer'
    for (const address of [33, 44])
      expect(await unit.readInput(address, 1)).toMatchObject({ ok: true, registers: [address] })
    expect(mood.connections).toBe(2)
  })

test('an answer of another unit under our transaction is no answer', async () => {
  const { mood, port } = await moodyServer()
  const unit = busTo(port)
  mood.habit = 'foreign unit'
  expect((await unit.readInput(22, 1)).ok).toBe(false)
  mood.habit = 'answer'
  expect(await unit.readInput(33, 1)).toMatchObject({ ok: true, registers: [33] })
})

test('a gateway that refuses connections is lost at once, and is found again when it is back', async () => {
  const first = await moodyServer()
  const unit = busTo(first.port)
  expect(await unit.readInput(11, 1)).toMatchObject({ ok: true })
  await first.stop()
  for (let at = 0; at < 3; at++) expect(await unit.readInput(22, 1)).toMatchObject({ ok: false, fault: 'comm_lost' })
  await moodyServer(first.port)
  expect(await unit.readInput(33, 1)).toMatchObject({ ok: true, registers: [33] })
})
