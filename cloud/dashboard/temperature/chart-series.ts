import type { HqReading } from '@flowviz/contract/hq'
import type { Limits } from '@flowviz/contract/limit'

/** A value at a moment; null when there was none. */
export type Point = Pick<HqReading, 'received_at' | 'value'>

/** What a chart is drawn of. */
export interface Drawing {
  unit: string
  limits: Limits
  /** ms since 1970. */
  since: number
  until: number
  points: Point[]
  bucket_ms: number | null
}

/** What a chart draws: times in seconds, and values where null breaks the line. */
export interface ChartSeries {
  times: number[]
  values: (number | null)[]
}

/** Readings further apart than this many times the usual distance have a hole between them: nothing is known of it. */
const HOLE_FACTOR = 5
const HOLE_LEAST_MS = 60_000

/**
 * The line of a chart. A bad reading has no value and breaks it, and so does a time of which nothing is known: a line
 * across a gap would claim what nobody measured.
 */
export function chartSeries(readings: Point[], bucketMs: number | null): ChartSeries {
  const times: number[] = []
  const values: (number | null)[] = []
  const hole = Math.max(HOLE_LEAST_MS, HOLE_FACTOR * usualDistance(readings), 2 * (bucketMs ?? 0))
  let before: number | null = null
  for (const { received_at, value } of readings) {
    const at = Date.parse(received_at)
    if (before !== null && at - before > hole) {
      times.push((before + at) / 2000)
      values.push(null)
    }
    times.push(at / 1000)
    values.push(value === null ? null : Number(value))
    before = at
  }
  return { times, values }
}

function usualDistance(readings: Point[]): number {
  const at = readings.map(reading => Date.parse(reading.received_at))
  const distances = at
    .slice(1)
    .map((time, index) => time - at[index]!)
    .sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 2)] ?? 0
}

/** The chart in one sentence, for those who cannot see it and those in a hurry. */
export interface ChartSummary {
  lowest: string | null
  highest: string | null
  last: HqReading | null
  outside: number
  without: number
  total: number
}

export function chartSummary(readings: HqReading[]): ChartSummary {
  const good = readings.filter(reading => reading.value !== null)
  const byValue = [...good].sort((a, b) => Number(a.value) - Number(b.value))
  return {
    lowest: byValue[0]?.value ?? null,
    highest: byValue.at(-1)?.value ?? null,
    last: readings.at(-1) ?? null,
    outside: good.filter(reading => reading.verdict === 'low' || reading.verdict === 'high').length,
    without: readings.length - good.length,
    total: readings.length,
  }
}

/** The limits of a channel, when what came is limits. */
export function limitsOf(value: unknown): Limits {
  return typeof value === 'object' && value !== null ? (value as Limits) : {}
}
