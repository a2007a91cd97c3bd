import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import { parsePhc } from '@flowviz/contract/phc'
import { Role } from '@flowviz/contract/role'
import { Uuid } from '@flowviz/contract/uuid'
import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { ClientDemand } from './parts.ts'
import { LimitsFile, limitsOf, type RateLimits } from './rate-limit.ts'
import { defaultSecretProblems } from './secret.ts'
import { readTls, type TlsSetting } from './tls/setting.ts'

const Text = Type.String({ minLength: 1 })
const Port = Type.String({
  pattern: '^([0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$',
})

/** A DNS name or an IPv4 address. */
const HostName = Type.String({ pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$' })

const Env = Type.Object({
  FLOWVIZ_SITE: Name,
  FLOWVIZ_SITE_NAME: Type.String({ minLength: 1, maxLength: 80 }),
  FLOWVIZ_DATA_DIR: Text,
  FLOWVIZ_HTTP_HOST: Text,
  FLOWVIZ_HTTP_PORT: Port,
  FLOWVIZ_MQTT_HOST: Text,
  FLOWVIZ_MQTT_PORT: Port,
  FLOWVIZ_DEVICES_FILE: Text,
  FLOWVIZ_IDENTITIES_FILE: Text,
  FLOWVIZ_BOX_KEY_FILE: Text,
  FLOWVIZ_TOKEN_KEY_FILE: Text,
  FLOWVIZ_PEOPLE_FILE: Type.Optional(Text),
  FLOWVIZ_LIMITS_FILE: Type.Optional(Text),
  FLOWVIZ_CLOUD_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  FLOWVIZ_CLOUD_KEY: Type.Optional(Type.String({ pattern: '^[^\\s:]+:[A-Za-z0-9+/]{43}=$' })),
  FLOWVIZ_UI_DIR: Type.Optional(Text),
  FLOWVIZ_TLS_CERT_FILE: Type.Optional(Text),
  FLOWVIZ_TLS_KEY_FILE: Type.Optional(Text),
  FLOWVIZ_TLS_CA_FILE: Type.Optional(Text),
  FLOWVIZ_HTTP_RESCUE_PORT: Type.Optional(Port),
  FLOWVIZ_PUBLIC_NAME: Type.Optional(HostName),
  FLOWVIZ_MIN_CLIENT: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
  FLOWVIZ_SW_KILL: Type.Optional(Type.Enum(['0', '1'] as ('0' | '1')[])),
  FLOWVIZ_LITESTREAM: Type.Optional(Type.Enum(['0', '1'] as ('0' | '1')[])),
  FLOWVIZ_PRODUCTION: Type.Optional(Type.Enum(['0', '1'] as ('0' | '1')[])),
  FLOWVIZ_LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as (
    | 'trace'
    | 'debug'
    | 'info'
    | 'warn'
    | 'error'
    | 'fatal'
    | 'silent'
  )[]),
  NOTIFY_SOCKET: Type.Optional(Text),
})

const DEFAULTS = {
  FLOWVIZ_HTTP_HOST: '127.0.0.1',
  FLOWVIZ_HTTP_PORT: '8080',
  FLOWVIZ_MQTT_HOST: '127.0.0.1',
  FLOWVIZ_MQTT_PORT: '1883',
  FLOWVIZ_MIN_CLIENT: '0.0.0',
  FLOWVIZ_LOG_LEVEL: 'info',
}

/** Who may connect to the broker, and how it proves that. */
export const MqttIdentity = Type.Object(
  {
    name: Name,
    kind: Type.Enum(['gateway', 'sensor'] as ('gateway' | 'sensor')[]),
    secret_sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
)
export type MqttIdentity = Static<typeof MqttIdentity>

const IdentitiesFile = Type.Object(
  { v: Type.Literal(1), identities: Type.Array(MqttIdentity) },
  { additionalProperties: false },
)
const PeopleFile = Type.Object(
  {
    v: Type.Literal(1),
    people: Type.Array(
      Type.Object(
        {
          person_id: Uuid,
          name: Name,
          display_name: Type.String({ minLength: 1, maxLength: 80 }),
          role: Role,
          secret_hash: Type.Refine(
            Type.String(),
            text => parsePhc(text) !== null,
            () => 'must be an argon2id PHC string',
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

export interface Config {
  site: string
  site_name: string
  data_dir: string
  http: { host: string; port: number }
  /** Null: the floor is served in the clear. */
  tls: TlsSetting | null
  /** The one name of the secure address; null: whatever name a tablet comes by. */
  public_name: string | null
  client: ClientDemand
  mqtt: { host: string; port: number }
  devices_file: string
  identities: MqttIdentity[]
  people: Static<typeof PeopleFile>['people']
  limits: RateLimits
  box_key: KeyObject
  token_key: KeyObject
  /** Null: the box works alone. */
  cloud: { url: string; key: { name: string; publicKey: string } } | null
  ui_dir: string | null
  /** Litestream replicates the files and owns their checkpoints. */
  litestream: boolean
  production: boolean
  log_level: Static<typeof Env>['FLOWVIZ_LOG_LEVEL']
  /** Set by systemd for units of type notify. */
  supervised: boolean
}

type Problems = { field: string; message: string }[]

/** Compares a value with a shape and notes every difference. */
function fits<T extends TSchema>(
  schema: T,
  value: unknown,
  noted: { problems: Problems; field: string },
): value is Static<T> {
  const { problems, field } = noted
  const errors = Compile(schema).Errors(value)
  for (const { instancePath, message, params } of errors) {
    const missing = (params as { requiredProperties?: string[] }).requiredProperties
    const at = field + (field === '' ? instancePath.slice(1) : instancePath)
    if (missing !== undefined)
      for (const name of missing) problems.push({ field: `${at}${name}`, message: 'is missing' })
    else problems.push({ field: at, message })
  }
  return errors.length === 0
}

function readKey(field: string, path: string | undefined, problems: Problems): KeyObject | null {
  if (path === undefined) return null
  try {
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyType === 'ed25519') return key
    problems.push({ field, message: `${path} is not an Ed25519 key` })
  } catch (error) {
    problems.push({ field, message: `${path} is not a readable private key (${reasonOf(error)})` })
  }
  return null
}

function readJson<T extends TSchema>(schema: T, file: { field: string; path: string }, problems: Problems) {
  try {
    const value: unknown = JSON.parse(readFileSync(file.path, 'utf8'))
    return fits(schema, value, { problems, field: file.field }) ? value : null
  } catch (error) {
    problems.push({ field: file.field, message: `${file.path} is not a readable JSON file (${reasonOf(error)})` })
    return null
  }
}

function readLimits(path: string | undefined, problems: Problems): RateLimits {
  const field = 'FLOWVIZ_LIMITS_FILE'
  const file = path === undefined ? null : readJson(LimitsFile, { field, path }, problems)
  const { limits, problems: missing } = limitsOf(file)
  for (const at of missing) problems.push({ field: `${field}${at}`, message: 'is missing' })
  return limits
}

const reasonOf = (error: unknown) =>
  (error as { code?: string }).code ?? (error instanceof Error ? error.name : 'unknown')

/**
 * The settings of the appliance, frozen. Secrets are read from the files that the environment names.
 * @throws FlowError config_invalid with every problem at once, in the message and in `extra.errors`.
 */
export function readConfig(given: Record<string, string | undefined> = process.env): Readonly<Config> {
  const problems: Problems = []
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
  const env = { ...DEFAULTS, ...present } as Static<typeof Env>
  fits(Env, env, { problems, field: '' })
  const box_key = readKey('FLOWVIZ_BOX_KEY_FILE', env.FLOWVIZ_BOX_KEY_FILE, problems)
  const token_key = readKey('FLOWVIZ_TOKEN_KEY_FILE', env.FLOWVIZ_TOKEN_KEY_FILE, problems)
  const fileOf = (field: 'FLOWVIZ_IDENTITIES_FILE' | 'FLOWVIZ_PEOPLE_FILE') => ({ field, path: env[field] ?? '' })
  const identities =
    env.FLOWVIZ_IDENTITIES_FILE === undefined
      ? null
      : readJson(IdentitiesFile, fileOf('FLOWVIZ_IDENTITIES_FILE'), problems)
  const people =
    env.FLOWVIZ_PEOPLE_FILE === undefined ? null : readJson(PeopleFile, fileOf('FLOWVIZ_PEOPLE_FILE'), problems)
  const limits = readLimits(env.FLOWVIZ_LIMITS_FILE, problems)
  if ((env.FLOWVIZ_CLOUD_URL === undefined) !== (env.FLOWVIZ_CLOUD_KEY === undefined))
    problems.push({ field: 'FLOWVIZ_CLOUD_KEY', message: 'is given together with FLOWVIZ_CLOUD_URL or not at all' })
  const tls = readTls(env, (field, message) => problems.push({ field, message }))
  const production = env.FLOWVIZ_PRODUCTION === '1'
  if (production) problems.push(...defaultSecretProblems(identities?.identities ?? [], people?.people ?? []))
  if (problems.length > 0 || box_key === null || token_key === null) throw invalid(problems)
  return Object.freeze({
    site: env.FLOWVIZ_SITE,
    site_name: env.FLOWVIZ_SITE_NAME,
    data_dir: env.FLOWVIZ_DATA_DIR,
    http: Object.freeze({ host: env.FLOWVIZ_HTTP_HOST, port: Number(env.FLOWVIZ_HTTP_PORT) }),
    tls,
    public_name: env.FLOWVIZ_PUBLIC_NAME ?? null,
    client: Object.freeze({ min_client: env.FLOWVIZ_MIN_CLIENT, kill_switch: env.FLOWVIZ_SW_KILL === '1' }),
    mqtt: Object.freeze({ host: env.FLOWVIZ_MQTT_HOST, port: Number(env.FLOWVIZ_MQTT_PORT) }),
    devices_file: env.FLOWVIZ_DEVICES_FILE,
    identities: identities?.identities ?? [],
    people: people?.people ?? [],
    limits,
    box_key,
    token_key,
    cloud: cloudOf(env),
    ui_dir: env.FLOWVIZ_UI_DIR ?? null,
    litestream: env.FLOWVIZ_LITESTREAM === '1',
    production,
    log_level: env.FLOWVIZ_LOG_LEVEL,
    supervised: env.NOTIFY_SOCKET !== undefined,
  })
}

function cloudOf({ FLOWVIZ_CLOUD_URL: url, FLOWVIZ_CLOUD_KEY: key }: Static<typeof Env>): Config['cloud'] {
  if (url === undefined || key === undefined) return null
  const cut = key.lastIndexOf(':')
  return { url, key: { name: key.slice(0, cut), publicKey: key.slice(cut + 1) } }
}

function invalid(errors: Problems): FlowError {
  const text = errors.map(({ field, message }) => `${field} ${message}`).join('; ')
  return new FlowError('config_invalid', `The settings of the appliance are not valid: ${text}`, { extra: { errors } })
}

/** Hands the process's compile cache on to its threads, which know it by the environment alone. */
export function shareCompileCache(directory: string | undefined, env: NodeJS.ProcessEnv = process.env): void {
  if (directory !== undefined) env.NODE_COMPILE_CACHE ??= directory
}
