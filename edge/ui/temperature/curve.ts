import type { Reading } from '@flowviz/contract/reading'

/** One point of a curve: when (ms since 1970), and the value in the unit of its monitor. */
export type CurvePoint = readonly [at: number, value: number]

/** A curve with its ends, drawn in a box of 0 to 1 by 0 to 1. */
export interface Curve {
  path: string
  from: number
  to: number
  low: number
  high: number
  /** Heights of the limits in the box, as far as they are in sight. */
  limits: readonly number[]
}

/** So many points a tablet draws and keeps. */
export const CURVE_POINTS = 120

/** The readings that say something, thinned so that the lowest and the highest of every stretch stay. Pure. */
export function thinned(readings: readonly Pick<Reading, 'received_at' | 'value' | 'quality'>[]): CurvePoint[] {
  const points: CurvePoint[] = readings
    .filter(({ value, quality }) => value !== null && quality !== 'bad')
    .map(({ received_at, value }) => [Date.parse(received_at), Number(value)])
  if (points.length <= CURVE_POINTS) return points
  const size = Math.ceil(points.length / (CURVE_POINTS / 2))
  const kept: CurvePoint[] = []
  for (let at = 0; at < points.length; at += size) {
    const stretch = points.slice(at, at + size)
    const low = stretch.reduce((a, b) => (b[1] < a[1] ? b : a))
    const high = stretch.reduce((a, b) => (b[1] > a[1] ? b : a))
    kept.push(...(low === high ? [low] : low[0] < high[0] ? [low, high] : [high, low]))
  }
  return kept
}

/** Least height of what is drawn, so that a steady room is a line and no mountains. */
const SPAN_LEAST = 2

/** Draws a curve with its limits in sight; null with fewer than two points. Pure. */
export function curveOf(points: readonly CurvePoint[], limits: { low?: string; high?: string }): Curve | null {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || last[0] <= first[0]) return null
  const values = points.map(([, value]) => value)
  const edges = [limits.low, limits.high].filter(edge => edge !== undefined).map(Number)
  const low = Math.min(...values)
  const high = Math.max(...values)
  const bottom = Math.min(low, ...edges)
  const span = Math.max(SPAN_LEAST, Math.max(high, ...edges) - bottom)
  const y = (value: number) => 1 - (value - bottom + span * 0.1) / (span * 1.2)
  const x = (at: number) => (at - first[0]) / (last[0] - first[0])
  const path = points.map(([at, value], n) => `${n === 0 ? 'M' : 'L'}${short(x(at))} ${short(y(value))}`).join('')
  return { path, from: first[0], to: last[0], low, high, limits: edges.map(edge => short(y(edge))) }
}

const short = (number: number) => Math.round(number * 1_000) / 1_000
