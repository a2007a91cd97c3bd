import type { LiveMessage } from '@flowviz/contract/live'
import { type FeedParts, type FeedStatus, followFeed } from '@flowviz/contract/screen/live-feed'
import { type ReadonlySignal, signal } from '@preact/signals'

/** Who wants which message of the stream. */
export type LiveListeners = { [T in LiveMessage['type']]?: (message: Extract<LiveMessage, { type: T }>) => void }

export interface LiveState {
  status: ReadonlySignal<FeedStatus>
  start: () => void
  stop: () => void
}

/** The one stream of this screen, and its fan-out to the nouns. */
export function createLiveState(
  parts: Pick<FeedParts, 'open' | 'after' | 'random'>,
  listeners: LiveListeners,
): LiveState {
  const status = signal<FeedStatus>('connecting')
  let running: AbortController | null = null
  const deliver = (data: string) => {
    const message = JSON.parse(data) as LiveMessage
    // A newer server may send types that this screen does not know yet.
    const listener = listeners[message.type] as ((message: LiveMessage) => void) | undefined
    listener?.(message)
  }
  return {
    status,
    start: () => {
      if (running !== null) return
      running = new AbortController()
      const feed: FeedParts = {
        ...parts,
        message: deliver,
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
