import { join } from 'node:path'
import { ROOT } from '../config.ts'
import { keepPrivate, newPrivateKey, writePrivate } from './keys.ts'
import { type DemoPerson, HQ_PEOPLE, keepPeople } from './people.ts'
import { serverPlan } from './server.ts'
import { makeUnit, type Unit, type UnitOptions } from './unit.ts'

export interface HeadquartersOptions extends UnitOptions {
  /** Folder of its keys, people and log. */
  dir: string
  port: number
  /** Address of its Postgres database; goes into a file of its owner alone. */
  databaseUrl: string
  now: () => number
  people?: readonly DemoPerson[]
  /** Further settings of the process, which win. */
  env?: Record<string, string>
}

export interface Headquarters {
  url: string
  unit: Unit
  /** Who may make claim codes. */
  admin: { name: string; secret: string }
}

/** Writes what headquarters needs; keys and people of an earlier start stay. Nothing runs yet. */
export function prepareHeadquarters(options: HeadquartersOptions): Headquarters {
  const { dir, port, people = HQ_PEOPLE } = options
  const file = (name: string) => join(dir, 'etc', name)
  for (const name of ['token.pem', 'witness.pem']) keepPrivate(file(name), newPrivateKey)
  keepPeople(file('people.json'), people, options.now)
  writePrivate(file('database-url'), options.databaseUrl)
  const admin = people.find(({ role }) => role === 'ADMIN')!
  const env = {
    FLOWVIZ_HTTP_HOST: '127.0.0.1',
    FLOWVIZ_HTTP_PORT: String(port),
    FLOWVIZ_DATABASE_URL_FILE: file('database-url'),
    FLOWVIZ_PEOPLE_FILE: file('people.json'),
    FLOWVIZ_TOKEN_KEY_FILE: file('token.pem'),
    FLOWVIZ_WITNESS_KEY_FILE: file('witness.pem'),
    FLOWVIZ_UI_DIR: join(ROOT, 'cloud', 'dashboard', 'dist'),
    ...options.env,
  }
  const plan = () => serverPlan({ name: 'headquarters', entry: 'cloud/server/main.ts', env, logDir: join(dir, 'log') })
  return { url: `http://127.0.0.1:${port}`, unit: makeUnit('headquarters', plan, options), admin }
}

/**
 * Starts headquarters on a database that is there.
 * @throws FlowError process_failed.
 */
export async function startHeadquarters(options: HeadquartersOptions): Promise<Headquarters> {
  const headquarters = prepareHeadquarters(options)
  await headquarters.unit.start()
  return headquarters
}
