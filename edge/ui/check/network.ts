/** One question to the appliance, and when it was asked and answered by the tablet's clocks. */
export interface Ping {
  rtt_ms: number
  /** The appliance's time, and the tablet's own in the middle of the question; null when no answer came. */
  skew_ms: number | null
}

/** What twenty questions say of the way to the appliance. */
export interface Network {
  sent: number
  lost: number
  median_ms: number | null
  p95_ms: number | null
  /** Tablet minus appliance, by the fastest answer: the less it waited, the less is guessed. */
  skew_ms: number | null
}

export function networkOf(pings: readonly (Ping | null)[]): Network {
  const answered = pings.filter(ping => ping !== null).toSorted((a, b) => a.rtt_ms - b.rtt_ms)
  const at = (part: number) =>
    answered[Math.min(answered.length - 1, Math.floor(answered.length * part))]?.rtt_ms ?? null
  return {
    sent: pings.length,
    lost: pings.length - answered.length,
    median_ms: at(0.5),
    p95_ms: at(0.95),
    skew_ms: answered[0]?.skew_ms ?? null,
  }
}

export interface NetworkParts {
  /** Null when no answer came in time. */
  ping: () => Promise<Ping | null>
  pause: () => Promise<void>
  told: (pings: readonly (Ping | null)[]) => void
}

const PINGS = 20

/** Asks twenty times, one after the other: at the same time they would measure each other. */
export async function testNetwork({ ping, pause, told }: NetworkParts): Promise<Network> {
  const pings: (Ping | null)[] = []
  for (let n = 0; n < PINGS; n++) {
    if (n > 0) await pause()
    pings.push(await ping())
    told(pings)
  }
  return networkOf(pings)
}
