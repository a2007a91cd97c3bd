import { ROUTES } from './routes.ts'

const LATER_MS = 300

const whenIdle = (call: () => void): void => {
  // Safari has none.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call)
  else setTimeout(call, LATER_MS)
}

/** Fetches the screens at these addresses, one by one while nobody touches anything, so that a tap finds them here. */
export function warm(paths: readonly string[]): void {
  const loads = ROUTES.filter(([path]) => paths.includes(path)).map(([, , load]) => load)
  const next = (): void => {
    // What does not come now is asked for by the tap.
    void loads
      .shift()?.()
      .then(
        () => whenIdle(next),
        () => undefined,
      )
  }
  whenIdle(next)
}
