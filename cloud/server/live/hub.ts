import type { HqLiveMessage } from '@flowviz/contract/hq'
import type { LiveHub } from '../parts.ts'

/** Fan-out inside this process: whoever listens hears what it committed. */
export function liveHub(): LiveHub {
  const listeners = new Set<(message: HqLiveMessage) => void>()
  return {
    publish(message) {
      for (const listener of listeners) listener(message)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
