import {
  COMMANDS,
  type CommandAnswer,
  type CommandBody,
  type CommandName,
  type CommandParams,
} from '@flowviz/contract/command'
import type { Session } from '@flowviz/contract/identity'
import { call } from '../../call.ts'
import { type DemoPerson, PLANT_PEOPLE } from '../people.ts'

/** A command as a person of the demo gives it; `sign` is added by the person's own secret. */
export interface Said<C extends CommandName> {
  params?: CommandParams<C>
  body?: Omit<CommandBody<C>, 'sign' | 'witness'>
  signed?: boolean
}

/** One person at work: the same API, the same rights and the same signatures as for anybody. */
export interface Worker {
  person_id: string
  token: string
  do<C extends CommandName>(name: C, said: Said<C>): Promise<CommandAnswer<C>>
}

export type Role = 'operator' | 'manager' | 'quality' | 'auditor' | 'admin'
export type Crew = Record<Role, Worker>

/** Signs the people of a demo plant in. */
export async function callCrew(url: string): Promise<Crew> {
  const signIn = async (role: Role): Promise<[Role, Worker]> => [role, await workerOf(url, personOf(role))]
  const workers = await Promise.all((['operator', 'manager', 'quality', 'auditor', 'admin'] as const).map(signIn))
  return Object.fromEntries(workers) as Crew
}

function personOf(name: Role): DemoPerson {
  const person = PLANT_PEOPLE.find(one => one.name === name)
  if (person === undefined) throw new RangeError(`the demo has nobody called ${name}`)
  return person
}

async function workerOf(url: string, { name, secret }: DemoPerson): Promise<Worker> {
  const login = { name, secret, station: 'office' }
  const session = await call<Session>(`${url}/api/v1/login`, { method: 'POST', body: login })
  return {
    person_id: session.person.id,
    token: session.access_token,
    do(command, { params, body, signed = false }) {
      const [method, path] = COMMANDS[command].route.split(' ') as ['POST' | 'PUT', string]
      const at = path.replace(/:(\w+)/g, (_, field: string) =>
        encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[field])),
      )
      const sent = { ...body, ...(signed ? { sign: { name, secret } } : {}) }
      return call(`${url}${at}`, { method, body: sent, token: session.access_token })
    },
  }
}
