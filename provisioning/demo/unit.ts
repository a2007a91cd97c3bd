import { FlowError } from '@flowviz/contract/error'
import { type Exit, type ProcessPlan, type ReadyFields, type Started, startProcess } from './process.ts'

/** One process that can be stopped, killed and started again, with the same settings and files each time. */
export interface Unit {
  readonly name: string
  /** Waits for the ready line. Starting a running unit gives the fields of the present run. */
  start(): Promise<ReadyFields>
  stop(): Promise<Exit | null>
  kill(): Promise<Exit | null>
  pid(): number | null
}

export interface UnitOptions {
  /** Called when the process ends although nobody asked it to, after it had been ready. */
  onDeath?: ((unit: Unit, exit: Exit) => void) | undefined
}

/** A unit that is planned anew at each start, from the files as they are then; nothing runs until `start`. */
export function makeUnit(name: string, plan: () => ProcessPlan, { onDeath }: UnitOptions = {}): Unit {
  let current: Started | null = null
  let starting: Promise<Started> | null = null
  let asked = false
  const end = async (how: 'stop' | 'kill') => {
    asked = true
    // Stopping a process that is only just coming up waits for it: it could hold files that a kill would leave behind.
    const run = (await starting?.catch(() => null)) ?? current
    return run === null ? null : run[how]()
  }
  const unit: Unit = {
    name,
    async start() {
      if (current !== null) return current.ready
      asked = false
      starting = startProcess(plan())
      const run = await starting.finally(() => {
        starting = null
      })
      current = run
      void run.exited.then(exit => {
        current = null
        if (!asked) onDeath?.(unit, exit)
      })
      return run.ready
    },
    stop: () => end('stop'),
    kill: () => end('kill'),
    pid: () => current?.pid ?? null,
  }
  return unit
}

/**
 * Starts units rung by rung; those of a rung at the same time. When one fails, those already started are stopped again.
 * @throws FlowError process_failed of the first that failed.
 */
export async function startInOrder(rungs: Unit[][]): Promise<void> {
  const up: Unit[][] = []
  for (const rung of rungs) {
    up.unshift(rung)
    const failed = (await Promise.allSettled(rung.map(unit => unit.start()))).find(
      ({ status }) => status === 'rejected',
    )
    if (failed === undefined) continue
    await stopInOrder(up).catch(() => null)
    throw (failed as PromiseRejectedResult).reason
  }
}

/**
 * Stops units rung by rung.
 * @throws FlowError process_failed when one ended in another way than by exit code 0; the others are stopped all the same.
 */
export async function stopInOrder(rungs: Unit[][]): Promise<void> {
  const unclean: string[] = []
  for (const rung of rungs) {
    const exits = await Promise.all(rung.map(async unit => ({ unit, exit: await unit.stop() })))
    for (const { unit, exit } of exits)
      if (exit !== null && exit.code !== 0) unclean.push(`${unit.name} (${exit.signal ?? `exit code ${exit.code}`})`)
  }
  if (unclean.length > 0) throw new FlowError('process_failed', `Not stopped cleanly: ${unclean.join(', ')}.`)
}
