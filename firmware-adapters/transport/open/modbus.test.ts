import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { ServerTCP } from 'modbus-serial'
import { expect, onTestFinished, test } from 'vitest'
import { openPty } from '../../simulator/pty-line.ts'
import { RtuSlave, type SlaveUnit } from '../../simulator/register-slave.ts'
import { ownFolder } from '../../testing/folder.ts'
import { replayLine } from '../../testing/replay-line.ts'
import { bytesOfHex, vectors, vectorsPresent } from '../../testing/vector.ts'
import { ModbusBus } from './modbus.ts'
import { openSerial } from './serial.ts'
import { openTcp } from './tcp.ts'

/** Units on a real pseudo-terminal; a register holds ten times its address. */
async function rtuBus(...units: Partial<SlaveUnit>[]) {
  const path = join(await ownFolder(), 'bus')
  const pty = await openPty(path)
  const slaves = units.map((unit, at) => ({
    unit_id: at + 1,
    silent: false,
    delay_ms: 0,
    register: (address: number) => address * 10,
    ...unit,
  }))
  const slave = new RtuSlave(slaves, bytes => pty.write(bytes))
  pty.onBytes(chunk => slave.receive(chunk))
  const bus = new ModbusBus({ open: () => openSerial({ path, baud: 9600, format: '8N1' }), framing: 'rtu', gap_ms: 5 })
  onTestFinished(async () => {
    await bus.close()
    await pty.destroy()
  })
  return { bus, slaves, pty, path }
}

/** A unit as they are: it does one request after the other, each as slowly as it is told to. */
async function slowUnit() {
  const path = join(await ownFolder(), 'bus')
  const pty = await openPty(path)
  const slow = { delay_ms: 5 }
  const register = (address: number) => address * 10
  const slave = new RtuSlave([{ unit_id: 1, silent: false, delay_ms: 0, register }], bytes => pty.write(bytes))
  let turn: Promise<void> = Promise.resolve()
  pty.onBytes(chunk => {
    turn = turn.then(async () => {
      await new Promise(resolve => setTimeout(resolve, slow.delay_ms))
      slave.receive(chunk)
    })
  })
  const bus = new ModbusBus({ open: () => openSerial({ path, baud: 9600, format: '8N1' }), framing: 'rtu', gap_ms: 5 })
  onTestFinished(async () => {
    await bus.close()
    await pty.destroy()
  })
  return { bus, slow }
}

test('requests of all units are asked one after the other, and each gets its own answer', async () => {
  const { bus } = await rtuBus({}, {})
  const [one, two] = [bus.unit(1, 500), bus.unit(2, 500)]
  const replies = await Promise.all([one.readInput(10, 1), two.readInput(20, 2), one.readHolding(30, 1)])
  expect(replies.map(reply => reply.ok && reply.registers)).toEqual([[100], [200, 210], [300]])
  expect(replies[0]).toMatchObject({ raw: '0104020064b8db' })
})

test('a reply that comes after its time-out is never taken for the answer to the next request', async () => {
  const { bus, slaves } = await rtuBus({ delay_ms: 150 })
  const unit = bus.unit(1, 100)
  // Same unit, same function code, same length: only the drain tells the answers apart.
  const late = await unit.readInput(11, 1)
  expect(late).toMatchObject({ ok: false, fault: 'comm_timeout', late: 1 })
  slaves[0]!.delay_ms = 20
  for (const address of [22, 33, 44, 55])
    expect(await unit.readInput(address, 1)).toMatchObject({ ok: true, registers: [address * 10], late: 0 })
})

for (const late_ms of [110, 190, 290, 540])
  test(`a unit that is ${late_ms} ms late, and does one request after the other, shifts no answer`, async () => {
    const { bus, slow } = await slowUnit()
    const unit = bus.unit(1, 100)
    for (const count of [1, 2]) {
      slow.delay_ms = late_ms
      expect(await unit.readInput(11, count)).toMatchObject({ ok: false, fault: 'comm_timeout' })
      slow.delay_ms = 5
      let good = 0
      for (let address = 22; good < 4; address++) {
        const reply = await unit.readInput(address, count)
        if (!reply.ok) continue
        good++
        expect(reply.registers[0]).toBe(address * 10)
      }
    }
  })

test('a silent unit costs its own time-out, and the unit beside it is answered', async () => {
  const { bus } = await rtuBus({}, { silent: true })
  const [alive, dead] = [bus.unit(1, 100), bus.unit(2, 100)]
  const [none, some] = await Promise.all([dead.readInput(1, 1), alive.readInput(1, 1)])
  expect(none).toMatchObject({ ok: false, fault: 'comm_timeout', late: 0 })
  expect(some).toMatchObject({ ok: true, registers: [10] })
})

test('bytes that nobody asked for are not taken for an answer', async () => {
  const { bus, pty } = await rtuBus({})
  const unit = bus.unit(1, 200)
  expect(await unit.readInput(1, 1)).toMatchObject({ ok: true, registers: [10] })
  pty.write(bytesOfHex('010402270fe2c4'))
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(await unit.readInput(2, 1)).toMatchObject({ ok: true, registers: [20], late: 1 })
})

test('an exception is an answer: the line stays open', async () => {
  const { bus } = await rtuBus({ register: address => (address === 1 ? 5 : null) })
  const unit = bus.unit(1, 200)
  expect(await unit.readInput(9, 1)).toMatchObject({ ok: false, fault: 'device_exception', exception: 2 })
  expect(await unit.readInput(1, 1)).toMatchObject({ ok: true, registers: [5] })
})

test('a line that is pulled out fails the request at once, and is opened again when it is back', async () => {
  const { bus, pty, path } = await rtuBus({ silent: true })
  const unit = bus.unit(1, 10_000)
  const asking = unit.readInput(1, 1)
  await new Promise(resolve => setTimeout(resolve, 100))
  await pty.destroy()
  expect(await asking).toMatchObject({ ok: false, fault: 'comm_lost' })
  expect(await unit.readInput(1, 1)).toMatchObject({ ok: false, fault: 'port_missing' })
  const back = await openPty(path)
  const slave = new RtuSlave([{ unit_id: 1, silent: false, delay_ms: 0, register: () => 7 }], bytes =>
    back.write(bytes),
  )
  back.onBytes(chunk => slave.receive(chunk))
  expect(await unit.readInput(1, 1)).toMatchObject({ ok: true, registers: [7] })
  await bus.close()
  await back.destroy()
})

test.skipIf(!vectorsPresent)('reads are written on the wire as the specification writes them', async () => {
  const reads = vectors('modbus-rtu').filter(({ dir, expect: { fc } }) => dir === 'tx' && (fc === 3 || fc === 4))
  expect(reads.length).toBeGreaterThan(4)
  for (const { id, hex, expect: meant } of reads) {
    const line = replayLine([{ tx: hex, rx: '' }], () => [])
    const bus = new ModbusBus({ open: async () => line, framing: 'rtu', gap_ms: 0 })
    const unit = bus.unit(Number(meant.unit), 5)
    const read = meant.fc === 3 ? unit.readHolding : unit.readInput
    await read(Number(meant.addr), Number(meant.qty))
    expect(line.unexpected, id).toEqual([])
    expect(line.asked, id).toBe(1)
  }
  for (const { id, hex, expect: meant } of vectors('modbus-tcp').filter(({ dir }) => dir === 'tx')) {
    const line = replayLine([{ tx: hex, rx: '' }], () => [])
    const bus = new ModbusBus({ open: async () => line, framing: 'mbap', gap_ms: 0 })
    await bus.unit(Number(meant.unit), 5).readHolding(Number(meant.addr), Number(meant.qty))
    expect(line.unexpected, id).toEqual([])
  }
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

test('a Modbus TCP server that others have written is read', async () => {
  const port = await freePort()
  const vector = {
    getInputRegister: (address: number, unit: number) => unit * 1_000 + address,
    getHoldingRegister: (address: number) => 0xffff - address,
  }
  const server = new ServerTCP(vector, { host: '127.0.0.1', port, unitID: 255 })
  onTestFinished(() => new Promise(resolve => server.close(() => resolve())))
  await once(server as unknown as NodeJS.EventEmitter, 'initialized')
  const bus = new ModbusBus({ open: () => openTcp({ host: '127.0.0.1', port }), framing: 'mbap', gap_ms: 0 })
  onTestFinished(() => bus.close())
  expect(await bus.unit(3, 1_000).readInput(1, 2)).toMatchObject({ ok: true, registers: [3_001, 3_002] })
  expect(await bus.unit(3, 1_000).readHolding(1, 1)).toMatchObject({ ok: true, registers: [0xfffe] })
})

test('a late reply on TCP is not taken for the next answer, nor is one with a foreign transaction', async () => {
  const delays = [150, 0, 0]
  const serve = (socket: Socket) => {
    socket.on('error', () => undefined)
    socket.on('data', request => {
      const address = request.readUInt16BE(8)
      const answer = (transaction: number) =>
        Uint8Array.of(transaction >> 8, transaction & 0xff, 0, 0, 0, 5, 1, 4, 2, address >> 8, address & 0xff)
      const transaction = request.readUInt16BE(0)
      setTimeout(() => {
        if (socket.writable) socket.write(Buffer.concat([answer(transaction + 7), answer(transaction)]))
      }, delays.shift() ?? 0)
    })
  }
  const server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const bus = new ModbusBus({ open: () => openTcp({ host: '127.0.0.1', port }), framing: 'mbap', gap_ms: 0 })
  onTestFinished(() => bus.close())
  const unit = bus.unit(1, 100)
  expect(await unit.readInput(11, 1)).toMatchObject({ ok: false, fault: 'comm_timeout' })
  expect(await unit.readInput(22, 1)).toMatchObject({ ok: true, registers: [22] })
  expect(await unit.readInput(33, 1)).toMatchObject({ ok: true, registers: [33] })
})
