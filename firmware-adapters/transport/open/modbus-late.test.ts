import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPty } from '../../simulator/pty-line.ts'
import { RtuSlave, type SlaveUnit } from '../../simulator/register-slave.ts'
import { ownFolder } from '../../testing/folder.ts'
import { ModbusBus } from './modbus.ts'
import { openSerial } from './serial.ts'
import { openTcp } from './tcp.ts'

const TIMEOUT_MS = 100
const monotonic = () => performance.now()
const LATE_MS = [110, 190, 290, 540]
/** A register holds ten times its address; a bit is set where its address is a multiple of three. */
const holds = (address: number, code: number) => (code <= 2 ? Number(address % 3 === 0) : address * 10)

interface Far {
  delay_ms: number
  receive(chunk: Uint8Array): void
}

/** Units as they are: they share a wire, and one request is done after the other, each as slowly as it is told to. */
function farEnd(unit_ids: readonly number[], send: (bytes: Uint8Array) => void): Far {
  const units = unit_ids.map((unit_id): SlaveUnit => ({ unit_id, silent: false, delay_ms: 0, register: holds }))
  const slave = new RtuSlave(units, send)
  let turn: Promise<void> = Promise.resolve()
  const far: Far = {
    delay_ms: 2,
    receive: chunk => {
      const { delay_ms } = far
      turn = turn.then(async () => {
        await new Promise(resolve => setTimeout(resolve, delay_ms))
        slave.receive(chunk)
      })
    },
  }
  return far
}

async function onLine(unit_ids: readonly number[]): Promise<{ bus: ModbusBus; far: Far }> {
  const path = join(await ownFolder(), 'bus')
  const pty = await openPty(path)
  const far = farEnd(unit_ids, bytes => pty.write(bytes))
  pty.onBytes(chunk => far.receive(chunk))
  const bus = new ModbusBus({
    open: () => openSerial({ path, baud: 9600, format: '8N1' }),
    framing: 'rtu',
    gap_ms: 5,
    monotonic,
  })
  onTestFinished(async () => {
    await bus.close()
    await pty.destroy()
  })
  return { bus, far }
}

/** A serial gateway: what comes from its line, however late, goes to whoever is connected then. */
async function behindGateway(unit_ids: readonly number[]): Promise<{ bus: ModbusBus; far: Far }> {
  let present: Socket | null = null
  const far = farEnd(unit_ids, bytes => void (present?.writable && present.write(bytes)))
  const server = createServer(socket => {
    present = socket
    socket.on('error', () => undefined)
    socket.on('data', chunk => far.receive(chunk))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const bus = new ModbusBus({ open: () => openTcp({ host: '127.0.0.1', port }), framing: 'rtu', gap_ms: 5, monotonic })
  onTestFinished(async () => {
    await bus.close()
    server.close()
  })
  return { bus, far }
}

for (const [place, connect] of Object.entries({ 'an RS-485 line': onLine, 'a gateway for RTU in TCP': behindGateway }))
  for (const late_ms of LATE_MS)
    test(`on ${place} an answer that is ${late_ms} ms late is the answer to nothing else`, async () => {
      const { bus, far } = await connect([1])
      const unit = bus.unit(1, TIMEOUT_MS)
      far.delay_ms = late_ms
      expect(await unit.readInput(11, 1)).toMatchObject({ ok: false, fault: 'comm_timeout' })
      far.delay_ms = 2
      let good = 0
      for (let address = 22; good < 4; address++) {
        const reply = await unit.readInput(address, 1)
        if (!reply.ok) continue
        good++
        expect(reply.registers).toEqual([address * 10])
      }
    })

test('coils and discrete inputs are read bit by bit, however many', async () => {
  const { bus } = await onLine([1])
  const unit = bus.unit(1, 500)
  for (const count of [1, 7, 8, 9, 16, 37, 2_000]) {
    const meant = Array.from({ length: count }, (_, at) => holds(at + 5, 1))
    expect(await unit.readCoils(5, count)).toMatchObject({ ok: true, registers: meant })
    expect(await unit.readDiscrete(5, count)).toMatchObject({ ok: true, registers: meant })
  }
})

for (const count of [1, 8, 9, 40])
  test(`a late answer of ${count} coils is not taken for the next, though their bytes are as many`, async () => {
    const { bus, far } = await onLine([1])
    const unit = bus.unit(1, TIMEOUT_MS)
    for (const late_ms of [190, 290]) {
      far.delay_ms = late_ms
      expect((await unit.readCoils(0, count)).ok).toBe(false)
      far.delay_ms = 2
      let good = 0
      for (let address = 1; good < 3; address++) {
        const reply = await unit.readCoils(address, count)
        if (!reply.ok) continue
        good++
        expect(reply.registers).toEqual(Array.from({ length: count }, (_, at) => holds(address + at, 1)))
      }
    }
  })

test('while answers come now in time and now late, no unit ever has the value of another register or unit', async () => {
  const { bus, far } = await onLine([1, 2, 3])
  const delays = [2, 2, 150, 2, 250, 90, 2, 2, 330, 2, 2, 120]
  let good = 0
  for (let round = 0; round < 24; round++) {
    far.delay_ms = delays[round % delays.length]!
    const address = 100 * ((round % 3) + 1) + round
    const reply = await bus.unit((round % 3) + 1, TIMEOUT_MS).readHolding(address, 1)
    if (reply.ok) {
      good++
      expect(reply.registers).toEqual([address * 10])
    }
  }
  expect(good).toBeGreaterThan(4)
})

test('a unit that is silent again and again costs the line its time-out, and no drain beside it', async () => {
  const { bus } = await onLine([1])
  const dead = bus.unit(9, 200)
  await dead.readInput(1, 1)
  // Past the time for which an answer is owed.
  await new Promise(resolve => setTimeout(resolve, 5_100))
  const before = bus.spent_ms(9)
  expect(before).toBeGreaterThan(400)
  await dead.readInput(1, 1)
  expect(bus.spent_ms(9) - before).toBeLessThan(350)
  expect(await bus.unit(1, 200).readInput(7, 1)).toMatchObject({ ok: true, registers: [70] })
})

test('a unit that needs silence before its requests gets it, and the others do not wait for that', async () => {
  const { bus } = await onLine([1, 2])
  const [quick, slow] = [bus.unit(1, 500), bus.unit(2, 500, 120)]
  await quick.readInput(1, 1)
  const took = async (work: Promise<unknown>) => {
    const began = monotonic()
    await work
    return monotonic() - began
  }
  expect(await took(slow.readInput(1, 1))).toBeGreaterThanOrEqual(115)
  expect(await took(quick.readInput(1, 1))).toBeLessThan(100)
})
