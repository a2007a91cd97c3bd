import { join } from 'node:path'
import type { Session } from '@flowviz/contract/identity'
import { call } from '../../provisioning/call.ts'
import type { DemoPerson } from '../../provisioning/demo/people.ts'
import { type Started, startProcess } from '../../provisioning/demo/process.ts'
import { serverPlan } from '../../provisioning/demo/server.ts'
import type { Disk } from '../disk/slow-disk.ts'
import { writeBenchPlant } from '../write/plant.ts'
import { PLACES } from './plan.ts'

const OPERATORS = 8
const SECRET = '246810'

const person = (name: string, role: DemoPerson['role']): DemoPerson => ({
  name,
  display_name: name,
  role,
  secret: SECRET,
})
const operator = (station: number) => `operator-${(station % OPERATORS) + 1}`
const PEOPLE = [
  ...Array.from({ length: OPERATORS }, (_, at) => person(operator(at), 'OPERATOR')),
  person('manager', 'MANAGER'),
  person('viewer', 'VIEWER'),
]

/** An appliance as it ships, with its people signed in and its places defined. */
export interface RunningPlant {
  port: number
  pid: number
  /** `plant.db` of it. */
  file: string
  sessions: { token: string }[]
  viewer: { token: string }
  stop: Started['stop']
}

/** Starts an appliance on a disk. @throws FlowError process_failed */
export async function startPlant(dir: string, disk: Disk, stations: number): Promise<RunningPlant> {
  const { env } = writeBenchPlant(dir, PEOPLE)
  const child = await startProcess(
    serverPlan({ name: 'flowviz', entry: 'edge/server/main.ts', env: { ...env, ...disk.env }, logDir: dir }),
  )
  try {
    const port = Number(child.ready.http_port)
    const manager = await signIn(port, 'manager', null)
    for (const [id, place] of Object.entries(PLACES)) await define(port, manager, { path: `locations/${id}`, place })
    const sessions: { token: string }[] = []
    for (let at = 0; at < stations; at++) sessions.push(await signIn(port, operator(at), `station-${at + 1}`))
    const viewer = await signIn(port, 'viewer', 'office')
    const file = join(dir, 'data', 'plant.db')
    return { port, pid: child.pid, file, sessions, viewer, stop: child.stop }
  } catch (error) {
    await child.stop()
    throw error
  }
}

async function signIn(port: number, name: string, station: string | null): Promise<{ token: string }> {
  const body = { name, secret: SECRET, ...(station === null ? {} : { station }) }
  const { access_token } = await call<Session>(`http://127.0.0.1:${port}/api/v1/login`, { method: 'POST', body })
  return { token: access_token }
}

async function define(
  port: number,
  { token }: { token: string },
  { path, place }: { path: string; place: object },
): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(place),
  })
  if (!answer.ok) throw new Error(`${path} was not defined: ${await answer.text()}`)
}
