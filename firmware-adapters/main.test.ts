import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startBroker } from './testing/broker.ts'
import { ownFolder } from './testing/folder.ts'

type Line = Record<string, unknown> & { msg: string }

/** Starts a program of this room; `line` resolves with the first log line that has this message. */
function run(file: string, env: Record<string, string>) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [path], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  createInterface(child.stdout!).on('line', text => {
    lines.push(JSON.parse(text) as Line)
    for (const look of waiting) look()
  })
  const line = (msg: string, count = 1) =>
    new Promise<Line>(resolve => {
      const look = () => {
        const found = lines.filter(line => line.msg === msg)
        if (found.length < count) return
        waiting.delete(look)
        resolve(found[count - 1]!)
      }
      waiting.add(look)
      look()
    })
  const exit = once(child, 'exit').then(([code]) => code as number)
  return { child, line, exit }
}

const scale = (id: string, link: string) => `
  - {id: ${id}, name: Scale, driver: mt-sics, location: receiving, identity: gateway-1, poll_ms: 100,
     transport: {kind: serial, path: ${link}, baud: 9600, format: 8N1}, channels: [{name: weight, unit: kg}]}`

test('the gateway serves what its file says, takes a better file, keeps the last good one, and stops cleanly', async () => {
  const folder = await ownFolder()
  const broker = await startBroker()
  const file = (name: string) => join(folder, name)
  const plant = (...devices: string[]) => `v: 1\nsite: plant-1\ndevices:${devices.join('')}\n`
  const plan = { v: 1, devices: ['scale-1', 'scale-2'].map(id => ({ kind: 'mt-sics', id, link: file(id) })) }
  await writeFile(file('plan.json'), JSON.stringify(plan))
  await writeFile(file('secret'), 'secret\n')
  await writeFile(file('devices.yaml'), plant(scale('scale-1', file('scale-1'))))

  const simulator = run('simulator/main.ts', { FLOWVIZ_SIMULATORS_FILE: file('plan.json') })
  expect(await simulator.line('ready')).toMatchObject({ devices: { 'scale-1': { path: file('scale-1') } } })
  const gateway = run('main.ts', {
    FLOWVIZ_BROKER_URL: broker.url,
    FLOWVIZ_DEVICES_FILE: file('devices.yaml'),
    FLOWVIZ_GATEWAY_IDENTITY: 'gateway-1',
    FLOWVIZ_GATEWAY_SECRET_FILE: file('secret'),
    FLOWVIZ_METRICS_PORT: '0',
  })
  const ready = await gateway.line('ready')
  expect(ready.devices).toEqual(['scale-1'])
  await gateway.line('identified')

  await writeFile(file('devices.yaml'), plant(scale('scale-1', file('scale-1')).replace('mt-sics', 'mt-six')))
  gateway.child.kill('SIGHUP')
  expect(await gateway.line('configuration refused; the last one stays')).toMatchObject({ code: 'config_invalid' })
  await writeFile(file('devices.yaml'), plant(scale('scale-1', file('scale-1')), scale('scale-2', file('scale-2'))))
  gateway.child.kill('SIGHUP')
  expect((await gateway.line('configuration applied')).devices).toEqual(['scale-1', 'scale-2'])
  expect((await gateway.line('identified', 2)).device).toBe('scale-2')

  const metrics = await (await fetch(`http://127.0.0.1:${ready.metrics_port}/metrics`)).text()
  expect(metrics).toContain('flowviz_gateway_broker_up 1')
  expect(metrics).toContain('flowviz_gateway_device_state{device="scale-2",state="')

  const asked = performance.now()
  gateway.child.kill('SIGTERM')
  expect(await gateway.exit).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5_000)
  simulator.child.kill('SIGTERM')
  expect(await simulator.exit).toBe(0)
})

const CONNACK = Uint8Array.of(0x20, 2, 0, 0)

for (const [mood, greeting] of [
  ['says nothing', null],
  ['lets it in and then says nothing', CONNACK],
] as const)
  test(`a gateway whose broker takes the connection and ${mood} stops cleanly within five seconds`, async () => {
    const folder = await ownFolder()
    const greet = (socket: Socket) => {
      socket.on('error', () => undefined)
      if (greeting !== null) socket.once('data', () => socket.write(greeting))
    }
    const server = createServer(greet).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const accepted = once(server, 'connection') as Promise<[Socket]>
    const link = join(folder, 'scale-1')
    await writeFile(join(folder, 'secret'), 'secret\n')
    await writeFile(join(folder, 'devices.yaml'), `v: 1\nsite: plant-1\ndevices:${scale('scale-1', link)}\n`)
    const gateway = run('main.ts', {
      FLOWVIZ_BROKER_URL: `mqtt://127.0.0.1:${port}`,
      FLOWVIZ_DEVICES_FILE: join(folder, 'devices.yaml'),
      FLOWVIZ_GATEWAY_IDENTITY: 'gateway-1',
      FLOWVIZ_GATEWAY_SECRET_FILE: join(folder, 'secret'),
    })
    await gateway.line('ready')
    const [socket] = await accepted
    if (greeting !== null) await gateway.line('broker connected')
    const asked = performance.now()
    gateway.child.kill('SIGTERM')
    expect(await gateway.exit).toBe(0)
    expect(performance.now() - asked).toBeLessThan(5_000)
    socket.destroy()
    server.close()
  })

test('a gateway with wrong settings names them all and does not start', async () => {
  const gateway = run('main.ts', { FLOWVIZ_BROKER_URL: 'http://x', FLOWVIZ_GATEWAY_IDENTITY: 'Gateway 1' })
  const fatal = await gateway.line('cannot start')
  expect(fatal.code).toBe('config_invalid')
  const { message } = fatal.err as { message: string }
  for (const name of ['FLOWVIZ_BROKER_URL', 'FLOWVIZ_GATEWAY_IDENTITY', 'FLOWVIZ_DEVICES_FILE'])
    expect(message).toContain(name)
  expect(await gateway.exit).toBe(1)
})
