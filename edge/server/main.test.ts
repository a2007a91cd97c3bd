import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { plantFiles } from './testing/plant.ts'

const MAIN = new URL('./main.ts', import.meta.url).pathname

interface Line {
  msg: string
  level: number
  code?: string
  hint?: string
  http_port?: number
  mqtt_port?: number
}

interface Running {
  child: ChildProcess
  /** The next line with this message. */
  line(msg: string): Promise<Line>
  /** Exit code, once it has ended. */
  code: Promise<number | null>
  lines: Line[]
}

/** The appliance as a process of its own, as systemd starts it. */
function run(files: Record<string, string>): Running {
  const env = { PATH: process.env.PATH, ...files, FLOWVIZ_LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Line[] = []
  const waiting = new Map<string, (line: Line) => void>()
  createInterface({ input: child.stdout! }).on('line', text => {
    const line = JSON.parse(text) as Line
    lines.push(line)
    waiting.get(line.msg)?.(line)
  })
  const code = once(child, 'exit').then(([exit]) => exit as number | null)
  const line = (msg: string) =>
    Promise.race([
      new Promise<Line>(resolve => waiting.set(msg, resolve)),
      code.then(() => {
        throw new Error(`ended without "${msg}": ${JSON.stringify(lines)}`)
      }),
    ])
  return { child, line, code, lines }
}

test('it says when it is ready and on which ports, and SIGTERM ends it cleanly', async () => {
  const plant = run(plantFiles())
  const { http_port, mqtt_port } = await plant.line('ready')
  expect((await fetch(`http://127.0.0.1:${http_port}/health`)).status).toBe(200)
  expect(mqtt_port).toBeGreaterThan(0)
  plant.child.kill('SIGTERM')
  expect(await plant.code).toBe(0)
  expect(plant.lines.filter(({ level }) => level >= 40)).toEqual([])
}, 60_000)

test('a taken port is said in words with what to do, and the exit code says that it failed', async () => {
  const other = createServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const port = String((other.address() as { port: number }).port)
  for (const name of ['FLOWVIZ_HTTP_PORT', 'FLOWVIZ_MQTT_PORT']) {
    const plant = run({ ...plantFiles(), [name]: port })
    expect(await plant.code).toBe(1)
    expect(plant.lines.at(-1)).toMatchObject({ code: 'port_taken', msg: expect.stringContaining(port) })
    expect(plant.lines.at(-1)!.hint).toContain('port')
  }
}, 60_000)

test('settings and a device file that are wrong keep it from starting, and it says which field', async () => {
  const missing = run({ ...plantFiles(), FLOWVIZ_SITE: '' })
  expect(await missing.code).toBe(1)
  expect(missing.lines.at(-1)).toMatchObject({ code: 'config_invalid', msg: expect.stringContaining('FLOWVIZ_SITE') })
  const files = plantFiles()
  writeFileSync(files.FLOWVIZ_DEVICES_FILE!, 'v: 1\nsite: plant-a\ndevices: [{ id: Scale }]\n')
  const wrong = run(files)
  expect(await wrong.code).toBe(1)
  expect(wrong.lines.at(-1)).toMatchObject({ code: 'config_invalid', msg: expect.stringContaining('/devices/0/id') })
}, 60_000)

test('SIGHUP reads the device file again, and a bad one is reported while the plant runs on', async () => {
  const files = plantFiles()
  const plant = run(files)
  await plant.line('ready')
  const write = (text: string) => writeFileSync(files.FLOWVIZ_DEVICES_FILE!, text)
  write('nonsense')
  plant.child.kill('SIGHUP')
  const refused = await plant.line('the device file is not used; the last good one stays')
  expect(refused.code).toBe('config_invalid')
  write('v: 1\nsite: plant-a\ndevices: []\n')
  plant.child.kill('SIGHUP')
  await plant.line('the device file was read again')
  plant.child.kill('SIGINT')
  expect(await plant.code).toBe(0)
}, 60_000)
