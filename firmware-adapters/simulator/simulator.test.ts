import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { startBroker } from '../testing/broker.ts'
import { ownFolder } from '../testing/folder.ts'
import { ModbusBus } from '../transport/open/modbus.ts'
import { openTcp } from '../transport/open/tcp.ts'
import { parsePlan } from './plan.ts'
import { startSimulator } from './simulator.ts'

const start = async (devices: unknown[]) => {
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices })), () => Date.now())
  onTestFinished(() => simulator.stop())
  const control = async (id: string, body: unknown) => {
    const url = `http://127.0.0.1:${simulator.control_port}/${id}/control`
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    return response.status === 204 ? 'done' : ((await response.json()) as { code: string }).code
  }
  return { simulator, control }
}

test('a transmitter on TCP holds what it is told to', async () => {
  const units = [{ id: 'cold-1', unit_id: 1 }]
  const { simulator, control } = await start([{ kind: 'xy-md02-tcp', id: 'gate', units }])
  const port = Number(simulator.devices.gate!.port)
  const bus = new ModbusBus({ open: () => openTcp({ host: '127.0.0.1', port }), framing: 'mbap', gap_ms: 0 })
  onTestFinished(() => bus.close())
  const unit = bus.unit(1, 500)
  expect(await control('cold-1', { temperature_c: '-18.5' })).toBe('done')
  const reply = await unit.readInput(1, 2)
  expect(Math.abs((reply.ok ? reply.registers[0]! : 0) - 0x1_0000 + 185)).toBeLessThanOrEqual(1)
  expect(await control('cold-1', { probe_broken: true })).toBe('done')
  expect(await unit.readInput(1, 2)).toMatchObject({ registers: [0x7fff, 0x7fff] })
  expect(await unit.readInput(9, 1)).toMatchObject({ ok: false, exception: 2 })
  expect(await control('gate', { unplug: true })).toBe('done')
  expect(await unit.readInput(1, 2)).toMatchObject({ ok: false, fault: 'comm_lost' })
  expect(await control('gate', { plug: true })).toBe('done')
  expect(await unit.readInput(1, 2)).toMatchObject({ ok: true })
})

test('a sensor publishes plain JSON under its own name', async () => {
  const { promise: published, resolve } = Promise.withResolvers<{ topic: string; payload: string; client?: string }>()
  const broker = await startBroker({
    authorizePublish: (client, { topic, payload, qos }, done) => {
      if (client !== null && qos === 1) resolve({ topic, payload: String(payload), client: client.id })
      done(null)
    },
  })
  const folder = await ownFolder()
  await writeFile(join(folder, 'secret'), 'secret\n')
  await start([
    {
      kind: 'mqtt-json',
      id: 'sensor-1',
      url: broker.url,
      topic: 'plant/sensor-1',
      identity: 'sensor-1',
      secret_file: join(folder, 'secret'),
      period_ms: 50,
    },
  ])
  const { topic, payload, client } = await published
  expect({ topic, client }).toEqual({ topic: 'plant/sensor-1', client: 'sensor-1' })
  expect(payload).toMatch(/^\{"temperature":-?\d+\.\d,"humidity":\d+\.\d\}$/)
})

test('the control door refuses what it does not understand', async () => {
  const link = join(await ownFolder(), 'scale')
  const { control } = await start([{ kind: 'mt-sics', id: 'scale-1', link }])
  expect(await control('scale-9', { unplug: true })).toBe('device_not_found')
  expect(await control('scale-1', { temperature_c: '4.0' })).toBe('body_invalid')
  expect(await control('scale-1', { load_kg: 'heavy' })).toBe('body_invalid')
  expect(await control('scale-1', {})).toBe('body_invalid')
  expect(existsSync(link)).toBe(true)
  expect(await control('scale-1', { unplug: true })).toBe('done')
  expect(existsSync(link)).toBe(false)
})

test('a plan with several mistakes is refused, and nothing of a plan that cannot start is left', async () => {
  expect(() => parsePlan('{')).toThrow()
  for (const devices of [[{ kind: 'toaster', id: 'x' }], [{ kind: 'mt-sics', id: 'X', link: '' }]])
    expect(codeFrom(() => parsePlan(JSON.stringify({ v: 1, devices })))).toBe('config_invalid')
  const link = join(await ownFolder(), 'scale')
  const twice = [1, 2].map(() => ({ kind: 'mt-sics', id: 'scale-1', link }))
  const plan = parsePlan(JSON.stringify({ v: 1, devices: twice }))
  expect(await startSimulator(plan, () => 0).then(() => 'none', codeOf)).toBe('config_invalid')
  expect(existsSync(link)).toBe(false)
})

function codeFrom(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return codeOf(error)
  }
}

test('a label printer prints, runs out of paper when it is told to, and shows what came out', async () => {
  const { simulator, control } = await start([{ kind: 'zpl', id: 'printer-1', copy_ms: 1 }])
  const shown = async (id: string) => fetch(`http://127.0.0.1:${simulator.control_port}/${id}`)
  const labels = async () => ((await (await shown('printer-1')).json()) as { labels: string[] }).labels
  const line = connect(Number(simulator.devices['printer-1']!.port))
  onTestFinished(() => void line.destroy())
  let heard = ''
  line.on('data', bytes => {
    heard += String(bytes)
  })
  expect(await control('printer-1', { paper: 1 })).toBe('done')
  line.write('^XA^FDone^FS^PQ2^XZ')
  while ((await labels()).length < 1) await new Promise(resolve => setTimeout(resolve, 5))
  line.write('~HS')
  while (!heard.includes('1234,0')) await new Promise(resolve => setTimeout(resolve, 5))
  expect(heard).toContain('\x02030,1,0,')
  expect(await control('printer-1', { paper: 5 })).toBe('done')
  while ((await labels()).length < 2) await new Promise(resolve => setTimeout(resolve, 5))
  expect(await labels()).toEqual(['^XA^FDone^FS^PQ2^XZ', '^XA^FDone^FS^PQ2^XZ'])
  expect(await control('printer-1', { load_kg: '1' })).toBe('body_invalid')
  expect((await shown('printer-2')).status).toBe(404)
})
