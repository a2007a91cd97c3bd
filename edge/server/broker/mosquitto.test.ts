import { spawn, spawnSync } from 'node:child_process'
import { commandTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import { expect, onTestFinished, test } from 'vitest'
import type { NewReading } from '../parts.ts'
import { AT, GATEWAY, measured, PROBE, SCALE, weight } from '../testing/device.ts'
import { heldWriter, startHouse } from '../testing/house.ts'

const absent = spawnSync('mosquitto_pub', ['--help']).error !== undefined && process.env.CI === undefined
if (absent) console.warn('SKIPPED: mosquitto-clients is not installed (apt-get install it); CI has it.')

/** Runs one of the clients that others have written, signed in as somebody; gives its exit code and what it printed. */
function run(program: 'mosquitto_pub' | 'mosquitto_sub', port: number, [name, ...args]: [string, ...string[]]) {
  const door = ['-h', '127.0.0.1', '-p', String(port), '-V', 'mqttv311', '-i', name, '-u', name, '-P', GATEWAY.secret]
  const child = spawn(program, [...door, ...args])
  let text = ''
  child.stdout.on('data', chunk => {
    text += String(chunk)
  })
  child.stderr.on('data', chunk => {
    text += String(chunk)
  })
  const ended = new Promise<{ code: number | null; text: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, text }))
  })
  return ended
}

test.skipIf(absent)('mosquitto_pub is served: its weight is committed before it has its PUBACK', async () => {
  const { writer, commits, reach } = heldWriter()
  const { broker } = await startHouse(writer)
  const message = JSON.stringify(measured(1, weight('12.50'), AT))
  const ended = run('mosquitto_pub', broker.port, [
    GATEWAY.name,
    '-q',
    '1',
    '-t',
    measurementTopic(SCALE.id),
    '-m',
    message,
  ])
  let done = false
  void ended.then(() => {
    done = true
  })
  await reach(1)
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(done).toBe(false)
  expect(commits[0]!.what as NewReading).toMatchObject({ value: '12.50', reason: 'ok_stable' })
  commits[0]!.go()
  expect(await ended).toEqual({ code: 0, text: '' })
})

test.skipIf(absent)(
  'a sensor that publishes with mosquitto_pub is read, and with a wrong secret it is refused',
  async () => {
    const { writer, commits, reach } = heldWriter()
    const { broker } = await startHouse(writer)
    const { topic } = PROBE.transport
    const ended = run('mosquitto_pub', broker.port, [PROBE.identity, '-q', '2', '-t', topic, '-m', '{"temp":4.20}'])
    await reach(1)
    expect(commits[0]!.what as NewReading).toMatchObject({ value: '4.20', verdict: 'within' })
    commits[0]!.go()
    expect((await ended).code).toBe(0)
    const forged = run('mosquitto_pub', broker.port, [PROBE.identity, '-P', 'guess', '-t', topic, '-m', '4'])
    expect((await forged).code).not.toBe(0)
    expect(commits).toHaveLength(1)
  },
)

test.skipIf(absent)(
  'mosquitto_sub hears the commands of its own devices, and a foreign topic is refused to it',
  async () => {
    const { broker } = await startHouse(heldWriter().writer)
    const mine = run('mosquitto_sub', broker.port, [
      GATEWAY.name,

      '-q',
      '1',
      '-C',
      '1',
      '-t',
      commandTopic(SCALE.id),
    ])
    // When it has subscribed is not said before it ends: its output waits in a pipe.
    const timer = setInterval(() => broker.send(commandTopic(SCALE.id), 'tare'), 50)
    onTestFinished(() => clearInterval(timer))
    expect(await mine).toMatchObject({ code: 0, text: expect.stringContaining('tare') })
    const other = run('mosquitto_sub', broker.port, ['gateway-2', '-W', '2', '-t', measurementTopic(SCALE.id)])
    expect((await other).text).toMatch(/denied/i)
  },
)
