import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment } from '../config.ts'

const run = promisify(execFile)
const LIST_WITHIN_MS = 60_000
const RESTORE_WITHIN_MS = 30 * 60_000

/** The program and the configuration that it reads. */
export interface Litestream {
  binary: string
  configFile: string
}

/** One generation of one replica of a database: a snapshot and all that was written after it. */
export interface Generation {
  replica: string
  generation: string
  /** Newest time in it as Litestream lists it; says nothing about which generation is the newest history. */
  end: string
}

/**
 * Every generation of every replica of a database. Litestream itself would take the one with the newest file time,
 * which a wrong clock turns into the older history.
 * @throws FlowError restore_impossible when the list cannot be read.
 */
export async function listGenerations(tool: Litestream, dbPath: string): Promise<Generation[]> {
  const table = await call(tool, ['generations', '-config', tool.configFile, dbPath], LIST_WITHIN_MS)
  return parseGenerations(table)
}

/** Reads the table of `litestream generations`: name, generation, lag, start, end. */
export function parseGenerations(table: string): Generation[] {
  return table
    .split('\n')
    .map(line => /^(?<replica>\S+)\s+(?<generation>[0-9a-f]{16})\s.*?(?<end>\S+)\s*$/.exec(line)?.groups)
    .filter(found => found !== undefined)
    .map(({ replica, generation, end }) => ({ replica: replica!, generation: generation!, end: end! }))
}

/**
 * Restores one generation into a new file. Success says only that Litestream ended well: 0.3 checks nothing.
 * @throws FlowError restore_impossible with what Litestream said.
 */
export async function restoreGeneration(
  tool: Litestream,
  dbPath: string,
  { from, output }: { from: Generation; output: string },
): Promise<void> {
  const which = ['-replica', from.replica, '-generation', from.generation]
  await call(tool, ['restore', '-config', tool.configFile, ...which, '-o', output, dbPath], RESTORE_WITHIN_MS)
}

async function call(tool: Litestream, args: string[], timeout: number): Promise<string> {
  try {
    const done = await run(tool.binary, args, { env: inheritedEnvironment(), timeout, maxBuffer: 16 << 20 })
    return done.stdout
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').at(-1)
    throw new FlowError('restore_impossible', `litestream ${args[0]}: ${said || String(cause)}`, { cause })
  }
}
