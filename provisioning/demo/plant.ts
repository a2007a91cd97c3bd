import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../config.ts'
import { enrolBox, makeClaim } from '../enrol.ts'
import { litestreamPath } from '../litestream/binary.ts'
import { writePrivate } from './keys.ts'
import type { DemoPerson } from './people.ts'
import { GATEWAY, type PlantFiles, readCloud, writePlantFiles } from './plant-files.ts'
import { replicationPlan } from './replication.ts'
import { serverPlan } from './server.ts'
import { makeUnit, startInOrder, stopInOrder, type Unit, type UnitOptions } from './unit.ts'

export interface PlantOptions extends UnitOptions {
  dir: string
  site: string
  siteName: string
  httpPort: number
  mqttPort: number
  modbusPort: number
  controlPort: number
  /** Left out: the plant has no label printer. */
  printerPort?: number
  now: () => number
  people?: readonly DemoPerson[]
  litestreamBin?: string | null
  /** Further settings of every process of the plant, which win. */
  env?: Record<string, string>
}

/** A plant on this machine: an appliance, its gateway, its replication, and the devices that it thinks it has. */
export interface Plant {
  site: string
  siteName: string
  url: string
  brokerUrl: string
  /** Steers the pretended devices: `POST /scale-1/control {"load_kg": "12.500"}`. */
  controlUrl: string
  files: PlantFiles
  simulator: Unit
  edge: Unit
  adapters: Unit
  litestream: Unit
  /** Devices first, replication last. */
  start(): Promise<void>
  /** The order of the box (systemd/README.md): adapters, edge, Litestream last, so that nothing stays unreplicated. */
  stop(): Promise<void>
  /** SIGKILL to all, as a power cut would. */
  kill(): Promise<void>
}

/** Writes a plant's files (those of an earlier time stay) and names its processes. Nothing runs yet. */
export function preparePlant(options: PlantOptions): Plant {
  const files = writePlantFiles(options)
  const url = `http://127.0.0.1:${options.httpPort}`
  const brokerUrl = `mqtt://127.0.0.1:${options.mqttPort}`
  const units = unitsOf(options, files, brokerUrl)
  const { simulator, edge, adapters, litestream } = units
  return {
    site: options.site,
    siteName: options.siteName,
    url,
    brokerUrl,
    controlUrl: `http://127.0.0.1:${options.controlPort}`,
    files,
    ...units,
    start: () =>
      startInOrder([
        [simulator, edge],
        [adapters, litestream],
      ]),
    stop: () => stopInOrder([[adapters, simulator], [edge], [litestream]]),
    async kill() {
      await Promise.all([adapters, simulator, edge, litestream].map(unit => unit.kill()))
    },
  }
}

/**
 * Prepares a plant and starts its processes.
 * @throws FlowError process_failed; what had started is stopped again.
 */
export async function startPlant(options: PlantOptions): Promise<Plant> {
  const plant = preparePlant(options)
  await plant.start()
  return plant
}

/**
 * Enrols a prepared plant at headquarters that run, once: the key that it got is kept beside its own. Start, or
 * restart, the edge afterwards.
 * @throws FlowError claim_invalid, credentials_wrong, peer_unreachable.
 */
export async function enrolPlant(
  plant: Plant,
  headquarters: { url: string; admin: { name: string; secret: string } },
): Promise<void> {
  const known = readCloud(plant.files)
  const key = known?.key ?? (await enrolNow(plant, headquarters))
  writePrivate(plant.files.cloud, `${JSON.stringify({ url: headquarters.url, key })}\n`)
}

async function enrolNow(
  plant: Plant,
  headquarters: { url: string; admin: { name: string; secret: string } },
): Promise<string> {
  const claim = await makeClaim(headquarters.url, headquarters.admin, plant.site)
  const privatePem = readFileSync(plant.files.boxKey, 'utf8')
  return enrolBox(headquarters.url, claim, { site: plant.site, site_name: plant.siteName, privatePem })
}

function unitsOf(options: PlantOptions, files: PlantFiles, brokerUrl: string) {
  const logDir = files.log
  const unit = (name: string, entry: string, env: () => Record<string, string>) =>
    makeUnit(name, () => serverPlan({ name, entry, env: { ...env(), ...options.env }, logDir }), options)
  return {
    simulator: unit('simulator', 'firmware-adapters/simulator/main.ts', () => ({
      FLOWVIZ_SIMULATORS_FILE: files.simulators,
    })),
    edge: unit('edge', 'edge/server/main.ts', () => {
      const env = edgeEnvironment(options, files)
      const lines = Object.entries({ ...env, FLOWVIZ_LITESTREAM_FILE: files.litestream })
      writePrivate(files.edgeEnv, lines.map(environmentLine).join(''))
      return env
    }),
    adapters: unit('adapters', 'firmware-adapters/main.ts', () => ({
      FLOWVIZ_DEVICES_FILE: files.devices,
      FLOWVIZ_BROKER_URL: brokerUrl,
      FLOWVIZ_GATEWAY_IDENTITY: GATEWAY,
      FLOWVIZ_GATEWAY_SECRET_FILE: files.gatewaySecret,
    })),
    litestream: makeUnit(
      'litestream',
      () =>
        replicationPlan(
          litestreamPath(options.litestreamBin ?? null),
          files.litestream,
          join(logDir, 'litestream.log'),
        ),
      options,
    ),
  }
}

/** A line that systemd (EnvironmentFile=) and `util.parseEnv` read alike; neither lets a quote stand in its own kind. */
function environmentLine([name, value]: [string, string]): string {
  const quote = value.includes('"') ? "'" : '"'
  return `${name}=${quote}${value}${quote}\n`
}

function edgeEnvironment(options: PlantOptions, files: PlantFiles): Record<string, string> {
  const cloud = readCloud(files)
  return {
    FLOWVIZ_SITE: options.site,
    FLOWVIZ_SITE_NAME: options.siteName,
    FLOWVIZ_DATA_DIR: files.data,
    FLOWVIZ_HTTP_HOST: '127.0.0.1',
    FLOWVIZ_HTTP_PORT: String(options.httpPort),
    FLOWVIZ_MQTT_HOST: '127.0.0.1',
    FLOWVIZ_MQTT_PORT: String(options.mqttPort),
    FLOWVIZ_DEVICES_FILE: files.devices,
    FLOWVIZ_IDENTITIES_FILE: files.identities,
    FLOWVIZ_PEOPLE_FILE: files.people,
    FLOWVIZ_LIMITS_FILE: files.limits,
    FLOWVIZ_BOX_KEY_FILE: files.boxKey,
    FLOWVIZ_TOKEN_KEY_FILE: files.tokenKey,
    FLOWVIZ_UI_DIR: join(ROOT, 'edge', 'ui', 'dist'),
    // Litestream checkpoints, so the appliance must not.
    FLOWVIZ_LITESTREAM: '1',
    ...(cloud === null ? {} : { FLOWVIZ_CLOUD_URL: cloud.url, FLOWVIZ_CLOUD_KEY: cloud.key }),
  }
}
