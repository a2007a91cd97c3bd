import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { slowDisk, THIS_DISK } from './disk/slow-disk.ts'
import { startGenerator } from './load/generator.ts'
import type { LoadJob, LoadResult } from './load/load.ts'
import { median, print, type Row } from './report/report.ts'
import { type Running, startContenders } from './write/contender.ts'
import { goalsOf } from './write/goal.ts'
import { type Measured, measure } from './write/measure.ts'
import { FULL, inFlight, QUICK } from './write/plan.ts'

// What durable costs: FlowViz against the same code without the commit and against a commit for each write, all in one
// run on one disk. Its data lies in the repository's own folder, because /tmp may be memory, which syncs for nothing.
const SLOW_MS = 2
const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } })
const plan = values.quick === true ? QUICK : FULL
const tell = (line: string) => void process.stderr.write(`${line}\n`)

const ROOM = resolve(import.meta.dirname, '..', '.bench')
mkdirSync(ROOM, { recursive: true })
const folder = mkdtempSync(join(ROOM, 'write-'))
const generator = startGenerator<LoadJob, LoadResult>(join(import.meta.dirname, 'load', 'main.ts'))
const contenders: Running[] = []
try {
  const slow = slowDisk(SLOW_MS, folder)
  for (const disk of slow === null ? [THIS_DISK] : [THIS_DISK, slow]) {
    tell(`starting the contenders on ${disk.name}`)
    await startContenders(folder, disk, running => contenders.push(running))
  }
  const measured = await measure(plan, contenders, { generator, tell })
  const goals = goalsOf(measured, { fast: THIS_DISK.name, slow: slow?.name ?? 'none' })
  print('write', { rows: rowsOf(measured), goals }, values.json === true)
} finally {
  generator.stop()
  await Promise.all(contenders.map(contender => contender.stop()))
  rmSync(folder, { recursive: true, force: true })
}

/** One row a contender, shape and disk: medians over the rounds, and how far the rounds were apart. */
function rowsOf(measured: Measured[]): Row[] {
  const groups = Map.groupBy(measured, ({ shape, disk, contender }) =>
    [shape.door, shape.connections, shape.window, disk, contender].join('|'),
  )
  return [...groups.values()].map(group => {
    const { shape, disk, contender } = group[0]!
    const rates = group.map(({ result }) => result.perSecond)
    return {
      door: shape.door,
      disk,
      connections: shape.connections,
      window: shape.window,
      in_flight: inFlight(shape),
      contender,
      per_second: Math.round(median(rates)),
      per_second_min: Math.round(Math.min(...rates)),
      per_second_max: Math.round(Math.max(...rates)),
      p50_ms: Number(median(group.map(({ result }) => result.p50Ms)).toPrecision(3)),
      p99_ms: Number(median(group.map(({ result }) => result.p99Ms)).toPrecision(3)),
    }
  })
}
