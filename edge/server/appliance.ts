import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import type { SyncStatus } from '@flowviz/contract/live'
import { uuidMaker } from '@flowviz/contract/uuid'
import type { Logger } from 'pino'
import { type AppParts, buildApp } from './app.ts'
import { type Broker, startBroker } from './broker/broker.ts'
import { deviceCommands } from './broker/command.ts'
import type { Config } from './config.ts'
import { VERSION } from './describe.ts'
import { deviceFlow } from './device-flow.ts'
import { readDevices } from './devices-file.ts'
import { startExpiry } from './expiry.ts'
import { startExporter } from './fsma/exporter.ts'
import { gauges } from './gauge.ts'
import { alarmTeller } from './live/alarm-teller.ts'
import { liveHub } from './live/hub.ts'
import { recallTeller } from './live/recall-teller.ts'
import { monitorLoop } from './monitor/loop.ts'
import { openPackQueue } from './pack/queue.ts'
import type { SyncLoop } from './parts.ts'
import { openPrinter } from './print/printer.ts'
import { startSpooler } from './printing/spooler.ts'
import { readiness, type Trouble } from './readiness.ts'
import { type FloorPorts, secureOrigin } from './secure-origin.ts'
import { openStores, type Stores } from './stores.ts'
import { boxActor } from './sync/actor.ts'
import { healBeforeServing } from './sync/heal.ts'
import { startSync } from './sync/sync.ts'
import { tellLocks } from './tell-lock.ts'

/** What enters from outside: settings, clocks, randomness and the log. */
export interface Outside {
  config: Readonly<Config>
  /** ms since 1970 */
  now: () => number
  /** ms, never set back */
  monotonic: () => number
  random: () => number
  randomBytes: (count: number) => Buffer
  logger: Logger
  /** A writer's thread ended by itself: nothing can be written any more. */
  onFailure: (error: Error) => void
}

export interface Appliance extends Readonly<FloorPorts> {
  readonly mqtt_port: number
  troubles(): Promise<Trouble[]>
  /** Reads the device file again. @throws FlowError config_invalid, and everything stays as it was */
  reloadDevices(): Promise<void>
  /** Takes a renewed certificate from its files. False: it is not usable, the log says why, the last good one stays. */
  renewCertificate(): boolean
  /** Stops taking, ends what is in flight, signs the ledger's head, closes the files. */
  stop(): Promise<void>
}

/** Works alone: there is no headquarters to fall behind of. */
const ALONE: SyncLoop = {
  status: () => ({
    state: 'off',
    pending_events: 0,
    pending_readings: 0,
    oldest_pending_at: null,
    last_ack_at: null,
    problem: null,
  }),
  nudge: () => undefined,
  stop: async () => undefined,
}

/**
 * Builds the house: files, healing, devices, people, doors; serves when it resolves. What was opened is closed again
 * when a step fails. Codes thrown: config_invalid, port_taken, store_unfit, storage_full.
 */
export async function startAppliance(outside: Outside): Promise<Appliance> {
  const { config, onFailure } = outside
  const devices = readDevices(config.devices_file, config.site)
  const stores = await openStores(config, {
    version: VERSION,
    onFailure,
    onTrouble: err => outside.logger.warn({ err }, 'the counts of requests could not be kept'),
  })
  const closers: (() => Promise<unknown> | unknown)[] = [() => stores.close()]
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const newId = uuidMaker(outside.now, outside.randomBytes)
    await prepare(outside, { stores, devices, newId })
    return { ...(await open(outside, { stores, devices, newId, closers })), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Prepared {
  stores: Stores
  devices: PlantDevices
  newId: () => string
}

/** What must be true before anybody may write: headquarters' rows are back, the ledger knows devices and people. */
async function prepare(outside: Outside, { stores, devices, newId }: Prepared): Promise<void> {
  const { config } = outside
  const { plant, reader, telemetry, telemetryWriter } = stores
  await healBeforeServing({
    ...outside,
    dataDir: config.data_dir,
    cloudUrl: config.cloud?.url ?? null,
    site: config.site,
    signer: config.box_key,
    reader,
    telemetry,
    writer: plant,
    telemetryWriter,
    newId,
  })
  const actor = boxActor(config.site)
  await plant.submit('sync-devices', { actor, plant: devices })
  if (config.people.length > 0) await plant.submit('seed-people', { actor, people: config.people })
}

async function open(
  outside: Outside,
  { stores, devices, newId, closers }: Prepared & { closers: (() => Promise<unknown> | unknown)[] },
): Promise<Omit<Appliance, 'stop'>> {
  const { config, logger, monotonic } = outside
  const { plant, reader, telemetry } = stores
  const { site, data_dir } = config
  const actor = boxActor(site)
  const gauge = gauges()
  const hub = liveHub({ monotonic })
  closers.push(() => hub.close())

  let broker: Broker | null = null
  const commands = deviceCommands({ newId, broker: () => broker ?? NOT_LISTENING })
  let sync: SyncLoop = ALONE
  const monitor = keepWatch(outside, { stores, hub, closers })
  const flow = deviceFlow({
    ...outside,
    ...stores,
    hub,
    commands,
    actor,
    onCommitted: gauge.readingCommitted,
    onSay: (topic, payload) => broker?.send(topic, payload),
    onReading: reading => {
      monitor.nudge(reading)
      sync.nudge()
    },
  })
  closers.push(() => flow.stop())
  // What came while nobody judged is judged before anybody may move a lot.
  await monitor.start()
  plant.onCommit(head => {
    gauge.ledgerCommitted(head)
    sync.nudge()
  })
  broker = await startBroker({ ...config.mqtt, identities: config.identities, logger, take: flow.ingest.take })
  const door = broker
  closers.push(() => door.close())
  const use = (configs: readonly DeviceConfig[]) => {
    door.configure(configs)
    commands.configure(configs)
    flow.configure(configs)
  }
  use(devices.devices)

  sync = push(outside, { stores, newId, onStatus: status => hub.publish({ type: 'sync', sync: status }) })
  closers.push(() => sync.stop())
  const troubles = readiness({ plant, reader, telemetry, broker, held: flow.ingest.held, data_dir, monotonic })
  gauge.watch({ ...flow, broker, sync, telemetry, screens: hub.screens, head: plant.head })
  const papers = paperRoom(outside, { stores, newId, closers })
  const floor = await openFloor(outside, closers, {
    newId,
    ...stores,
    board: flow.board,
    hub,
    sync,
    actions: commands,
    ...papers,
    troubles,
    metrics: gauge.registry,
  })
  return {
    ...floor,
    mqtt_port: broker.port,
    troubles,
    async reloadDevices() {
      const next = readDevices(config.devices_file, site)
      await plant.submit('sync-devices', { actor, plant: next })
      use(next.devices)
    },
  }
}

/** The doors of the floor and of whoever asks over HTTP; they are open when it resolves. */
async function openFloor(
  outside: Outside,
  closers: (() => unknown)[],
  rooms: Omit<
    AppParts,
    | 'site'
    | 'site_name'
    | 'ui_dir'
    | 'token_key'
    | 'client'
    | 'version'
    | 'warnings'
    | 'certificate'
    | 'stopping'
    | keyof Outside
  >,
): Promise<FloorPorts & Pick<Appliance, 'renewCertificate'>> {
  const { site, site_name, ui_dir, token_key, client, tls } = outside.config
  const origin = secureOrigin({ ...outside, registry: rooms.metrics })
  closers.push(() => origin.stop())
  const stopping = new AbortController()
  const app = await buildApp({
    ...outside,
    ...rooms,
    site,
    site_name,
    ui_dir,
    token_key,
    client,
    version: VERSION,
    certificate: tls?.first ?? null,
    warnings: origin.warnings,
    stopping: stopping.signal,
  })
  closers.push(() => {
    stopping.abort()
    return app.close()
  })
  return { ...(await origin.listen(app)), renewCertificate: origin.renew }
}

/** What looks after the plant without being asked: monitors of rooms, alarms, last days, locked accounts. */
function keepWatch(
  outside: Outside,
  { stores, hub, closers }: Pick<Prepared, 'stores'> & { hub: ReturnType<typeof liveHub>; closers: (() => unknown)[] },
): ReturnType<typeof monitorLoop> {
  const { site, limits } = outside.config
  const actor = boxActor(site)
  tellLocks({ ...outside, ...stores, actor, locked_s: limits.login.locked_s })
  const monitor = monitorLoop({ ...outside, ...stores })
  const alarms = alarmTeller({ reader: stores.reader, hub })
  const expiry = startExpiry({ ...outside, plant: stores.plant, actor })
  const recalls = recallTeller({ reader: stores.reader, hub })
  stores.plant.onCommit(() => {
    alarms.look()
    recalls.look()
  })
  for (const watch of [monitor, alarms, recalls, expiry]) closers.push(() => watch.stop())
  return monitor
}

/** What makes papers and files in threads of their own: prints, packs for an audit, spreadsheets for the FDA; labels. */
function paperRoom(
  outside: Outside,
  { stores, newId, closers }: Pick<Prepared, 'stores' | 'newId'> & { closers: (() => unknown)[] },
) {
  const { data_dir, site, site_name } = outside.config
  const parts = { ...outside, ...stores, data_dir, site, site_name, newId, actor: boxActor(site) }
  const printer = openPrinter()
  const packs = openPackQueue(parts)
  const exporter = startExporter(parts)
  stores.plant.onCommit(() => exporter.look())
  const spooler = startSpooler(parts)
  closers.push(() => Promise.all([printer.close(), packs.stop(), exporter.stop(), spooler.stop()]))
  return { printer, packs, exporter, spooler }
}

/** Pushes to headquarters, if there is one. */
function push(
  outside: Outside,
  { stores, newId, onStatus }: Pick<Prepared, 'stores' | 'newId'> & { onStatus: (status: SyncStatus) => void },
): SyncLoop {
  const { cloud, site, box_key } = outside.config
  if (cloud === null) return ALONE
  return startSync({
    ...outside,
    cloudUrl: cloud.url,
    cloudKey: cloud.key,
    site,
    signer: box_key,
    reader: stores.reader,
    telemetry: stores.telemetry,
    writer: stores.plant,
    newId,
    onStatus,
  })
}

const NOT_LISTENING: Pick<Broker, 'send' | 'isConnected'> = { send: () => undefined, isConnected: () => false }
