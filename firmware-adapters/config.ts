import { readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const LogLevel = Type.Enum([...LEVELS], { default: 'info' })
const File = Type.String({ minLength: 1 })
const Port = Type.String({ pattern: '^\\d{1,5}$' })

const GatewayEnv = Type.Object({
  FLOWVIZ_BROKER_URL: Type.String({ pattern: '^mqtts?://' }),
  FLOWVIZ_DEVICES_FILE: File,
  FLOWVIZ_LAST_GOOD_FILE: Type.Optional(File),
  FLOWVIZ_GATEWAY_IDENTITY: Name,
  FLOWVIZ_GATEWAY_SECRET_FILE: File,
  FLOWVIZ_METRICS_PORT: Type.Optional(Port),
  FLOWVIZ_LOG_LEVEL: LogLevel,
})
const SimulatorEnv = Type.Object({ FLOWVIZ_SIMULATORS_FILE: File, FLOWVIZ_LOG_LEVEL: LogLevel })

export interface GatewayConfig {
  broker_url: string
  devices_file: string
  last_good_file: string | null
  identity: string
  secret: string
  metrics_port: number | null
  log_level: (typeof LEVELS)[number]
}

const gatewayEnv = Compile(GatewayEnv)
const simulatorEnv = Compile(SimulatorEnv)

/** The settings of the gateway. @throws FlowError config_invalid, naming every wrong variable at once */
export function readGatewayConfig(env: NodeJS.ProcessEnv = process.env): Readonly<GatewayConfig> {
  const given: Static<typeof GatewayEnv> = checked(gatewayEnv, env)
  return Object.freeze({
    broker_url: given.FLOWVIZ_BROKER_URL,
    devices_file: given.FLOWVIZ_DEVICES_FILE,
    last_good_file: given.FLOWVIZ_LAST_GOOD_FILE ?? null,
    identity: given.FLOWVIZ_GATEWAY_IDENTITY,
    secret: secretOf(given.FLOWVIZ_GATEWAY_SECRET_FILE),
    metrics_port: given.FLOWVIZ_METRICS_PORT === undefined ? null : Number(given.FLOWVIZ_METRICS_PORT),
    log_level: given.FLOWVIZ_LOG_LEVEL,
  })
}

/** The settings of the simulator. @throws FlowError config_invalid */
export function readSimulatorConfig(env: NodeJS.ProcessEnv = process.env) {
  const given: Static<typeof SimulatorEnv> = checked(simulatorEnv, env)
  return Object.freeze({ plan_file: given.FLOWVIZ_SIMULATORS_FILE, log_level: given.FLOWVIZ_LOG_LEVEL })
}

interface Checker<T> {
  Default(value: unknown): unknown
  Check(value: unknown): value is T
  Errors(value: unknown): { instancePath: string; message: string }[]
}

function checked<T>(validator: Checker<T>, env: NodeJS.ProcessEnv): T {
  const given = validator.Default({ ...env })
  if (validator.Check(given)) return given
  const problems = validator
    .Errors(given)
    .map(({ instancePath, message }) => `${instancePath.slice(1) || 'environment'}: ${message}`)
  throw new FlowError('config_invalid', problems.join('\n'))
}

function secretOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new FlowError('config_invalid', `FLOWVIZ_GATEWAY_SECRET_FILE: ${path} cannot be read.`, { cause })
  }
}
