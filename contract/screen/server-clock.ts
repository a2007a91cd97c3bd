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

/** Time as the server tells it, carried forward by the monotonic clock: a tablet's own clock may be an hour off. */
export function serverClock({ monotonic, wall }: ClockParts): ServerClock {
  let offset = wall() - monotonic()
  return {
    now: () => monotonic() + offset,
    heard: serverTime => {
      offset = Date.parse(serverTime) - monotonic()
    },
  }
}
