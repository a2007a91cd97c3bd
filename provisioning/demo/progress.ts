/** Steps of a long preparation, each on a line with the seconds since the start. */
export interface Progress {
  step(what: string): void
}

/** Writes `[ 12.3 s] what` lines; `elapsed` gives ms since the program was started. */
export function makeProgress(write: (line: string) => void, elapsed: () => number): Progress {
  return {
    step(what) {
      const seconds = (elapsed() / 1000).toFixed(1)
      write(`[${seconds.padStart(5)} s] ${what}`)
    },
  }
}
