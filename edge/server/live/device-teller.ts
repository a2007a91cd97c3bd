import type { DeviceView } from '@flowviz/contract/device'
import type { HealthMessage } from '@flowviz/contract/health'
import type { LiveHub } from '../parts.ts'
import { WEIGHT_CHANNEL } from './capture.ts'
import type { LiveDeviceBoard } from './device-board.ts'

export interface DeviceTeller {
  /**
   * What a gateway says is shown when it says it: a pulled cable does not wait for the next tick. A scale is shown even
   * when nothing changed, because only this tells the screen that a weight which stands still is still there.
   */
  hear(message: HealthMessage): void
  /** To be called about once a second: shows the devices that have fallen silent, and now and then what was counted. */
  tick(): void
}

/** Figures are shown this often though nothing changed; one in this many ticks. */
const FIGURES_TICKS = 5

/** Brings the states of devices to the screens; `changed` gets each that has another state or reason than before. */
export function deviceTeller(parts: {
  board: LiveDeviceBoard
  hub: Pick<LiveHub, 'publish'>
  changed: (view: DeviceView) => void
}): DeviceTeller {
  const { board, hub, changed: tell } = parts
  let ticks = 0
  const show = ({ latest: _latest, ...device }: DeviceView) => hub.publish({ type: 'device', device })
  return {
    hear(message) {
      board.applyHealth(message)
      const looked = board.look(message.device_id)
      if (looked === null) return
      const { view, changed } = looked
      if (changed) tell(view)
      if (changed || view.channels.some(({ name }) => name === WEIGHT_CHANNEL)) show(view)
    },
    tick() {
      for (const view of board.tick()) {
        tell(view)
        show(view)
      }
      ticks += 1
      if (ticks % FIGURES_TICKS === 0) for (const view of board.views()) if (view.counters !== undefined) show(view)
    },
  }
}
