import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DeviceConfig } from '@flowviz/contract/device'
import type { Session } from '@flowviz/contract/identity'
import type { Test } from 'tap'
import { stringify } from 'yaml'
import type { SimulatorPlan } from '../../firmware-adapters/simulator/plan.ts'
import { type Call, call } from '../../provisioning/call.ts'
import { type Headquarters, startHeadquarters } from '../../provisioning/demo/headquarters.ts'
import { PLANT_PEOPLE } from '../../provisioning/demo/people.ts'
import { type Plant, preparePlant } from '../../provisioning/demo/plant.ts'
import { freePorts } from '../../provisioning/demo/port.ts'
import { type Postgres, startPostgres } from '../../provisioning/demo/postgres.ts'

const ROOM = resolve(import.meta.dirname, '..', '..', '.tap', 'buildings')
const now = () => Date.now()

/** What a test is to those who raise things for it: it puts them away, and says what they do. */
export type Stage = Pick<Test, 'teardown' | 'comment'>

/** A folder of this test's own, gone at its end. */
export function ownFolder(t: Stage): string {
  mkdirSync(ROOM, { recursive: true })
  const folder = mkdtempSync(join(ROOM, 'house-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a test puts in the place of the demo's devices; `lines` is the folder of the pretended serial lines. */
export interface OwnDevices {
  devices: (lines: string) => DeviceConfig[]
  /** Plan of the simulator; left out: none runs. */
  simulators?: (lines: string) => SimulatorPlan['devices']
}

/** A plant whose processes are not started; everything that was started is stopped at the end of the test. */
export async function ownPlant(t: Test, dir: string, own: OwnDevices): Promise<Plant> {
  const [httpPort, mqttPort, modbusPort, controlPort] = (await freePorts(4)) as [number, number, number, number]
  const site = 'plant-north'
  const ports = { httpPort, mqttPort, modbusPort, controlPort }
  const plant = preparePlant({ dir: join(dir, site), site, siteName: 'North Kitchen', ...ports, now })
  const lines = join(plant.files.dir, 'lines')
  writeFileSync(plant.files.devices, stringify({ v: 1, site, devices: own.devices(lines) }))
  const pretended = { v: 1, seed: 7, control_port: controlPort, devices: own.simulators?.(lines) ?? [] }
  writeFileSync(plant.files.simulators, JSON.stringify(pretended))
  t.teardown(() => plant.stop())
  return plant
}

/** Postgres 18 and headquarters on it. */
export async function ownHeadquarters(t: Test, dir: string): Promise<{ hq: Headquarters; postgres: Postgres }> {
  const [port, hqPort] = (await freePorts(2)) as [number, number]
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), port })
  t.teardown(() => postgres.remove())
  const hq = await startHeadquarters({ dir: join(dir, 'hq'), port: hqPort, databaseUrl: postgres.url, now })
  t.teardown(() => hq.unit.stop())
  return { hq, postgres }
}

/** A person who is signed in somewhere, and asks. */
export interface Asker {
  token: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown, more?: Call): Promise<T>
}

/** Signs in at a plant (default: its operator) or at headquarters. */
export async function signIn(url: string, path: string, who: { name: string; secret: string }): Promise<Asker> {
  const login = { method: 'POST', body: { name: who.name, secret: who.secret } } as const
  const { access_token: token } = await call<Session>(new URL(path, url).href, login)
  return {
    token,
    get: to => call(new URL(to, url).href, { token }),
    post: (to, body, more) => call(new URL(to, url).href, { method: 'POST', body, token, ...more }),
  }
}

/** The operator of a plant, at the floor's own door. */
export const operatorOf = (plant: Plant) => signIn(plant.url, '/api/v1/login', PLANT_PEOPLE[0]!)
/** The administrator of headquarters. */
export const adminOf = (hq: Headquarters) => signIn(hq.url, '/v1/login', hq.admin)
