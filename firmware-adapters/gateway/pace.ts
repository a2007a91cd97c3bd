import type { Pace } from '../driver.ts'
import { first } from '../transport/first.ts'

/** The pace of the drivers, on the machine's timers and a clock that never jumps (milliseconds, any origin). */
export function createPace(monotonic: () => number): Pace {
  const wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>(resolve => {
      if (signal?.aborted === true) {
        resolve()
        return
      }
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done, { once: true })
    })

  const within = async <T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> => {
    const { promise: expired, resolve } = Promise.withResolvers<L>()
    const timer = setTimeout(() => resolve(late), ms)
    try {
      return await first<T | L>(work, expired)
    } finally {
      clearTimeout(timer)
    }
  }

  async function* ticks(interval_ms: number, signal: AbortSignal, phase = 0): AsyncGenerator<void> {
    let due = monotonic()
    let step_ms = phase === 0 ? interval_ms : interval_ms * phase
    while (!signal.aborted) {
      yield
      due += step_ms
      step_ms = interval_ms
      const behind = monotonic() - due
      // A tick that is less than an interval late is taken at once, so that the average interval holds.
      if (behind >= interval_ms) due += Math.floor(behind / interval_ms) * interval_ms
      await wait(Math.max(0, due - monotonic()), signal)
    }
  }

  return { wait, within, ticks }
}
