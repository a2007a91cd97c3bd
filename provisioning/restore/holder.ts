import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Processes that have a file of this folder open, deleted ones included: an appliance or a Litestream that still runs on
 * them would go on writing into files that nobody can see any more. Empty where there is no /proc.
 */
export function holdersOf(dir: string): number[] {
  const inside = `${realpathSync(dir)}${sep}`
  return listed('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(pid => listed(`/proc/${pid}/fd`).some(fd => target(`/proc/${pid}/fd/${fd}`).startsWith(inside)))
    .map(Number)
}

function listed(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    // Gone since, or of another user.
    return []
  }
}

function target(path: string): string {
  try {
    return readlinkSync(join(path))
  } catch {
    return ''
  }
}
