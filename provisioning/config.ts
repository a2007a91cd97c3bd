import { join, resolve } from 'node:path'
import { FlowError } from '@flowviz/contract/error'

/** The repository (or `/opt/flowviz` on a box): the folder above this one. */
export const ROOT = resolve(import.meta.dirname, '..')

/** Where the demo keeps its data and from which port on it listens. */
export interface DemoConfig {
  dir: string
  port_base: number
}

/** Where the pieces of a box are, for `doctor` and `ledger`; each is null when its variable is absent. */
export interface BoxConfig {
  data_dir: string | null
  devices_file: string | null
  edge_url: string
  replica_dir: string | null
  litestream_bin: string | null
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

/** Settings of a box, the same variables that its services get. */
export function readBoxConfig(env: NodeJS.ProcessEnv = process.env): BoxConfig {
  const host = env.FLOWVIZ_HTTP_HOST ?? '127.0.0.1'
  return {
    data_dir: env.FLOWVIZ_DATA_DIR ?? null,
    devices_file: env.FLOWVIZ_DEVICES_FILE ?? null,
    edge_url: env.FLOWVIZ_EDGE_URL ?? `http://${host}:${env.FLOWVIZ_HTTP_PORT ?? '8080'}`,
    replica_dir: env.FLOWVIZ_REPLICA_DIR ?? null,
    litestream_bin: env.LITESTREAM_BIN ?? null,
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

/** `NO_COLOR` and a pipe both mean no colour (https://no-color.org). */
export function colourWanted(terminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  return terminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}
