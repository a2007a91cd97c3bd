/** How late the appliance's main thread was with its timers, ms, since it was asked the last time. */
export interface Pulse {
  mean_ms: number
  p99_ms: number
  max_ms: number
}

/** Asks the appliance's own metrics; asking starts the next span. */
export async function pulseOf(port: number): Promise<Pulse> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const ms = (name: string) =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN) * 1_000
  return { mean_ms: ms('mean'), p99_ms: ms('p99'), max_ms: ms('max') }
}
