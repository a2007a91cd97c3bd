import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { atLeast, atMost, type Goal, median, print, type Row } from './report/report.ts'
import { contenders, type Measured, measure, overHttp, startsFor } from './trace/measure.ts'
import { startPlant, writePlant } from './trace/plant.ts'
import { startPostgres } from './trace/postgres.ts'
import { fillSqlite, leanSqlite } from './trace/sqlite.ts'

// What a trace costs in a plant's year: FlowViz against Postgres 18 with the same data and against walking row by row,
// all in one run. The whole answer of FlowViz is JSON that came out of its thread; that of Postgres is rows in the client.
const FULL = { days: 365, sizes: [10, 1_000, 10_000, 100_000], rounds: 7, seconds: 15 }
const QUICK = { days: 12, sizes: [10, 1_000], rounds: 3, seconds: 2 }
const SEED = 20_261_125
const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } })
const plan = values.quick === true ? QUICK : FULL
const tell = (line: string) => void process.stderr.write(`${line}\n`)

const ROOM = resolve(import.meta.dirname, '..', '.bench')
mkdirSync(ROOM, { recursive: true })
const folder = mkdtempSync(join(ROOM, 'trace-'))
// Root hands Postgres to a user of its own, who must be able to walk down to its data.
chmodSync(folder, 0o711)
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  const env = writePlant(folder)
  const file = join(folder, 'data', 'plant.db')
  tell('generating the year into SQLite')
  fillSqlite(file, { days: plan.days, seed: SEED })
  const lean = leanSqlite(file)
  closers.push(() => lean.close())
  tell(`${lean.lots()} lots, ${lean.links()} links; generating the same into Postgres`)
  const dir = join(folder, 'postgres')
  mkdirSync(dir)
  const postgres = await startPostgres(dir, { days: plan.days, seed: SEED })
  closers.push(() => postgres.stop())
  const starts = startsFor(plan.sizes, lean)
  tell(`tracing ${starts.map(({ lots }) => lots).join(', ')} lots`)
  const { list, close } = contenders(file, { lean, postgres })
  const measured = await measure(starts, list, plan.rounds)
  await close()
  const largest = starts.filter(({ size }) => size <= 10_000).at(-1)!
  tell(`the whole answer of ${largest.lots} lots over HTTP, and registrations meanwhile`)
  const plant = await startPlant(folder, env)
  closers.push(() => plant.stop())
  const http = await overHttp(plant, `LOT-${largest.start}`, plan)
  const rows = rowsOf(measured)
  rows.push(rowOf({ contender: 'flowviz HTTP', size: largest.size, lots: largest.lots, ms: http.answers }))
  rows.push(
    rowOf({ contender: `registration, ${http.traces} traces meanwhile`, size: 0, lots: 1, ms: http.registrations }),
  )
  print('trace', { rows, goals: goalsOf(measured, http) }, values.json === true)
} finally {
  for (const close of closers.reverse()) await close()
}

function rowsOf(measured: readonly Measured[]): Row[] {
  return measured.map(rowOf)
}

function rowOf({ contender, size, lots, ms }: Measured): Row {
  return {
    contender,
    about: size,
    lots,
    median_ms: Number(median(ms).toPrecision(3)),
    p99_ms: Number(percentile(ms, 0.99).toPrecision(3)),
    rounds: ms.length,
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

function goalsOf(measured: readonly Measured[], http: { answers: number[]; registrations: number[] }): Goal[] {
  const large = Math.max(...plan.sizes.filter(size => size <= 10_000))
  /** Median of the ratios of each round. */
  const ratio = (of: string, to: string, size: number) => {
    const find = (name: string) => measured.find(one => one.contender === name && one.size === size)!.ms
    const below = find(to)
    return median(find(of).map((ms, round) => ms / below[round]!))
  }
  return [
    atMost(
      `${large} lots with their columns: share of the time of Postgres`,
      ratio('flowviz lots', 'postgres lots', large),
      0.6,
    ),
    atMost(
      `${large} lots, the whole answer: share of the time of Postgres`,
      ratio('flowviz whole', 'postgres whole', large),
      0.6,
    ),
    atLeast(
      '1000 lots: times faster than row by row from Postgres',
      ratio('postgres row by row', 'flowviz lots', 1_000),
      100,
    ),
    atMost(`${large} lots, the whole answer over HTTP, ms`, median(http.answers), 250),
    atMost('registrations while traces run, p99 ms', percentile(http.registrations, 0.99), 50),
  ]
}
