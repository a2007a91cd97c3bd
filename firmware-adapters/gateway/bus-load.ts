/** The load is that of this long. */
const WINDOW_MS = 10_000

interface Look {
  at_ms: number
  busy_ms: number
}

/** How full each bus was of late. */
export class BusLoad {
  readonly #looks = new Map<string, Look[]>()

  /**
   * Takes note; to be called about twice a second.
   * @param busy how long each bus was busy since it was opened, ms
   * @param at_ms now, on the monotonic clock
   */
  look(busy: ReadonlyMap<string, number>, at_ms: number): void {
    for (const bus of this.#looks.keys()) if (!busy.has(bus)) this.#looks.delete(bus)
    for (const [bus, busy_ms] of busy) {
      const before = this.#looks.get(bus) ?? []
      // A bus that was opened anew counts from nothing.
      const same = (before.at(-1)?.busy_ms ?? 0) <= busy_ms ? before : []
      const young = same.filter(look => at_ms - look.at_ms <= WINDOW_MS)
      this.#looks.set(bus, [...young, { at_ms, busy_ms }])
    }
  }

  /** Whole percent; null for what is no bus, and before the second look. */
  percent(bus: string | null): number | null {
    const looks = bus === null ? undefined : this.#looks.get(bus)
    const [first] = looks ?? []
    const last = looks?.at(-1)
    if (first === undefined || last === undefined || last.at_ms <= first.at_ms) return null
    // A request counts when it is over, and may have begun before the window.
    return Math.min(100, Math.round((100 * (last.busy_ms - first.busy_ms)) / (last.at_ms - first.at_ms)))
  }
}
