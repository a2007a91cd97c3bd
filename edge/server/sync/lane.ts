import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, type ErrorCode } from '@flowviz/contract/error'
import type { Logger } from 'pino'
import { refusalIn } from './answer.ts'
import { backoffMs } from './backoff.ts'

/** How the last try of a lane ended. `refused` needs a person; `late` will pass by itself. */
export type LaneResult = 'none' | 'ok' | 'late' | 'unreachable' | 'refused'

/** One thing after the other, for ever: a lane never has two requests in flight. */
export interface Lane {
  result(): LaneResult
  /** The sentence of the last failure; null while all is well. */
  problem(): string | null
  nudge(): void
  /** Ends the lane; resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

// Refusals that pass without a person: the link, the load, the disk of either side, a race between two requests.
const PASSING = new Set<ErrorCode>([
  'cloud_unreachable',
  'internal',
  'not_ready',
  'rate_limited',
  'storage_full',
  'storage_failed',
  'writer_overloaded',
  'digest_mismatch',
  'token_replayed',
  'token_expired',
  'ledger_gap',
])

/** True when a later try may succeed without anybody doing anything. */
export const passes = (error: unknown) => PASSING.has(codeOf(error))

/**
 * Runs `step` until it has nothing to do, waits for a nudge and `linger_ms` for its neighbours, and goes on. A step that
 * throws is tried again after a back-off with jitter, without end.
 */
export function startLane(options: {
  name: string
  step: () => Promise<'more' | 'idle'>
  linger_ms: number
  random: () => number
  logger: Logger
  onChange: () => void
}): Lane {
  const { name, step, linger_ms, random, onChange } = options
  const logger = options.logger.child({ lane: name })
  const ended = new AbortController()
  let result: LaneResult = 'none'
  let problem: string | null = null
  let nudged = true
  let wake = () => {}
  let failures = 0

  async function rest(): Promise<void> {
    if (!nudged && !ended.signal.aborted) await new Promise<void>(resolve => (wake = resolve))
    nudged = false
    await sleep(linger_ms, ended.signal)
  }

  async function fail(error: unknown): Promise<void> {
    failures += 1
    const before = result
    result = passes(error) ? resultOf(error) : 'refused'
    problem = error instanceof Error ? error.message : String(error)
    if (result !== before || result === 'refused')
      logger[result === 'refused' ? 'error' : 'warn']({ code: codeOf(error), failures, err: error }, 'push failed')
    onChange()
    const { retry_after_ms } = refusalIn(error)
    await sleep(backoffMs({ failures, retry_after_ms, random: random(), slow: result === 'refused' }), ended.signal)
  }

  async function run(): Promise<void> {
    while (!ended.signal.aborted) {
      try {
        const left = await step()
        if (failures > 0) logger.info({ failures }, 'push works again')
        failures = 0
        result = 'ok'
        problem = null
        onChange()
        if (left === 'idle') await rest()
      } catch (error) {
        if (!ended.signal.aborted) await fail(error)
      }
    }
  }

  const running = run()
  return {
    result: () => result,
    problem: () => problem,
    nudge() {
      nudged = true
      wake()
    },
    async stop() {
      ended.abort()
      wake()
      await running
    },
  }
}

function resultOf(error: unknown): LaneResult {
  return codeOf(error) === 'cloud_unreachable' ? 'unreachable' : 'late'
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {})
}
