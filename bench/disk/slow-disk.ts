import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** A disk under a contender: its name in the report, and the environment that makes it so. */
export interface Disk {
  name: string
  env: Record<string, string>
}

export const THIS_DISK: Disk = { name: 'this disk', env: {} }

/** Builds the shim that makes every sync take `ms` longer; null, with a loud word, where there is no compiler. */
export function slowDisk(ms: number, folder: string): Disk | null {
  const library = join(folder, 'slow-sync.so')
  const source = join(import.meta.dirname, 'slow-sync.c')
  try {
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source], { stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (cause) {
    console.error(`!! The slow disk is left out: the C compiler \`cc\` did not build it (${String(cause)}).`)
    return null
  }
  return { name: `+${ms} ms sync`, env: { LD_PRELOAD: library, SLOW_SYNC_US: String(ms * 1_000) } }
}
