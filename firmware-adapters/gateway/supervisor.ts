import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { HealthMessage } from '@flowviz/contract/health'
import type { AnyDriver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { DeviceRunner, type Surroundings } from './device-runner.ts'

/** The devices of a gateway, each in its own loop. */
export class Supervisor {
  readonly #around: Surroundings
  readonly #drivers: ReadonlyMap<string, AnyDriver>
  readonly #identity: string
  readonly #runners = new Map<string, DeviceRunner>()

  /** @param identity MQTT identity of this gateway: it opens the devices that name it and no others */
  constructor(identity: string, around: Surroundings, drivers: ReadonlyMap<string, AnyDriver> = DRIVERS) {
    this.#identity = identity
    this.#around = around
    this.#drivers = drivers
  }

  get runners(): readonly DeviceRunner[] {
    return [...this.#runners.values()]
  }

  runner(device_id: string): DeviceRunner | undefined {
    return this.#runners.get(device_id)
  }

  /** Ids of the devices that this gateway speaks for. */
  get ids(): string[] {
    return [...this.#runners.keys()]
  }

  /** Starts, restarts and stops devices so that they are as the configuration says; what did not change goes on. */
  async apply(plant: PlantDevices): Promise<void> {
    const wanted = plant.devices.filter(device => this.#isOurs(device))
    const stale = this.runners.filter(({ config }) => {
      const next = wanted.find(device => device.id === config.id)
      return next === undefined || JSON.stringify(next) !== JSON.stringify(config)
    })
    await Promise.all(stale.map(runner => runner.stop()))
    for (const runner of stale) this.#runners.delete(runner.config.id)
    for (const device of wanted) if (!this.#runners.has(device.id)) this.#add(device)
  }

  /** The state of every device. */
  health(): HealthMessage[] {
    return this.runners.map(runner => runner.status.message())
  }

  /** Stops all devices at once. */
  async stop(): Promise<void> {
    await Promise.all(this.runners.map(runner => runner.stop()))
  }

  #isOurs(device: DeviceConfig): boolean {
    return device.identity === this.#identity && device.transport.kind !== 'mqtt-door'
  }

  #add(device: DeviceConfig): void {
    const driver = this.#drivers.get(device.driver)
    if (driver === undefined) throw new FlowError('config_invalid', `There is no driver ${device.driver}.`)
    const runner = new DeviceRunner(device, driver, this.#around)
    this.#runners.set(device.id, runner)
    if (device.enabled === false) runner.status.stopped()
    else runner.start()
  }
}
