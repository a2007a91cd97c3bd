import { codeOf, type ErrorCode } from '@flowviz/contract/error'

const PASSING: ReadonlySet<ErrorCode> = new Set(['storage_full', 'storage_failed', 'writer_overloaded', 'not_ready'])
const FIRST_MS = 100
const MOST_MS = 5_000

interface Held {
  work: () => Promise<void>
  resolve: () => void
  reject: (error: unknown) => void
}

export interface Hold {
  /** Runs what commits. While the disk cannot commit it is tried again, in order, until it can. */
  run(work: () => Promise<void>): Promise<void>
  /** How many wait for the disk. */
  held(): number
  /** Gives up on what waits: nothing of it is acknowledged, so each client sends it again. */
  stop(): void
}

/**
 * Keeps the order of commits over a disk that fails for a while. An error answer would make every client drop its
 * connection, come back and send again; a held one stops them by TCP back-pressure, each at about 64 KiB.
 */
export function hold(options: { onTrouble: (error: unknown, held: number) => void }): Hold {
  const waiting: Held[] = []
  let delay_ms = FIRST_MS
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const park = (work: Held['work']) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ work, resolve, reject })
      if (timer === null && !stopped) timer = setTimeout(probe, delay_ms)
    })
  const attempt = (work: Held['work']): Promise<void> =>
    work().catch(error => {
      if (!PASSING.has(codeOf(error)) || stopped) throw error
      options.onTrouble(error, waiting.length + 1)
      return park(work)
    })
  /** One alone asks the disk; when it is back the others follow in their order. */
  const probe = async () => {
    const [first] = waiting
    if (first === undefined) return
    try {
      await first.work()
    } catch (error) {
      if (stopped) return
      if (PASSING.has(codeOf(error))) {
        delay_ms = Math.min(delay_ms * 2, MOST_MS)
        timer = setTimeout(probe, delay_ms)
        return
      }
      first.reject(error)
    }
    first.resolve()
    waiting.shift()
    timer = null
    delay_ms = FIRST_MS
    for (const { work, resolve, reject } of waiting.splice(0)) attempt(work).then(resolve, reject)
  }
  return {
    run: work => (waiting.length > 0 ? park(work) : attempt(work)),
    held: () => waiting.length,
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      waiting.length = 0
    },
  }
}
