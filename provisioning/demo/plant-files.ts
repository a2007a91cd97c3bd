import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { litestreamConfig } from '../litestream/config.ts'
import { type PlantSimulation, simulate } from './devices.ts'
import { keepPrivate, newPrivateKey, newSecret, sha256Hex, writePrivate } from './keys.ts'
import { type DemoPerson, keepPeople, PLANT_PEOPLE } from './people.ts'

/** Files and folders of one plant, all below one folder. */
export interface PlantFiles {
  dir: string
  data: string
  replica: string
  log: string
  devices: string
  identities: string
  people: string
  limits: string
  boxKey: string
  tokenKey: string
  gatewaySecret: string
  simulators: string
  litestream: string
  /** The appliance's settings, for `flowviz doctor --env-file` and its like; written at each start. */
  edgeEnv: string
  /** What enrolment gave: headquarters' address and witness key. */
  cloud: string
}

/** Names of a plant's files; makes nothing. */
export function plantFiles(dir: string): PlantFiles {
  const etc = (name: string) => join(dir, 'etc', name)
  return {
    dir,
    data: join(dir, 'data'),
    replica: join(dir, 'replica'),
    log: join(dir, 'log'),
    devices: etc('devices.yaml'),
    identities: etc('identities.json'),
    people: etc('people.json'),
    limits: etc('limits.json'),
    boxKey: etc('box.pem'),
    tokenKey: etc('token.pem'),
    gatewaySecret: etc('gateway.secret'),
    simulators: etc('simulators.json'),
    litestream: etc('litestream.yml'),
    edgeEnv: etc('edge.env'),
    cloud: etc('cloud.json'),
  }
}

export interface PlantWish {
  dir: string
  site: string
  mqttPort: number
  /** Port of the pretended Modbus TCP transmitter. */
  modbusPort: number
  /** Port of the simulator's control door: `POST /<device>/control`. */
  controlPort: number
  /** Port of the pretended label printer; left out: there is none. */
  printerPort?: number | undefined
  people?: readonly DemoPerson[] | undefined
  now: () => number
}

/** The identity under which a plant's gateway publishes. */
export const GATEWAY = 'gateway-1'

// Whole shifts of history are registered by one operator within seconds, through the same door as a person's lots. The
// tries to sign in and the deletes stay as they are in a plant.
const SEEDED = { per_min: 100_000 }
const DEMO_LIMITS = { v: 1, rules: { lots: SEEDED, qc_decisions: SEEDED, traceability: SEEDED } }

/**
 * Writes everything that the processes of a plant read. Keys, secrets and people of an earlier time stay; the devices
 * and the simulation are written anew, because the ports may have changed.
 */
export function writePlantFiles(wish: PlantWish): PlantFiles {
  const files = plantFiles(wish.dir)
  for (const dir of [files.data, files.replica, files.log, join(wish.dir, 'lines')])
    mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const key of [files.boxKey, files.tokenKey]) keepPrivate(key, newPrivateKey)
  keepPrivate(files.limits, () => `${JSON.stringify(DEMO_LIMITS, null, 2)}\n`)
  keepPeople(files.people, wish.people ?? PLANT_PEOPLE, wish.now)
  const gatewaySecret = keepPrivate(files.gatewaySecret, newSecret)
  const simulation = simulate({
    site: wish.site,
    linesDir: join(wish.dir, 'lines'),
    secretFileOf: sensor => join(wish.dir, 'etc', `${sensor}.secret`),
    mqttPort: wish.mqttPort,
    modbusPort: wish.modbusPort,
    controlPort: wish.controlPort,
    printerPort: wish.printerPort,
    gateway: GATEWAY,
  })
  writePrivate(files.identities, identitiesOf(gatewaySecret, simulation))
  writePrivate(files.devices, stringify(simulation.devices))
  writePrivate(files.simulators, `${JSON.stringify(simulation.simulators, null, 2)}\n`)
  writePrivate(
    files.litestream,
    litestreamConfig({ dataDir: files.data, replicaDir: files.replica, metricsPort: null }),
  )
  return files
}

function identitiesOf(gatewaySecret: string, simulation: PlantSimulation): string {
  const gateway = { name: GATEWAY, kind: 'gateway', secret_sha256: sha256Hex(gatewaySecret) }
  const sensors = simulation.sensors.map(({ identity, secretFile }) => ({
    name: identity,
    kind: 'sensor',
    secret_sha256: sha256Hex(keepPrivate(secretFile, newSecret)),
  }))
  return `${JSON.stringify({ v: 1, identities: [gateway, ...sensors] }, null, 2)}\n`
}

/** Headquarters as this plant knows it; null before it was enrolled. */
export function readCloud(files: PlantFiles): { url: string; key: string } | null {
  if (!existsSync(files.cloud)) return null
  return JSON.parse(readFileSync(files.cloud, 'utf8')) as { url: string; key: string }
}
