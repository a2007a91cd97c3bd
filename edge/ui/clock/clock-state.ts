import { type ClockParts, serverClock } from '@flowviz/contract/screen/server-clock'
import { type ReadonlySignal, signal } from '@preact/signals'

/** Server time and ticks, as signals. */
export interface Clock {
  /** Monotonic milliseconds of the last tick. */
  tick: ReadonlySignal<number>
  /** Server time, milliseconds since 1970, to the second. */
  now: ReadonlySignal<number>
  /** Server time of this very moment: `now` may be more than a second old. */
  exact: () => number
  /** Takes the time that the server just told. */
  heard: (serverTime: string) => void
  /** Moves the ticks on; called a few times a second. */
  beat: () => void
}

export function createClock(parts: ClockParts): Clock {
  const clock = serverClock(parts)
  const toTheSecond = () => Math.floor(clock.now() / 1000) * 1000
  const tick = signal(parts.monotonic())
  const now = signal(toTheSecond())
  const beat = () => {
    tick.value = parts.monotonic()
    now.value = toTheSecond()
  }
  return {
    tick,
    now,
    exact: clock.now,
    heard: serverTime => {
      clock.heard(serverTime)
      beat()
    },
    beat,
  }
}
