import type { Unit } from '../../provisioning/demo/unit.ts'

const watched = new Set<Unit>()
let hooked = false

/**
 * Kills these processes when the test's own ends in whatever way: they lead groups of their own, so a test that runs
 * out of its time would leave them behind.
 */
export function leaveNoOrphans(units: Unit[]): void {
  for (const unit of units) watched.add(unit)
  if (hooked) return
  hooked = true
  process.on('exit', () => {
    for (const unit of watched) killNow(unit.pid())
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
}

function killNow(pid: number | null): void {
  if (pid === null) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Ended by itself.
  }
}
