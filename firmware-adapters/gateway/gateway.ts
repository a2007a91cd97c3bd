import type { PlantDevices } from '@flowviz/contract/device'
import { commandTopic, type HealthMessage, healthTopic } from '@flowviz/contract/health'
import type { Logger } from 'pino'
import type { AnyDriver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { Backoff, BROKER_MS } from './backoff.ts'
import { BrokerLink } from './broker-link.ts'
import { BusLoad } from './bus-load.ts'
import { CommandDesk } from './command-desk.ts'
import type { DeviceRunner } from './device-runner.ts'
import { busKey, LinkOpener } from './link.ts'
import { createPace } from './pace.ts'
import { Publisher } from './publisher.ts'
import { type Applied, Supervisor } from './supervisor.ts'

export interface GatewayOptions {
  broker_url: string
  identity: string
  secret: string
  /** 16 hex digits, random at each start. */
  boot_id: string
  now: () => number
  monotonic: () => number
  random: () => number
  log: Logger
  drivers?: ReadonlyMap<string, AnyDriver>
}

export interface Gateway {
  supervisor: Supervisor
  /** True while the broker is connected. */
  connected(): boolean
  /** How long each Modbus bus was busy since it was opened, in ms. */
  busyBuses(): ReadonlyMap<string, number>
  /** The state of every device, as it is told to the appliance. */
  health(): HealthMessage[]
  /** Makes the devices as the configuration says. @throws FlowError config_invalid, and all of them stay as they were */
  apply(plant: PlantDevices): Promise<Applied>
  /** Closes the devices, gives what waits a second to leave, and says goodbye to the broker. */
  stop(): Promise<void>
}

const HEALTH_MS = 500
/** A device that has become late is told of this soon, and not only at the next beat: a screen still shows its value. */
const LOOK_MS = 100
const FAREWELL_MS = 1_000

/** Assembles a gateway and connects it; `apply` gives it devices. */
export function startGateway(options: GatewayOptions): Gateway {
  const { identity, now, monotonic, random, log } = options
  const link = new BrokerLink({
    url: options.broker_url,
    identity,
    secret: options.secret,
    backoff: new Backoff(random, BROKER_MS),
    log,
  })
  const pace = createPace(monotonic)
  const publisher = new Publisher({
    link,
    boot_id: options.boot_id,
    dropped: (device_id, channel) => supervisor.runner(device_id)?.forget(channel),
  })
  const load = new BusLoad()
  const healthOf = ({ config, status }: DeviceRunner) => status.message(load.percent(busKey(config.transport)))
  const tell = (device_id: string) => {
    const runner = supervisor.runner(device_id)
    if (runner !== undefined) void link.publish(healthTopic(device_id), JSON.stringify(healthOf(runner)), 0)
  }
  const opener = new LinkOpener(identity, now, monotonic)
  const around = { opener, publisher, pace, now, monotonic, random, log, changed: tell }
  const supervisor = new Supervisor(identity, around, options.drivers ?? DRIVERS)
  new CommandDesk({ link, supervisor, log })
  link.onUp(() => supervisor.ids.forEach(tell))
  const beat = setInterval(() => {
    load.look(opener.busyBuses(), monotonic())
    supervisor.ids.forEach(tell)
  }, HEALTH_MS)
  const look = setInterval(() => {
    for (const { status } of supervisor.runners) status.look()
  }, LOOK_MS)
  link.start()

  let applying: Promise<unknown> = Promise.resolve()
  const apply = (plant: PlantDevices) => {
    // Two reloads in a row must not start a device twice.
    const applied = applying.then(async () => {
      const changes = await supervisor.apply(plant)
      link.subscribe(supervisor.ids.map(commandTopic))
      return changes
    })
    applying = applied.catch(() => undefined)
    return applied
  }
  const stop = async () => {
    clearInterval(beat)
    clearInterval(look)
    await supervisor.stop()
    supervisor.ids.forEach(tell)
    const until = monotonic() + FAREWELL_MS
    while (link.session !== 0 && !publisher.allSettled() && monotonic() < until) await pace.wait(20)
    await link.stop()
  }
  const busyBuses = () => opener.busyBuses()
  const health = () => supervisor.runners.map(healthOf)
  return { supervisor, connected: () => link.session !== 0, busyBuses, health, apply, stop }
}
