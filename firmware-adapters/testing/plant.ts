import type { DeviceConfig } from '@flowviz/contract/device'
import type { CommandAnswer, HealthMessage } from '@flowviz/contract/health'
import { MeasurementMessage } from '@flowviz/contract/measurement'
import { pino } from 'pino'
import { Compile } from 'typebox/compile'
import { onTestFinished } from 'vitest'
import type { AnyDriver } from '../driver.ts'
import { type Gateway, startGateway } from '../gateway/gateway.ts'
import { parsePlan } from '../simulator/plan.ts'
import { type Simulator, startSimulator } from '../simulator/simulator.ts'
import { startBroker, type TestBroker } from './broker.ts'

export interface TestPlant {
  broker: TestBroker
  gateway: Gateway
  simulator: Simulator
  /** Everything that was published as a measurement, in the order of arrival. */
  measured: MeasurementMessage[]
  answers: CommandAnswer[]
  of(device_id: string): MeasurementMessage[]
  health(device_id: string): HealthMessage | undefined
  /** Resolves as soon as a published message makes this true. */
  until(what: string, holds: () => boolean, ms?: number): Promise<void>
  /** Steers a pretended device through its control door. */
  control(id: string, body: Record<string, unknown>): Promise<void>
}

export interface TestPlantOptions {
  devices: DeviceConfig[]
  /** Pretended devices, as in a plan file. */
  pretended: Record<string, unknown>[]
  drivers?: ReadonlyMap<string, AnyDriver>
  /** The wall clock of the gateway, ms since 1970. */
  now?: () => number
  /** Called before the PUBACK of a measurement: false cuts the connection instead. */
  acknowledge?(message: MeasurementMessage): boolean
}

const validator = Compile(MeasurementMessage)

/** A gateway with a real broker on one side and pretended devices on real lines on the other; all gone after the test. */
export async function startPlant(options: TestPlantOptions): Promise<TestPlant> {
  const measured: MeasurementMessage[] = []
  const answers: CommandAnswer[] = []
  const health = new Map<string, HealthMessage>()
  const waiting = new Set<() => void>()
  const broker = await startBroker({
    authorizePublish: (client, packet, done) => {
      const message: unknown = packet.topic.startsWith('flowviz/') ? JSON.parse(String(packet.payload)) : null
      if (packet.topic.endsWith('/health')) health.set((message as HealthMessage).device_id, message as HealthMessage)
      if (packet.topic.endsWith('/command-answer')) answers.push(message as CommandAnswer)
      if (packet.topic.endsWith('/measurement')) {
        if (!validator.Check(message)) throw new Error(`not a measurement: ${packet.payload}`)
        measured.push(message)
        if (options.acknowledge?.(message) === false) {
          client?.conn.destroy()
          return
        }
      }
      done(null)
      for (const look of waiting) look()
    },
  })
  const plan = parsePlan(JSON.stringify({ v: 1, seed: 7, devices: options.pretended }))
  const simulator = await startSimulator(plan, () => Date.now())
  const gateway = startGateway({
    broker_url: broker.url,
    identity: 'gateway-1',
    secret: 'secret',
    boot_id: '0123456789abcdef',
    now: options.now ?? (() => Date.now()),
    monotonic: () => performance.now(),
    random: () => 0.5,
    log: pino({ level: 'silent' }),
    ...(options.drivers === undefined ? {} : { drivers: options.drivers }),
  })
  onTestFinished(async () => {
    await gateway.stop()
    await simulator.stop()
  })
  await gateway.apply({ v: 1, site: 'plant-1', devices: options.devices })

  const until = (what: string, holds: () => boolean, ms = 8_000) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!holds()) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`did not happen in ${ms} ms: ${what}; ${JSON.stringify([...health.values()])}`))
      }, ms)
      waiting.add(look)
      look()
    })
  const control = async (id: string, body: Record<string, unknown>) => {
    const url = `http://127.0.0.1:${simulator.control_port}/${id}/control`
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    if (response.status !== 204) throw new Error(`${id}: ${response.status} ${await response.text()}`)
  }
  return {
    broker,
    gateway,
    simulator,
    measured,
    answers,
    of: id => measured.filter(({ device_id }) => device_id === id),
    health: id => health.get(id),
    until,
    control,
  }
}

/** The configuration of a scale on this line. */
export const scaleConfig = (id: string, path: string, more: Partial<DeviceConfig> = {}): DeviceConfig => ({
  id,
  name: 'Scale',
  driver: 'mt-sics',
  location: 'receiving',
  identity: 'gateway-1',
  transport: { kind: 'serial', path, baud: 9600, format: '8N1' },
  poll_ms: 100,
  timeout_ms: 300,
  settings: { settle_ms: 50, stable_ms: 5_000 },
  channels: [{ name: 'weight', unit: 'kg' }],
  ...more,
})

/** The configuration of a transmitter on this bus. */
export const unitConfig = (id: string, path: string, unit_id: number): DeviceConfig => ({
  id,
  name: 'Cold room',
  driver: 'xy-md02',
  location: 'cold-1',
  identity: 'gateway-1',
  transport: { kind: 'modbus-rtu', path, baud: 9600, format: '8N1', unit_id },
  poll_ms: 250,
  timeout_ms: 80,
  settings: { address: 1, places: 1, table: 'input' },
  channels: [
    { name: 'temperature', unit: 'Cel' },
    { name: 'humidity', unit: '%' },
  ],
})
