import type { CurvePoint } from '../store/monitor-store.ts'

/**
 * At most `most` points of a curve, evenly over its course: both ends and the first point with the worst value stay.
 * @param most at least 3
 */
export function decimate(points: readonly CurvePoint[], most: number, worst: string): CurvePoint[] {
  if (points.length <= most) return [...points]
  const last = points.length - 1
  const kept = new Set([0, last])
  const peak = points.findIndex(({ value }) => value === worst)
  if (peak >= 0) kept.add(peak)
  const room = most - kept.size
  for (let n = 1; n <= room; n += 1) kept.add(Math.round((n * last) / (room + 1)))
  return points.filter((_, at) => kept.has(at))
}
