import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { watchMemory } from './day/memory.ts'
import { check } from './devices/check.ts'
import { goalsOf, kindRows, processRows, type Run } from './devices/goal.ts'
import type { DeviceAnswer, DeviceJob } from './devices/main.ts'
import { devicesOf, FULL, type Places, QUICK } from './devices/plan.ts'
import { type DevicePlant, startPlant } from './devices/plant.ts'
import { watchProcessor } from './devices/processor.ts'
import type { Counted } from './devices/tally.ts'
import { startGenerator } from './load/generator.ts'
import { print } from './report/report.ts'

// 16 scales that stream 10 frames a second, 40 Modbus devices on four buses and 8 MQTT sensors, read by the gateway as
// it ships for an appliance as it ships. The devices live in a process of their own, and number their frames: each
// reading in the file is the frame that was sent, or it is a fault. Nothing is reported by exception: every frame counts.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    profile: { type: 'string' },
    seconds: { type: 'string' },
  },
})
const usual = values.quick === true ? QUICK : FULL
const span = values.seconds === undefined ? usual : { ...usual, seconds: Number(values.seconds) }
const SETTLE_S = 60
const SAMPLE_MS = 250
const tell = (line: string) => void process.stderr.write(`${line}\n`)

const ROOM = resolve(import.meta.dirname, '..', '.bench')
mkdirSync(ROOM, { recursive: true })
const folder = mkdtempSync(join(ROOM, 'devices-'))
const devices = startGenerator<DeviceJob, DeviceAnswer>(join(import.meta.dirname, 'devices', 'main.ts'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true }), () => devices.stop()]
try {
  const places = (await devices.run({ step: 'open', port: 0, folder })) as Places
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`]
  const plant = await startPlant(folder, places, profiling)
  closers.push(() => plant.appliance.stop())
  const run = await measure(plant, devicesOf(places).devices.length)
  print('devices', { rows: kindRows(run), plants: processRows(run), goals: goalsOf(run) }, values.json === true)
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure(plant: DevicePlant, many: number): Promise<Run> {
  const port = plant.mqtt_port
  await devices.run({ step: 'aim', port })
  const gateway = await plant.startGateway()
  closers.push(() => gateway.stop())
  const { heard } = (await devices.run({ step: 'settle', port, devices: many, within_s: SETTLE_S })) as {
    heard: number
  }
  if (heard < many) throw new Error(`only ${heard} of ${many} devices were heard within ${SETTLE_S} s`)
  await sleep(span.warm_s * 1_000)
  tell(`${many} devices for ${span.seconds} s`)
  const memory = watchMemory(gateway.pid, SAMPLE_MS)
  const processor = [gateway, plant.appliance].map(({ pid }) => watchProcessor(pid))
  await devices.run({ step: 'measure', port, seconds: span.seconds })
  const [gateway_pct, appliance_pct] = processor.map(used => used()) as [number, number]
  const used = memory.end()
  await gateway.stop()
  const counted = (await devices.run({ step: 'count', port })) as Counted
  await plant.appliance.stop()
  tell('comparing every reading')
  const checked = check(plant.file, counted)
  return { seconds: span.seconds, counted, checked, memory: used, gateway_pct, appliance_pct }
}
