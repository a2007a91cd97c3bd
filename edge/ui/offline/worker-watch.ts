import { type ReadonlySignal, signal } from '@preact/signals'

export interface WorkerWatch {
  /** A worker stands between this page and the network, and everything that it keeps is here. */
  serving: ReadonlySignal<boolean>
  /** A newer one has everything and waits; it is told to take over by `take`. */
  waiting: ReadonlySignal<boolean>
  /** Another one serves than the one that this page was loaded by: the page is old. */
  replaced: ReadonlySignal<boolean>
  register: () => Promise<ServiceWorkerRegistration>
  take: (word: string) => void
}

const SCRIPT = '/sw.js'

/** What the workers of this origin are up to, as signals. */
export function watchWorkers(workers: ServiceWorkerContainer): WorkerWatch {
  const serving = signal(false)
  const next = signal<ServiceWorker | null>(null)
  const waiting = signal(false)
  const replaced = signal(false)
  let servedBy = workers.controller

  const look = ({ active, waiting: found }: ServiceWorkerRegistration) => {
    serving.value = workers.controller !== null && active?.state === 'activated'
    next.value = found
    // The first worker of a tablet waits for nobody.
    waiting.value = found !== null && active !== null
  }
  const follow = (registration: ServiceWorkerRegistration) => {
    const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => look(registration))
    for (const worker of [registration.installing, registration.waiting, registration.active]) watch(worker)
    registration.addEventListener('updatefound', () => watch(registration.installing))
    workers.addEventListener('controllerchange', () => {
      replaced.value ||= servedBy !== null && workers.controller !== servedBy
      servedBy ??= workers.controller
      look(registration)
    })
    look(registration)
  }
  let followed: ServiceWorkerRegistration | null = null
  return {
    serving,
    waiting,
    replaced,
    register: async () => {
      // Its script is asked for anew each time: a kill switch must reach tablets that cache.
      const registration = await workers.register(SCRIPT, { updateViaCache: 'none' })
      if (followed !== registration) follow(registration)
      followed = registration
      return registration
    },
    take: word => next.peek()?.postMessage(word),
  }
}
