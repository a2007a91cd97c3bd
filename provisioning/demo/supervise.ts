import { setTimeout as wait } from 'node:timers/promises'
import type { Exit } from './process.ts'
import type { Unit } from './unit.ts'

export interface Supervisor {
  /** What to hand to the units of a place, such as a plant; the place stands before their names. */
  watch: (place: string) => (unit: Unit, exit: Exit) => void
  /** From now on nothing is started again. */
  rest(): void
}

export interface SuperviseOptions {
  tell: (line: string) => void
  /** Called after a unit is up again, with a new process number. */
  onRestart?: () => void
  /** First pause before a restart, ms; doubles up to thirty times as long while the unit keeps dying. */
  pause?: number
}

/** Starts what died again, as `Restart=always` does on the box, and says so. */
export function makeSupervisor({ tell, onRestart, pause = 1_000 }: SuperviseOptions): Supervisor {
  const deaths = new Map<Unit, number>()
  let resting = false

  const revive = async (unit: Unit, exit: Exit, place: string) => {
    const name = `${place}${unit.name}`
    const count = deaths.get(unit) ?? 0
    deaths.set(unit, count + 1)
    const delay = Math.min(pause * 2 ** count, pause * 30)
    tell(`${name} ended by itself (${exit.signal ?? `exit code ${exit.code}`}); starting it again in ${delay / 1000} s`)
    await wait(delay)
    if (resting) return
    try {
      await unit.start()
      tell(`${name} runs again`)
      onRestart?.()
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
      if (!resting) void revive(unit, { code: null, signal: null }, place)
    }
  }
  return {
    watch: place => (unit, exit) => {
      if (!resting) void revive(unit, exit, place === '' ? '' : `${place}: `)
    },
    rest: () => {
      resting = true
    },
  }
}
