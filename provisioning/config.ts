import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { FlowError } from '@flowviz/contract/error'

/** The repository (or `/opt/flowviz` on a box): the folder above this one. */
export const ROOT = resolve(import.meta.dirname, '..')

/** Where the demo keeps its data and from which port on it listens. */
export interface DemoConfig {
  dir: string
  port_base: number
}

/** Where the pieces of a box are, for `doctor`, `enroll` and `ledger`; null where no setting says it. */
export interface BoxConfig {
  site: string | null
  site_name: string | null
  data_dir: string | null
  devices_file: string | null
  box_key_file: string | null
  litestream_file: string | null
  litestream_bin: string | null
  /** Where the appliance is asked from the box itself. */
  http: { host: string; port: number }
  /** The appliance has a certificate and speaks no plain HTTP there. */
  tls: boolean
  /** Nobody but the box itself can come. */
  loopback: boolean
  mqtt: { host: string; port: number }
  cloud_url: string | null
}

/** Settings file of the appliance's service on a box (systemd/README.md). */
const BOX_ENV_FILE = '/etc/flowviz/edge.env'
/** What flowviz-edge.service itself says about its folders. */
const BOX_DEFAULTS = {
  FLOWVIZ_DATA_DIR: '/var/lib/flowviz',
  FLOWVIZ_DEVICES_FILE: '/etc/flowviz/devices.yaml',
  FLOWVIZ_BOX_KEY_FILE: '/etc/flowviz/secret/box.pem',
  FLOWVIZ_LITESTREAM_FILE: '/etc/flowviz/litestream.yml',
}

const PORT_BASE = 7400

/**
 * Settings of `flowviz demo`: flags, else `FLOWVIZ_DEMO_DIR` (default `.demo` of the repository) and
 * `FLOWVIZ_DEMO_PORT_BASE` (default 7400).
 * @throws FlowError config_invalid.
 */
export function readDemoConfig(
  flags: { dir?: string; portBase?: string } = {},
  env: NodeJS.ProcessEnv = process.env,
): DemoConfig {
  const dir = flags.dir ?? env.FLOWVIZ_DEMO_DIR ?? join(ROOT, '.demo')
  const base = Number(flags.portBase ?? env.FLOWVIZ_DEMO_PORT_BASE ?? PORT_BASE)
  if (!Number.isInteger(base) || base < 1024 || base > 65_000)
    throw new FlowError('config_invalid', 'The first port of the demo is not a number between 1024 and 65000.', {
      hint: 'Give --port-base, or FLOWVIZ_DEMO_PORT_BASE, such as 7500.',
    })
  return { dir: resolve(dir), port_base: base }
}

/**
 * Settings of a box: the environment, else the file that its service reads, else what the unit says.
 * @throws FlowError config_invalid when the file was named and cannot be read.
 */
export function readBoxConfig(envFile: string | null = null, env: NodeJS.ProcessEnv = process.env): BoxConfig {
  const boxed = envFile !== null || existsSync(BOX_ENV_FILE)
  const all: NodeJS.Dict<string> = {
    ...(boxed && envFile === null ? BOX_DEFAULTS : {}),
    ...(boxed ? readEnvFile(envFile ?? BOX_ENV_FILE) : {}),
    ...env,
  }
  return {
    site: all.FLOWVIZ_SITE ?? null,
    site_name: all.FLOWVIZ_SITE_NAME ?? null,
    data_dir: all.FLOWVIZ_DATA_DIR ?? null,
    devices_file: all.FLOWVIZ_DEVICES_FILE ?? null,
    box_key_file: all.FLOWVIZ_BOX_KEY_FILE ?? null,
    litestream_file: all.FLOWVIZ_LITESTREAM_FILE ?? null,
    litestream_bin: all.LITESTREAM_BIN ?? null,
    http: { host: loopback(all.FLOWVIZ_HTTP_HOST), port: Number(all.FLOWVIZ_HTTP_PORT ?? 8080) },
    tls: (all.FLOWVIZ_TLS_CERT_FILE ?? '') !== '',
    loopback: /^(127\.|::1$|localhost$)/.test(all.FLOWVIZ_HTTP_HOST ?? '127.0.0.1'),
    mqtt: { host: loopback(all.FLOWVIZ_MQTT_HOST), port: Number(all.FLOWVIZ_MQTT_PORT ?? 1883) },
    cloud_url: all.FLOWVIZ_CLOUD_URL ?? null,
  }
}

/** A listener on every address is asked over the loopback one. */
const loopback = (host: string | undefined) =>
  host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new FlowError('config_invalid', `${path} cannot be read.`, {
      hint: 'Run the command with sudo, or name another file with --env-file.',
      cause,
    })
  }
}

/**
 * What a process that we start inherits: the machine's settings, but none of FlowViz (each gets its own, by name) and
 * nothing that a test runner adds.
 */
export function inheritedEnvironment(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(FLOWVIZ_|NODE_OPTIONS$|NODE_V8_|NODE_TEST_|TAP|VITEST|npm_)/.test(entry[0]),
  )
  return Object.fromEntries(kept)
}

/** True below an npm script. */
export function startedByNpm(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event !== undefined
}

/** `NO_COLOR` and a pipe both mean no colour (https://no-color.org). */
export function colourWanted(terminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  return terminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}
