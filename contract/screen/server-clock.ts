/** What a clock takes from the browser, in milliseconds. */
export interface ClockParts {
  /** Only ever goes forward. */
  monotonic: () => number
  /** The screen's own idea of the time; used until the server has told its own. */
  wall: () => number
}

export interface ServerClock {
  /** Server time, milliseconds since 1970. */
  now: () => number
  /** Takes the time that the server just told. */
  heard: (serverTime: string) => void
}

/**
 * Time as the server tells it, carried forward from there: a tablet's own clock may be an hour off. The monotonic clock
 * stands still in many browsers while a tablet sleeps and the own one does not, so the one that went farther counts:
 * what is kept must not look younger than it is.
 */
export function serverClock({ monotonic, wall }: ClockParts): ServerClock {
  let heard = { server: wall(), monotonic: monotonic(), wall: wall() }
  return {
    now: () => heard.server + Math.max(monotonic() - heard.monotonic, wall() - heard.wall),
    heard: serverTime => {
      heard = { server: Date.parse(serverTime), monotonic: monotonic(), wall: wall() }
    },
  }
}
