import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Takes jobs, one at a time, and gives their results. */
export interface Generator<Job, Result> {
  run(job: Job): Promise<Result>
  stop(): void
}

type Answer<Result> = { ok: true; result: Result } | { ok: false; problem: string }

/**
 * Starts a load generator, a file that calls `generate`, as a process of its own, so that what it measures never waits
 * for what it measures with. `run` throws when the load could not be done.
 */
export function startGenerator<Job extends { port: number }, Result>(file: string): Generator<Job, Result> {
  const child = fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load generator ended')
  })
  ended.catch(() => null)
  return {
    async run(job) {
      const answered = once(child, 'message') as Promise<[Answer<Result>]>
      child.send(job)
      const [answer] = await Promise.race([answered, ended])
      if (!answer.ok) throw new Error(`load on port ${job.port}: ${answer.problem}`)
      return answer.result
    },
    stop: () => void child.kill(),
  }
}

/** The other end of `startGenerator`: one job in, one result out. */
export function generate<Job, Result>(load: (job: Job) => Promise<Result>): void {
  process.on('message', (job: Job) => {
    load(job).then(
      result => process.send!({ ok: true, result }),
      (error: Error) => process.send!({ ok: false, problem: error.stack ?? error.message }),
    )
  })
}
