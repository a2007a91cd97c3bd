import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type Headquarters, startHeadquarters } from '../../provisioning/demo/headquarters.ts'
import { sha256Hex, writePrivate } from '../../provisioning/demo/keys.ts'
import { enrolPlant, type Plant, preparePlant } from '../../provisioning/demo/plant.ts'
import { freePorts } from '../../provisioning/demo/port.ts'
import { type Postgres, startPostgres } from '../../provisioning/demo/postgres.ts'
import { type Link, startLink } from './link.ts'
import { leaveNoOrphans } from './orphan.ts'

/** The MQTT identity, and the device, under which a test publishes measurements itself. */
export const PROBE = 'probe-1'
export const SITE = 'plant-1'

/** A plant without headquarters, and the way to publish to it as its gateway. */
export interface Floor {
  dir: string
  plant: Plant
  mqttPort: number
  probeSecret: string
  /** Kills and stops everything and deletes its files. */
  stop(): Promise<void>
}

/** A whole building of real processes: Postgres, headquarters, a wire that can be cut, and a plant with its devices. */
export interface Building extends Floor {
  postgres: Postgres
  hq: Headquarters
  /** The only way from the plant to headquarters. */
  link: Link
}

type Stops = (() => Promise<unknown>)[]

/**
 * Prepares a plant that works alone; its processes are started by the test.
 * @param env further settings of its processes.
 */
export async function prepareFloor(env: Record<string, string> = {}): Promise<Floor> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-floor-'))
  const stops: Stops = [async () => rmSync(dir, { recursive: true, force: true })]
  // Its only device is the probe, so that nothing writes but what the test asks for.
  return { ...(await floorIn({ dir, env, alone: true }, stops)), stop: () => stopAll(stops) }
}

/**
 * Starts Postgres and headquarters and prepares an enrolled plant; its processes are started by the test.
 * @param env further settings of the plant's processes.
 */
export async function startBuilding(env: Record<string, string> = {}): Promise<Building> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-building-'))
  const stops: Stops = [async () => rmSync(dir, { recursive: true, force: true })]
  try {
    const [pgPort, hqPort] = (await freePorts(2)) as [number, number]
    const postgres = await startPostgres({ dir: join(dir, 'postgres'), port: pgPort })
    leaveNoOrphans([postgres.unit])
    stops.push(() => postgres.remove())
    const now = () => Date.now()
    // No screen: these tests build nothing.
    const screenless = { FLOWVIZ_UI_DIR: '' }
    const hq = await startHeadquarters({
      dir: join(dir, 'hq'),
      port: hqPort,
      databaseUrl: postgres.url,
      now,
      env: screenless,
    })
    leaveNoOrphans([hq.unit])
    stops.push(() => hq.unit.stop())
    const link = await startLink(hqPort)
    stops.push(() => link.stop())
    const floor = await floorIn({ dir, env, alone: false }, stops)
    await enrolPlant(floor.plant, { url: link.url, admin: hq.admin })
    return { ...floor, postgres, hq, link, stop: () => stopAll(stops) }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

interface FloorWish {
  dir: string
  env: Record<string, string>
  alone: boolean
}

async function floorIn({ dir, env, alone }: FloorWish, stops: Stops): Promise<Omit<Floor, 'stop'>> {
  const [httpPort, mqttPort, modbusPort, controlPort] = (await freePorts(4)) as [number, number, number, number]
  const plant = preparePlant({
    dir: join(dir, 'plant'),
    site: SITE,
    siteName: 'Plant 1',
    httpPort,
    mqttPort,
    modbusPort,
    controlPort,
    now: () => Date.now(),
    env,
  })
  leaveNoOrphans([plant.simulator, plant.edge, plant.adapters, plant.litestream])
  stops.push(() => plant.kill())
  return { dir, plant, mqttPort, probeSecret: addProbe(plant, alone) }
}

/** Everything is stopped even when a part of it fails to: a test may have killed some. */
async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop().catch(() => {})
}

/** A device that no gateway opens, because the test is its gateway. */
function addProbe({ files }: Plant, alone: boolean): string {
  const secret = randomBytes(18).toString('base64url')
  const plant = parse(readFileSync(files.devices, 'utf8')) as { devices: unknown[] }
  if (alone) plant.devices = []
  plant.devices.push({
    id: PROBE,
    name: 'Probe of the test',
    driver: 'mt-sics',
    location: 'test',
    identity: PROBE,
    transport: { kind: 'tcp', host: '127.0.0.1', port: 9 },
    channels: [{ name: 'weight', unit: 'kg' }],
  })
  writePrivate(files.devices, stringify(plant))
  const identities = JSON.parse(readFileSync(files.identities, 'utf8')) as { identities: unknown[] }
  identities.identities.push({ name: PROBE, kind: 'gateway', secret_sha256: sha256Hex(secret) })
  writePrivate(files.identities, JSON.stringify(identities))
  return secret
}
