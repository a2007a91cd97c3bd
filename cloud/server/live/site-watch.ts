import type { SiteView } from '@flowviz/contract/hq'
import type { LiveHub } from '../parts.ts'

const GATHER_MS = 500

/** Tells the screens how a site stands after it changed: at most twice a second, and only while somebody listens. */
export interface SiteWatch {
  touch(site: string): void
  close(): void
}

export function siteWatch(options: {
  live: LiveHub
  view: (site: string) => Promise<SiteView | null>
  onError: (error: unknown) => void
}): SiteWatch {
  const { live, view, onError } = options
  const waiting = new Map<string, NodeJS.Timeout>()
  async function tell(site: string): Promise<void> {
    waiting.delete(site)
    const shown = await view(site)
    if (shown !== null) live.publish({ type: 'site', site: shown })
  }
  return {
    touch(site) {
      if (waiting.has(site) || live.listeners() === 0) return
      waiting.set(
        site,
        setTimeout(() => void tell(site).catch(onError), GATHER_MS),
      )
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
