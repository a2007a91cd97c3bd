import { type FSWatcher, watch } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'

const LOOK_MS = 2_000

/**
 * Resolves when a device file is there again, or when the signal aborts. One that is there from the start has to go
 * first: what was lost on it may still be leaving.
 * @param missing it was looked for, and is known not to be there
 */
export function pathReturns(path: string, missing: boolean, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    let watcher: FSWatcher | null = null
    let gone = missing
    const done = () => {
      clearInterval(timer)
      watcher?.close()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const look = () => {
      access(path).then(
        () => (gone ? done() : undefined),
        () => {
          gone = true
        },
      )
    }
    // The folder itself goes with its last adapter (/dev/serial/by-id), so looking now and then stays necessary.
    const timer = setInterval(look, LOOK_MS)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
    try {
      watcher = watch(dirname(path), look)
      watcher.on('error', () => watcher?.close())
    } catch {
      watcher = null
    }
    look()
  })
}
