interface Racer {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Who waits for a promise at the moment; null once it has settled. */
const WAITING = new WeakMap<object, { racers: Set<Racer> | null }>()

/**
 * The result of whichever promise settles first, like `Promise.race`, and nothing is left behind. A race leaves a
 * reaction with its result on every loser for as long as that stays pending: on the end of a line that is asked ten
 * times a second, a million of them a day.
 */
export async function first<T>(...contenders: readonly Promise<T>[]): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const racer: Racer = { resolve, reject }
  for (const contender of contenders) {
    const { racers } = waitingFor(contender)
    if (racers === null) contender.then(resolve, reject)
    else racers.add(racer)
  }
  try {
    return (await promise) as T
  } finally {
    for (const contender of contenders) WAITING.get(contender)?.racers?.delete(racer)
  }
}

function waitingFor(contender: Promise<unknown>) {
  const known = WAITING.get(contender)
  if (known !== undefined) return known
  const waiting: { racers: Set<Racer> | null } = { racers: new Set() }
  WAITING.set(contender, waiting)
  const settle = (tell: (racer: Racer) => void) => {
    const { racers } = waiting
    waiting.racers = null
    for (const racer of racers ?? []) tell(racer)
  }
  contender.then(
    value => settle(racer => racer.resolve(value)),
    (error: unknown) => settle(racer => racer.reject(error)),
  )
  return waiting
}
