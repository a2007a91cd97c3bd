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
  /** To be called about once a second: shows the devices that have fallen silent. */
  tick(): void
}

/** Brings the states of devices to the screens; `changed` gets each that has another state or reason than before. */
export function deviceTeller(parts: {
  board: LiveDeviceBoard
  hub: Pick<LiveHub, 'publish'>
  changed: (view: DeviceView) => void
}): DeviceTeller {
  const { board, hub, changed: tell } = parts
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
    },
  }
}
