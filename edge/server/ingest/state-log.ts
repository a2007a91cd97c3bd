import type { DeviceView } from '@flowviz/contract/device'
import type { EventData } from '@flowviz/contract/event'

type Change = EventData<'device.state_changed'>

/** At most one change of a device goes into the ledger in this time; what it settled on follows at its end. */
const GAP_MS = 10_000

export interface StateLog {
  /** A device changed. */
  see(view: DeviceView): void
  /** To be called about once a second: writes the states that were held back. */
  tick(): void
}

/** Writes changes of state into the ledger, so that a flapping cable leaves its traces without flooding it. */
export function stateLog(options: { monotonic: () => number; tell: (change: Change) => void }): StateLog {
  const { monotonic, tell } = options
  const written = new Map<string, { at: number; state: string; reason: string }>()
  const waiting = new Map<string, Change>()

  const write = (change: Change) => {
    const { device_id, state, reason } = change
    waiting.delete(device_id)
    const before = written.get(device_id)
    // It came back to where it was: the ledger says so already.
    if (before?.state === state && before.reason === reason) return
    written.set(device_id, { at: monotonic(), state, reason })
    tell(change)
  }
  const isFree = (deviceId: string) => (written.get(deviceId)?.at ?? Number.NEGATIVE_INFINITY) + GAP_MS <= monotonic()
  return {
    see({ id, state, reason, detail }) {
      // Every device begins with this, at every start: it tells nothing.
      if (state === 'connecting' && !written.has(id)) return
      const change = { device_id: id, state, reason, detail }
      if (isFree(id)) write(change)
      else waiting.set(id, change)
    },
    tick() {
      for (const change of [...waiting.values()]) if (isFree(change.device_id)) write(change)
    },
  }
}
