import type { Deviation } from '@flowviz/contract/hq-plant'
import type { Drawing } from '../temperature/chart-series.ts'

/** The curve of an excursion as a chart draws it, with the limits of its monitor; null when there is none. */
export function curveDrawing({ curve, unit, low, high }: Deviation): Drawing | null {
  const first = curve[0]
  const last = curve.at(-1)
  if (first === undefined || last === undefined || unit === null) return null
  return {
    unit,
    limits: { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) },
    since: Date.parse(first.at),
    until: Date.parse(last.at),
    points: curve.map(({ at, value }) => ({ received_at: at, value })),
    bucket_ms: null,
  }
}
