import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { writePrivate } from '../../provisioning/demo/keys.ts'
import { type Started, startProcess } from '../../provisioning/demo/process.ts'
import { nodePath } from '../../provisioning/node.ts'
import { BENCH, writeBenchPlant } from '../write/plant.ts'
import { devicesOf, type Places } from './plan.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** What the unit of the gateway gives to its Node. */
function shippedOptions(): string[] {
  const unit = readFileSync(join(ROOT, 'systemd', 'flowviz-adapters.service'), 'utf8')
  const given = /^ExecStart=\S+ (?<options>(?:--\S+ )*)\S+main\.ts$/m.exec(unit)?.groups?.options
  if (given === undefined) throw new Error('the unit of the gateway does not say how it is started')
  return given.split(' ').filter(option => option !== '')
}

/** An appliance and a gateway as they ship, for the devices of the plan. */
export interface DevicePlant {
  appliance: Started
  /** Its broker. */
  mqtt_port: number
  /** `telemetry.db` of it. */
  file: string
  startGateway(): Promise<Started>
}

/** Starts the appliance; `options` are for the Node that runs the gateway. @throws FlowError process_failed */
export async function startPlant(dir: string, places: Places, options: readonly string[]): Promise<DevicePlant> {
  const { env, secret } = writeBenchPlant(dir)
  const devices = env.FLOWVIZ_DEVICES_FILE!
  writeFileSync(devices, stringify(devicesOf(places)))
  const secretFile = join(dir, 'etc', 'gateway.secret')
  writePrivate(secretFile, secret)
  const start = (name: string, script: string, { args = [] as readonly string[], env = {} }) =>
    startProcess({
      name,
      command: nodePath(),
      args: [...args, join(ROOT, script)],
      env,
      cwd: ROOT,
      logFile: join(dir, `${name}.log`),
    })
  const appliance = await start('flowviz', 'edge/server/main.ts', { env })
  return {
    appliance,
    mqtt_port: Number(appliance.ready.mqtt_port),
    file: join(dir, 'data', 'telemetry.db'),
    startGateway: () =>
      start('gateway', 'firmware-adapters/main.ts', {
        args: [...shippedOptions(), ...options],
        env: {
          FLOWVIZ_BROKER_URL: `mqtt://127.0.0.1:${places.witness}`,
          FLOWVIZ_DEVICES_FILE: devices,
          FLOWVIZ_GATEWAY_IDENTITY: BENCH.identity,
          FLOWVIZ_GATEWAY_SECRET_FILE: secretFile,
        },
      }),
  }
}
