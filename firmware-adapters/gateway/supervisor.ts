import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { AnyDriver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { DeviceRunner, type Surroundings } from './device-runner.ts'

/** What a configuration changed, by device. */
export interface Applied {
  added: string[]
  changed: string[]
  removed: string[]
}

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

  /**
   * Starts, restarts and stops devices so that they are as the configuration says; what did not change goes on. A
   * device that cannot be made of its configuration leaves all of them as they were; one that cannot be opened does
   * not, for its line may come later: it shows its fault.
   * @throws FlowError config_invalid, and whatever a driver throws over its settings
   */
  async apply(plant: PlantDevices): Promise<Applied> {
    const wanted = new Map(plant.devices.filter(device => this.#isOurs(device)).map(device => [device.id, device]))
    const kept = new Set(
      this.runners.filter(({ config }) => isSame(wanted.get(config.id), config)).map(({ config }) => config.id),
    )
    const fresh = [...wanted.values()].filter(({ id }) => !kept.has(id)).map(device => this.#make(device))
    const stale = this.runners.filter(({ config }) => !kept.has(config.id))
    const known = new Set(this.ids)
    // A line has one owner: the old one lets go before the new one begins.
    await Promise.all(stale.map(runner => runner.stop()))
    for (const { config } of stale) this.#runners.delete(config.id)
    for (const runner of fresh) this.#begin(runner)
    const ids = fresh.map(({ config }) => config.id)
    return {
      added: ids.filter(id => !known.has(id)),
      changed: ids.filter(id => known.has(id)),
      removed: stale.map(({ config }) => config.id).filter(id => !wanted.has(id)),
    }
  }

  /** Stops all devices at once. */
  async stop(): Promise<void> {
    await Promise.all(this.runners.map(runner => runner.stop()))
  }

  #isOurs(device: DeviceConfig): boolean {
    return device.identity === this.#identity && device.transport.kind !== 'mqtt-door'
  }

  #make(device: DeviceConfig): DeviceRunner {
    const driver = this.#drivers.get(device.driver)
    if (driver === undefined) throw new FlowError('config_invalid', `There is no driver ${device.driver}.`)
    return new DeviceRunner(device, driver, this.#around)
  }

  #begin(runner: DeviceRunner): void {
    this.#runners.set(runner.config.id, runner)
    if (runner.config.enabled === false) runner.status.stopped()
    else runner.start()
  }
}

const isSame = (next: DeviceConfig | undefined, config: DeviceConfig) =>
  next !== undefined && JSON.stringify(next) === JSON.stringify(config)
