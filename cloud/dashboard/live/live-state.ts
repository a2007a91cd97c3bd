import type { HqLiveMessage } from '@flowviz/contract/hq'
import { type FeedParts, type FeedStatus, followFeed } from '@flowviz/contract/screen/live-feed'
import { type ReadonlySignal, signal } from '@preact/signals'

export interface LiveState {
  status: ReadonlySignal<FeedStatus>
  start: () => void
  stop: () => void
}

/** The one stream of this screen; each message goes to `hear`. */
export function createLiveState(
  parts: Pick<FeedParts, 'open' | 'after' | 'random'>,
  hear: (message: HqLiveMessage) => void,
): LiveState {
  const status = signal<FeedStatus>('connecting')
  let running: AbortController | null = null
  return {
    status,
    start: () => {
      if (running !== null) return
      running = new AbortController()
      const feed: FeedParts = {
        ...parts,
        message: data => hear(JSON.parse(data) as HqLiveMessage),
        status: next => {
          status.value = next
        },
      }
      void followFeed(feed, running.signal)
    },
    stop: () => {
      running?.abort()
      running = null
      status.value = 'connecting'
    },
  }
}
