import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { isOlder } from './release.ts'
import { SHELL_CACHE } from './shell.ts'
import { TAKE_OVER } from './take-over.ts'
import { type WorkerWatch, watchWorkers } from './worker-watch.ts'

/**
 * How far this tablet is with working without the appliance: `unsupported` by its browser; `insecure`, as its page or
 * its certificate is not trusted; `switched-off` by the appliance; `installing`; `ready`; `update-waiting`, ready too.
 */
export type OfflineStanding = 'unsupported' | 'insecure' | 'switched-off' | 'installing' | 'ready' | 'update-waiting'

/** What the appliance asks of its screens (`GET /api/v1/min-client`). */
export interface Demand {
  min_client: string
  kill_switch: boolean
}

export interface OfflineParts {
  /** Absent on a page without a secure context, and in a browser that is too old. */
  workers: ServiceWorkerContainer | undefined
  caches: Pick<CacheStorage, 'delete'> | undefined
  secure: boolean
  /** Release of this screen. */
  version: string
  demand: () => Promise<Demand | null>
  /** True while nobody works here: the screen is locked and nobody is about to sign in. */
  locked: ReadonlySignal<boolean>
  /** How many entries of this tablet are not sent yet. */
  unsent: ReadonlySignal<number>
  after: (ms: number, call: () => void) => () => void
  reload: () => void
}

export interface OfflineState {
  standing: ReadonlySignal<OfflineStanding>
  /** The appliance wants a newer screen than this one: finish, and lock. */
  demanded: ReadonlySignal<boolean>
  start: () => void
  /** Asks for a newer screen now: the appliance answers again. */
  look: () => void
}

const LOOK_MS = 900_000
const TRY_AGAIN_MS = 30_000

/**
 * The service worker of this tablet and its updates. A newer screen that is here waits until the screen is locked and
 * everything is sent, and never interrupts an entry; one that the appliance demands does not wait for the sending, as
 * what is unsent stays on the tablet.
 */
export function createOfflineState(parts: OfflineParts): OfflineState {
  const { workers, secure } = parts
  const watch = workers === undefined ? null : watchWorkers(workers)
  const refused = signal<'insecure' | 'switched-off' | null>(null)
  const demanded = signal(false)
  const calm = computed(() => parts.locked.value && (demanded.value || parts.unsent.value === 0))
  const standing = computed<OfflineStanding>(() => {
    if (watch === null) return secure ? 'unsupported' : 'insecure'
    if (refused.value !== null) return refused.value
    if (watch.waiting.value || watch.replaced.value) return 'update-waiting'
    return watch.serving.value ? 'ready' : 'installing'
  })

  // A page without a worker was as new as it gets when it was loaded: only a later demand is met by loading it again.
  const outdated = signal(false)
  let looked = false
  const hear = ({ min_client }: Demand) => {
    const isDemanded = isOlder(parts.version, min_client)
    outdated.value = looked && isDemanded && (watch === null || refused.peek() !== null)
    demanded.value = isDemanded
    looked = true
  }
  const look = async (): Promise<void> => {
    const demand = await parts.demand()
    if (demand !== null) hear(demand)
    if (workers === undefined || watch === null) return
    if (demand?.kill_switch === true) {
      refused.value = 'switched-off'
      await endWorkers(workers, parts.caches)
    } else refused.value = await keepWorker(watch)
  }
  let cancel = () => {}
  const lookNow = () => {
    cancel()
    void look()
      .catch(() => undefined)
      .then(() => {
        const settled = standing.peek() !== 'installing'
        cancel()
        cancel = parts.after(settled ? LOOK_MS : TRY_AGAIN_MS, lookNow)
      })
  }
  const start = () => {
    lookNow()
    effect(() => {
      if (!calm.value) return
      if (outdated.value || watch?.replaced.value) parts.reload()
      else if (watch?.waiting.value) watch.take(TAKE_OVER)
    })
  }
  return { standing, demanded, start, look: lookNow }
}

/** Registers the worker, or asks whether there is a newer one. Gives why it cannot be. */
async function keepWorker(watch: WorkerWatch): Promise<'insecure' | null> {
  try {
    const registration = await watch.register()
    if (registration.active !== null) await registration.update()
    return null
  } catch (error) {
    // A page whose certificate was clicked through is secure by name only: its worker's script is refused.
    if (error instanceof DOMException && error.name === 'SecurityError') return 'insecure'
    // The appliance is away, or a file of the screen did not arrive: what is here stays, and it is tried again.
    return null
  }
}

/** Ends what the appliance wants ended; the queue of this tablet is elsewhere and stays. */
async function endWorkers(workers: ServiceWorkerContainer, caches: OfflineParts['caches']): Promise<void> {
  const registrations = await workers.getRegistrations()
  await Promise.all(registrations.map(registration => registration.unregister()))
  await caches?.delete(SHELL_CACHE)
}
