import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PlantDevices } from '@flowviz/contract/device'
import { pino } from 'pino'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { readGatewayConfig } from '../../firmware-adapters/config.ts'
import { mtSics } from '../../firmware-adapters/driver/mt-sics/driver.ts'
import type { AnyDriver } from '../../firmware-adapters/driver.ts'
import { startGateway } from '../../firmware-adapters/gateway/gateway.ts'
import { DRIVERS } from '../../firmware-adapters/registry.ts'

// The gateway as it ships, in a process of its own, with one driver more: a scale's driver with a defect. It gives two
// readings and then throws what no driver should, as often as told; after that it is the driver that it should be.
const CRASHES = Number(process.env.CRASHES ?? 6)
let crashes = 0
const defective = {
  ...mtSics,
  id: 'defective',
  async *measure(...given: Parameters<typeof mtSics.measure>) {
    let readings = 0
    for await (const measurements of mtSics.measure(...given)) {
      yield measurements
      if (crashes < CRASHES && ++readings === 2) {
        crashes++
        throw new TypeError("Cannot read properties of undefined (reading 'weight')")
      }
    }
  },
} as AnyDriver

const drivers = new Map<string, AnyDriver>([...DRIVERS, [defective.id, defective]])
const config = readGatewayConfig()
const log = pino({ level: config.log_level, base: { process: 'gateway' } })
const gateway = startGateway({
  ...config,
  boot_id: randomBytes(8).toString('hex'),
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  log,
  drivers,
})
const plant = parse(readFileSync(process.env.FLOWVIZ_DEVICES_FILE!, 'utf8')) as PlantDevices
const devices = plant.devices.map(device => {
  const settings = Compile(drivers.get(device.driver)!.settings).Default(device.settings ?? {})
  return { ...device, settings: settings as Record<string, unknown> }
})
await gateway.apply({ ...plant, devices })
process.once('SIGTERM', () => void gateway.stop().finally(() => process.exit(0)))
log.info({ devices: gateway.supervisor.ids }, 'ready')
