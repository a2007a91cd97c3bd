import { atLeast, atMost, type Goal, median } from '../report/report.ts'
import type { Measured } from './measure.ts'
import { inFlight, LOTS_CROWD, LOTS_LONE, READINGS_FLOOD, type Shape } from './plan.ts'

type Figure = 'perSecond' | 'p50Ms' | 'p99Ms'

/** What a ratio is made of: one contender's figure over another's, in the same round on the same disk. */
interface Pair {
  shape: Shape
  disk: string
  of: string
  to: string
  figure: Figure
  /** The figure below, when it is another one. */
  toFigure?: Figure
}

/** Median of the ratios of each round: what one round's noise does to both sides cancels out. */
function ratio(measured: Measured[], pair: Pair): number | null {
  const find = (contender: string) =>
    measured.filter(one => one.contender === contender && one.shape === pair.shape && one.disk === pair.disk)
  const above = find(pair.of)
  const below = find(pair.to)
  if (above.length === 0 || below.length !== above.length) return null
  return median(above.map((one, at) => one.result[pair.figure] / below[at]!.result[pair.toFigure ?? pair.figure]))
}

/** The goals of the write path; those of a disk that could not be made are left out. */
export function goalsOf(measured: Measured[], disks: { fast: string; slow: string }): Goal[] {
  const goals: Goal[] = []
  const add = (what: string, bound: (what: string, value: number) => Goal, pair: Pair) => {
    const value = ratio(measured, pair)
    if (value !== null) goals.push(bound(what, value))
  }
  const min = (goal: number) => (what: string, value: number) => atLeast(what, value, goal)
  const max = (goal: number) => (what: string, value: number) => atMost(what, value, goal)
  const crowd = { shape: LOTS_CROWD, disk: disks.fast, of: 'flowviz', figure: 'perSecond' } as const
  const flood = { shape: READINGS_FLOOD, disk: disks.fast, of: 'flowviz', figure: 'perSecond' } as const
  const clients = `${inFlight(LOTS_CROWD)} clients`

  add(`lots, ${clients}: share of the same route without the commit`, min(0.45), { ...crowd, to: 'no-commit' })
  add(`lots, ${clients}: times Express with a transaction for each request`, min(5), { ...crowd, to: 'express' })
  add(`lots, ${clients}: the same on a disk ${disks.slow}`, min(20), { ...crowd, disk: disks.slow, to: 'express' })
  for (const disk of [disks.fast, disks.slow])
    add(`lots, ${clients}: p99 over p50, ${disk}`, max(5), {
      ...crowd,
      disk,
      to: 'flowviz',
      figure: 'p99Ms',
      toFigure: 'p50Ms',
    })
  add('lots, a lone client: waiting time over that of Express', max(1.3), {
    ...crowd,
    shape: LOTS_LONE,
    to: 'express',
    figure: 'p50Ms',
  })
  add('readings, 10 x 20: share of the same broker without the commit', min(0.17), { ...flood, to: 'no-commit' })
  add('readings, 10 x 20: share of aedes alone, which acknowledges at once', min(0.17), { ...flood, to: 'aedes' })
  add('readings, 10 x 20: times a commit for each message', min(7), { ...flood, to: 'aedes-each' })
  return goals
}
