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

/** One generation of one replica of a database: its snapshots and all that was written after them. */
export interface Generation {
  replica: string
  generation: string
}

/**
 * Every generation of every replica of a database. Litestream itself would take the one with the newest file time,
 * which a wrong clock turns into the older history. Asked by `snapshots`, because `generations` wants the database to be
 * there, and a restore is for when it is not; a generation without a snapshot cannot be restored anyway.
 * @throws FlowError restore_impossible when the list cannot be read.
 */
export async function listGenerations(tool: Litestream, dbPath: string): Promise<Generation[]> {
  return parseSnapshots(await call(tool, ['snapshots', '-config', tool.configFile, dbPath], LIST_WITHIN_MS))
}

/** Reads the table of `litestream snapshots` (replica, generation, index, size, created); each generation once. */
export function parseSnapshots(table: string): Generation[] {
  const found = new Map<string, Generation>()
  for (const line of table.split('\n')) {
    const row = /^(?<replica>\S+)\s+(?<generation>[0-9a-f]{16})\s/.exec(line)?.groups
    if (row !== undefined)
      found.set(`${row.replica} ${row.generation}`, { replica: row.replica!, generation: row.generation! })
  }
  return [...found.values()]
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
