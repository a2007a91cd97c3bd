import type { LiveMessage } from '@flowviz/contract/live'
import type { Reading } from '@flowviz/contract/reading'
import type { LiveHub } from '../parts.ts'

/** A screen draws at most this often; a scale that weighs faster is shown by its latest value only. */
const GAP_MS = 100

/**
 * Fan-out to the screens. Readings are conflated to 10 Hz for each channel, the latest value wins and the last one
 * always arrives; everything else passes at once.
 */
export function liveHub(options: { monotonic: () => number }): LiveHub & { screens(): number; close(): void } {
  const { monotonic } = options
  const listeners = new Set<(message: LiveMessage) => void>()
  const sentAt = new Map<string, number>()
  const pending = new Map<string, Reading>()
  let timer: NodeJS.Timeout | null = null

  const send = (message: LiveMessage) => {
    for (const listener of listeners) listener(message)
  }
  const flush = () => {
    timer = null
    for (const [channel, reading] of pending) {
      sentAt.set(channel, monotonic())
      send({ type: 'reading', reading })
    }
    pending.clear()
  }
  const conflate = (reading: Reading) => {
    const channel = `${reading.device_id}/${reading.channel}`
    const wait = (sentAt.get(channel) ?? Number.NEGATIVE_INFINITY) + GAP_MS - monotonic()
    if (wait <= 0 && !pending.has(channel)) {
      sentAt.set(channel, monotonic())
      send({ type: 'reading', reading })
      return
    }
    pending.set(channel, reading)
    timer ??= setTimeout(flush, Math.max(1, wait))
  }
  return {
    publish(message) {
      // Nobody looks: the path of thirty thousand readings a second ends here.
      if (listeners.size === 0) return
      if (message.type === 'reading') conflate(message.reading)
      else send(message)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    screens: () => listeners.size,
    close() {
      if (timer !== null) clearTimeout(timer)
      listeners.clear()
      pending.clear()
    },
  }
}
