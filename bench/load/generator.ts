import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LoadJob, LoadResult } from './load.ts'

export interface Generator {
  run(job: LoadJob): Promise<LoadResult>
  stop(): void
}

type Answer = { ok: true; result: LoadResult } | { ok: false; problem: string }

/** The load generator's process; one job at a time. `run` throws when a request was refused or lost. */
export function startGenerator(): Generator {
  const child = fork(join(import.meta.dirname, 'main.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load generator ended')
  })
  ended.catch(() => null)
  return {
    async run(job) {
      const answered = once(child, 'message') as Promise<[Answer]>
      child.send(job)
      const [answer] = await Promise.race([answered, ended])
      if (!answer.ok) throw new Error(`${job.kind} load on port ${job.port}: ${answer.problem}`)
      return answer.result
    },
    stop: () => void child.kill(),
  }
}
