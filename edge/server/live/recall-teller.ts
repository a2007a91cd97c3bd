import type { LiveHub, PlantReader } from '../parts.ts'

/** A busy plant commits a thousand times a second, and a recall is rare. */
const GAP_MS = 250

export interface RecallTeller {
  /** Something was committed. */
  look(): void
  stop(): void
}

/**
 * Tells the screens that a recall has changed, whatever changed it: one that came back from headquarters with a lost
 * history was no command here, and must take over the screens all the same.
 */
export function recallTeller({
  reader,
  hub,
}: {
  reader: { recalls: Pick<PlantReader['recalls'], 'newest'> }
  hub: Pick<LiveHub, 'publish'>
}): RecallTeller {
  let told = reader.recalls.newest()
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const tell = () => {
    timer = null
    const newest = reader.recalls.newest()
    if (newest === told) return
    told = newest
    hub.publish({ type: 'changed', command: 'hold-recall' })
  }
  return {
    look() {
      // What ends after it may commit still, and the reader is closed before a look would come.
      if (!stopped) timer ??= setTimeout(tell, GAP_MS)
    },
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
