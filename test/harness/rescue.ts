import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../provisioning/config.ts'
import { nodePath } from '../../provisioning/node.ts'
import type { Building } from './building.ts'
import { edgeRows } from './held.ts'
import { until } from './until.ts'

const run = promisify(execFile)

/** What `flowviz restore --json` says. */
export interface Rescue {
  ok: boolean
  placed?: boolean
  code?: string
  plant?: { source: string; epoch: number; seq: number }
  telemetry?: { source: string; seq: number } | null
  aside?: string | null
  tried?: { source: string; head: { epoch: number; seq: number } | null; cause: string | null }[]
}

/** Runs `flowviz restore` with the plant's own Litestream configuration. */
export async function restore({ plant }: Building, dataDir: string, flags: string[]): Promise<Rescue> {
  const main = join(ROOT, 'provisioning', 'main.ts')
  const args = [main, 'restore', '--data-dir', dataDir, '--config', plant.files.litestream, '--json', ...flags]
  const done = await run(nodePath(), args, { timeout: 120_000 }).catch(
    (error: { stdout?: string; stderr?: string }) => error,
  )
  const said = done.stdout?.trim().split('\n').at(-1) ?? ''
  if (!said.startsWith('{')) throw new Error(`flowviz restore said no JSON: ${said} ${done.stderr ?? ''}`)
  return JSON.parse(said) as Rescue
}

/** Waits until the replica holds every event and reading of the plant: it is read the way a restore reads it. */
export async function replicated(building: Building, readings: number): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), 'flowviz-look-'))
  try {
    await until({ what: 'the replica has everything', within_ms: 60_000 }, async () => {
      const wanted = edgeRows(building.plant.files.data).length
      const found = await restore(building, empty, [])
      return found.ok && found.plant!.seq >= wanted && (found.telemetry?.seq ?? 0) >= readings
    })
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

/** The disk is gone: everything in the data folder, Litestream's notes included. */
export function loseDatabases({ plant }: Building): void {
  for (const name of readdirSync(plant.files.data)) rmSync(join(plant.files.data, name), { recursive: true })
}
