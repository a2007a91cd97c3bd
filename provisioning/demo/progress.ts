/** Steps of a long preparation, each on a line with the seconds since the start. */
export interface Progress {
  step(what: string): void
}

/** Writes `[ 12.3 s] what` lines; `now` is a clock in ms that only goes forward. */
export function makeProgress(write: (line: string) => void, now: () => number): Progress {
  const began = now()
  return {
    step(what) {
      const seconds = ((now() - began) / 1000).toFixed(1)
      write(`[${seconds.padStart(5)} s] ${what}`)
    },
  }
}
