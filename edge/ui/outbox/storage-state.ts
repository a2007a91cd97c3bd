import { computed, type ReadonlySignal, signal } from '@preact/signals'

export interface StorageParts {
  /** Absent on a page without a secure context. */
  storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined
  after: (ms: number, call: () => void) => () => void
}

/** How much room this tablet has, and whether the browser has promised to keep what is stored. */
export interface StorageState {
  /** Null until the browser has answered, or when it has no such promise. */
  persisted: ReadonlySignal<boolean | null>
  /** From 0 to 1; null when the browser does not say. */
  used: ReadonlySignal<number | null>
  used_bytes: ReadonlySignal<number | null>
  quota_bytes: ReadonlySignal<number | null>
  /** True from 80 % on: the tablet has to be seen to before it can keep nothing more. */
  nearly_full: ReadonlySignal<boolean>
  /** Asks for the promise and looks at the room, now and every few minutes. */
  start: () => void
  stop: () => void
}

const LOOK_MS = 300_000
const NEARLY_FULL = 0.8

export function createStorageState({ storage, after }: StorageParts): StorageState {
  const persisted = signal<boolean | null>(null)
  const estimate = signal<StorageEstimate | null>(null)
  let cancel = () => {}
  let running = false
  const used = computed(() => {
    const { usage, quota } = estimate.value ?? {}
    return usage === undefined || quota === undefined || quota === 0 ? null : usage / quota
  })
  const look = async () => {
    try {
      persisted.value = (await storage?.persisted()) || ((await storage?.persist()) ?? null)
      estimate.value = (await storage?.estimate()) ?? null
    } catch {
      // A browser that cannot say leaves the last answer; the store itself tells when it is full.
    }
    if (running) cancel = after(LOOK_MS, () => void look())
  }
  return {
    persisted,
    used,
    used_bytes: computed(() => estimate.value?.usage ?? null),
    quota_bytes: computed(() => estimate.value?.quota ?? null),
    nearly_full: computed(() => (used.value ?? 0) >= NEARLY_FULL),
    start: () => {
      if (running || storage === undefined) return
      running = true
      void look()
    },
    stop: () => {
      running = false
      cancel()
    },
  }
}
