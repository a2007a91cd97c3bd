import { join } from 'node:path'
import Type from 'typebox'
import { expect, onTestFinished, test } from 'vitest'
import type { AnyDriver, Driver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { openPty } from '../simulator/pty-line.ts'
import { RtuSlave } from '../simulator/register-slave.ts'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { ModbusBus } from '../transport/open/modbus.ts'
import { openSerial } from '../transport/open/serial.ts'

test('a bus that hangs while it opens its line stops its units for a while and not for ever', async () => {
  const path = join(await ownFolder(), 'bus')
  const pty = await openPty(path)
  const slave = new RtuSlave([{ unit_id: 1, silent: false, delay_ms: 0, register: address => address * 10 }], bytes =>
    pty.write(bytes),
  )
  pty.onBytes(chunk => slave.receive(chunk))
  const late = Promise.withResolvers<ByteTransport>()
  const lines = [late.promise]
  const line = { path, baud: 9600, format: '8N1' as const }
  const open = () => lines.shift() ?? openSerial(line)
  const bus = new ModbusBus({ open, framing: 'rtu', gap_ms: 5, stall_ms: 200 })
  onTestFinished(async () => {
    await bus.close()
    await pty.destroy()
  })
  const unit = bus.unit(1, 100)
  const [first, second] = await Promise.all([unit.readInput(7, 1), unit.readInput(8, 1)])
  expect(first).toMatchObject({ ok: false, fault: 'comm_timeout', detail: expect.stringContaining('opened anew') })
  expect(second).toMatchObject({ ok: true, registers: [80] })
  // The line that came too late is closed, and is not the line of the bus.
  const closed = Promise.withResolvers<void>()
  late.resolve({ close: async () => closed.resolve() } as unknown as ByteTransport)
  await closed.promise
  expect(await unit.readInput(9, 1)).toMatchObject({ ok: true, registers: [90] })
})

test('a driver that asks nothing any more is started anew, and counted', async () => {
  const link = join(await ownFolder(), 'scale-1')
  let started = 0
  const sleepy: Driver<'bytes', unknown> = {
    id: 'sleepy',
    link: 'bytes',
    settings: Type.Object({}),
    defaults: { poll_ms: 50, timeout_ms: 100 },
    check: () => [],
    measure: (line, task, signal) =>
      (async function* () {
        started += 1
        await line.write(Uint8Array.of(0x53, 0x49, 13, 10))
        if (started > 1) yield [{ channel: 'weight', value: '1', unit: 'kg', quality: 'good', reason: 'ok' }]
        await task.pace.wait(3_600_000, signal)
      })(),
  }
  const plant = await startPlant({
    pretended: [{ kind: 'mt-sics', id: 'scale-1', link, cycle: false }],
    devices: [scaleConfig('scale-1', link, { driver: 'sleepy' })],
    drivers: new Map<string, AnyDriver>([...DRIVERS, ['sleepy', sleepy as AnyDriver]]),
  })
  await plant.until('it was started again', () => plant.of('scale-1').at(-1)?.measurement.value === '1', 20_000)
  await plant.until('it is counted', () => plant.health('scale-1')?.counters.stalls === 1)
  expect(started).toBe(2)
}, 30_000)
