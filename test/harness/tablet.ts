import type { BrowserContext, Page } from 'playwright-core'

/** The stand-in for a weak tablet on a bad Wi-Fi. */
export const WEAK = { cpu: 6, bytes_per_s: 500_000, rtt_ms: 40 }

/** A new page of this window that is as slow as the weak tablet, and takes its own times. */
export async function weakPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const { cpu, bytes_per_s, rtt_ms } = WEAK
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rtt_ms,
    downloadThroughput: bytes_per_s,
    uploadThroughput: bytes_per_s,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await page.addInitScript(() => {
    const taken = {
      lcp_ms: 0,
      largest: '',
      events: [] as { name: string; ms: number; on: string }[],
      tasks: [] as number[],
    }
    Object.assign(window, { taken })
    const told = (target: Element | null) =>
      target === null
        ? 'what is gone since'
        : `${target.tagName}.${target.className} ${target.textContent}`.slice(0, 60)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[]) {
        taken.lcp_ms = entry.startTime
        taken.largest = entry.element?.textContent?.slice(0, 40) ?? ''
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if ((entry as PerformanceEventTiming & { interactionId: number }).interactionId > 0)
          taken.events.push({ name: entry.name, ms: entry.duration, on: told(entry.target as Element | null) })
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) taken.tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  return page
}

export interface Taken {
  /** Largest contentful paint, ms since the page was asked for. */
  lcp_ms: number
  largest: string
  /** From a touch to the next picture, ms, for every touch of at least 16 ms. */
  events: { name: string; ms: number; on: string }[]
  /** Tasks of more than 50 ms, in which no touch is heard, ms. */
  tasks: number[]
}

/** The times that the page took of itself. */
export const takenOf = (page: Page): Promise<Taken> =>
  page.evaluate(() => (window as unknown as { taken: Taken }).taken)

/** Forgets the touches and tasks that were taken so far. */
export const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { taken } = window as unknown as { taken: Taken }
    taken.events.length = 0
    taken.tasks.length = 0
  })

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)]!
}
