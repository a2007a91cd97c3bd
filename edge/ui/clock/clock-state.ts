import { type ReadonlySignal, signal } from '@preact/signals'

export interface ClockParts {
  /** Milliseconds that only ever go forward. */
  monotonic: () => number
  /** The tablet's own idea of the time; used until the server has told its own. */
  wall: () => number
}

/**
 * Server time and ticks. A tablet's clock may be an hour off: ages are told by the server's clock, carried forward by
 * the monotonic one.
 */
export interface Clock {
  /** Monotonic milliseconds of the last tick. */
  tick: ReadonlySignal<number>
  /** Server time, milliseconds since 1970, to the second. */
  now: ReadonlySignal<number>
  monotonic: () => number
  /** Takes the time that the server just told. */
  heard: (serverTime: string) => void
  /** Moves the ticks on; called a few times a second. */
  beat: () => void
}

export function createClock(parts: ClockParts): Clock {
  let offset = parts.wall() - parts.monotonic()
  const tick = signal(parts.monotonic())
  const now = signal(parts.wall())
  const beat = () => {
    tick.value = parts.monotonic()
    now.value = Math.floor((tick.value + offset) / 1000) * 1000
  }
  return {
    tick,
    now,
    monotonic: parts.monotonic,
    heard: serverTime => {
      offset = Date.parse(serverTime) - parts.monotonic()
      beat()
    },
    beat,
  }
}
