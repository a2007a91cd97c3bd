import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import { parsePhc } from '@flowviz/contract/phc'
import { Role } from '@flowviz/contract/role'
import { Uuid } from '@flowviz/contract/uuid'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type Level = (typeof LEVELS)[number]

/** One person of the seed file. */
export const SeedPerson = Type.Object(
  {
    person_id: Uuid,
    name: Name,
    display_name: Type.String({ minLength: 1, maxLength: 80 }),
    role: Role,
    secret_hash: Type.String({ maxLength: 300 }),
  },
  { additionalProperties: false },
)
export type SeedPerson = Static<typeof SeedPerson>

const PeopleFile = Compile(
  Type.Object(
    { v: Type.Literal(1), people: Type.Array(SeedPerson, { maxItems: 1_000 }) },
    { additionalProperties: false },
  ),
)

export interface Config {
  readonly http: { readonly host: string; readonly port: number }
  readonly databaseUrl: string
  readonly tokenKey: KeyObject
  readonly witnessKey: KeyObject
  readonly people: readonly SeedPerson[]
  readonly uiDir: string | null
  readonly logLevel: Level
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads every setting of headquarters; the files that it names are read too, so that a wrong one stops the start.
 * @throws FlowError config_invalid that lists all problems at once.
 */
export function readConfig(env: Env): Config {
  const problems: string[] = []
  const take = <T>(name: string, read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : error}`)
      return undefined
    }
  }
  const config = {
    http: {
      host: env.FLOWVIZ_HTTP_HOST || '127.0.0.1',
      port: take('FLOWVIZ_HTTP_PORT', () => portOf(env.FLOWVIZ_HTTP_PORT || '8080')),
    },
    databaseUrl: take('FLOWVIZ_DATABASE_URL', () => databaseUrl(env)),
    tokenKey: take('FLOWVIZ_TOKEN_KEY_FILE', () => keyIn(env.FLOWVIZ_TOKEN_KEY_FILE)),
    witnessKey: take('FLOWVIZ_WITNESS_KEY_FILE', () => keyIn(env.FLOWVIZ_WITNESS_KEY_FILE)),
    people: take('FLOWVIZ_PEOPLE_FILE', () => peopleIn(env.FLOWVIZ_PEOPLE_FILE)),
    uiDir: take('FLOWVIZ_UI_DIR', () => screenIn(env.FLOWVIZ_UI_DIR)),
    logLevel: take('FLOWVIZ_LOG_LEVEL', () => levelOf(env.FLOWVIZ_LOG_LEVEL || 'info')),
  }
  if (problems.length > 0) throw new FlowError('config_invalid', problems.join('; '), { extra: { problems } })
  Object.freeze(config.http)
  // Every part was read, or there would have been a problem.
  return Object.freeze(config) as Config
}

/** The settings of this process. */
export const environment = (): Env => process.env

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new RangeError(`${text} is not a port from 0 to 65535`)
}

function databaseUrl(env: Env): string {
  const { FLOWVIZ_DATABASE_URL: url, FLOWVIZ_DATABASE_URL_FILE: file } = env
  if (url && file) throw new RangeError('give FLOWVIZ_DATABASE_URL or FLOWVIZ_DATABASE_URL_FILE, not both')
  const text = file ? readFileSync(file, 'utf8').trim() : (url ?? '')
  if (/^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new RangeError('is missing or no postgres:// address')
}

function keyIn(file: string | undefined): KeyObject {
  if (!file) throw new RangeError('is missing')
  const key = createPrivateKey(readFileSync(file, 'utf8'))
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError(`${file} is not an Ed25519 key`)
  return key
}

function peopleIn(file: string | undefined): SeedPerson[] {
  if (!file) return []
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!PeopleFile.Check(value)) {
    const wrong = PeopleFile.Errors(value)[0]
    throw new RangeError(`${wrong?.instancePath || '/'} ${wrong?.message}`)
  }
  const plain = value.people.find(person => parsePhc(person.secret_hash) === null)
  if (plain !== undefined) throw new RangeError(`the secret of ${plain.name} is not an argon2id hash`)
  return value.people
}

function screenIn(dir: string | undefined): string | null {
  if (!dir) return null
  if (existsSync(join(dir, 'index.html'))) return dir
  throw new RangeError(`${dir} has no index.html; build the screen with \`npm run build\``)
}

function levelOf(text: string): Level {
  const level = LEVELS.find(one => one === text)
  if (level !== undefined) return level
  throw new RangeError(`${text} is none of ${LEVELS.join(', ')}`)
}
