/** What the browser says of itself; null where it says nothing. */
export interface BrowserFacts {
  agent: string
  origin: string
  secure: boolean
  /** Whether a service worker answers for this page. */
  worker: boolean
  persisted: boolean | null
  used_bytes: number | null
  quota_bytes: number | null
  heap_bytes: number | null
  camera: boolean
  locks: boolean
  screen: string
  touch_points: number
}

type Memory = { memory?: { usedJSHeapSize: number } }

/** Reads them now. Never rejects. */
export async function browserFacts(): Promise<BrowserFacts> {
  const { storage } = navigator as { storage?: StorageManager }
  const estimate = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  return {
    agent: browserName(navigator.userAgent),
    origin: location.origin,
    secure: isSecureContext,
    worker: (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller != null,
    persisted: (await storage?.persisted?.().catch(() => null)) ?? null,
    used_bytes: estimate.usage ?? null,
    quota_bytes: estimate.quota ?? null,
    heap_bytes: (performance as Memory).memory?.usedJSHeapSize ?? null,
    camera: (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia !== undefined,
    locks: (navigator as { locks?: LockManager }).locks !== undefined,
    screen: `${innerWidth} × ${innerHeight} @${devicePixelRatio}`,
    touch_points: navigator.maxTouchPoints,
  }
}

/** Asks the browser to keep what is stored here; says whether it will. */
export const askToPersist = async (): Promise<boolean> =>
  (await (navigator as { storage?: StorageManager }).storage?.persist?.().catch(() => false)) ?? false

/** Name and main version out of a user agent: `Chrome 153`. */
export function browserName(agent: string): string {
  const found = /(?:Edg|OPR|SamsungBrowser|Firefox|Chrome|Version)\/(\d+)/.exec(agent)
  if (found === null) return agent.slice(0, 40)
  const [whole, version] = found
  const name = whole.split('/')[0] ?? ''
  return `${name === 'Version' ? 'Safari' : name === 'Edg' ? 'Edge' : name} ${version}`
}
