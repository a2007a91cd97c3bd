import type { HqLot, SiteView } from '@flowviz/contract/hq'
import type { LiveHub } from '../parts.ts'

const GATHER_MS = 500

// A screen shows pages of lots; of a backlog that comes in at once it needs the end.
const LOTS_MAX = 500

/**
 * Tells the screens how a site and its lots stand after they changed: at most twice a second, and only while somebody
 * listens.
 */
export interface SiteWatch {
  touch(site: string, lotIds?: readonly string[]): void
  close(): void
}

export function siteWatch(options: {
  live: LiveHub
  view: (site: string) => Promise<SiteView | null>
  lots: (lotIds: readonly string[]) => Promise<HqLot[]>
  onError: (error: unknown) => void
}): SiteWatch {
  const { live, view, onError } = options
  const waiting = new Map<string, { timer: NodeJS.Timeout; lotIds: Set<string> }>()
  async function tell(site: string): Promise<void> {
    const lotIds = [...(waiting.get(site)?.lotIds ?? [])].slice(-LOTS_MAX)
    waiting.delete(site)
    if (lotIds.length > 0) for (const lot of await options.lots(lotIds)) live.publish({ type: 'lot', lot })
    const shown = await view(site)
    if (shown !== null) live.publish({ type: 'site', site: shown })
  }
  return {
    touch(site, lotIds = []) {
      if (live.listeners() === 0) return
      const gathered = waiting.get(site)
      if (gathered !== undefined) for (const lot of lotIds) gathered.lotIds.add(lot)
      else {
        const timer = setTimeout(() => void tell(site).catch(onError), GATHER_MS)
        waiting.set(site, { timer, lotIds: new Set(lotIds) })
      }
    },
    close() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
