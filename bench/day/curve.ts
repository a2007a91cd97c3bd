/** Slices of the day that the curve is summed over: minutes of its 16 hours. */
const SLICES = 960

const bell = (at: number, { peak, width }: { peak: number; width: number }) => Math.exp(-(((at - peak) / width) ** 2))

/** How busy a plant of two shifts is at a share of its day: the morning's goods, the afternoon's packing. */
const busy = (at: number) => 0.4 + bell(at, { peak: 0.28, width: 0.1 }) + 0.9 * bell(at, { peak: 0.68, width: 0.1 })

/** When each of `count` lots begins, ms from the start, in order, the last one before `until_ms`. */
export function arrivals(count: number, until_ms: number): number[] {
  const slices = Array.from({ length: SLICES }, (_, slice) => busy((slice + 0.5) / SLICES))
  const whole = slices.reduce((sum, weight) => sum + weight, 0)
  const starts: number[] = []
  let slice = 0
  let before = 0
  for (let lot = 0; lot < count; lot++) {
    const wanted = ((lot + 0.5) / count) * whole
    while (before + slices[slice]! < wanted) before += slices[slice++]!
    const within = (wanted - before) / slices[slice]!
    starts.push(((slice + within) / SLICES) * until_ms)
  }
  return starts
}
