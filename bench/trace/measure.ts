import { setTimeout as sleep } from 'node:timers/promises'
import { openReadWorker } from '../../edge/server/read/open.ts'
import type { TracedPlant } from './plant.ts'
import type { Postgres } from './postgres.ts'
import type { leanSqlite } from './sqlite.ts'

export interface Contender {
  name: string
  trace: (start: number) => Promise<number> | number
  /** The largest trace that it is asked for. */
  most: number
}
export interface Measured {
  contender: string
  size: number
  lots: number
  ms: number[]
}
export type Lean = ReturnType<typeof leanSqlite>

const ALL = Number.POSITIVE_INFINITY

/** Who is measured: the closure with the lots' columns, and the whole answer, each by both engines and row by row. */
export function contenders(path: string, { lean, postgres }: { lean: Lean; postgres: Postgres }) {
  const read = openReadWorker(path)
  const whole = async (start: number): Promise<number> => {
    const question = { direction: 'forward', rework: true, same_room: false, now: 0 } as const
    let bytes = 0
    let last: Uint8Array = new Uint8Array()
    for await (const chunk of await read.ask('trace', { ...question, start: { by: 'lot', ref: `LOT-${start}` } })) {
      bytes += chunk.byteLength
      last = chunk
    }
    const end = new TextDecoder().decode(last)
    return Number(/"lot_count":(\d+),"run_count"/.exec(end.slice(-400))?.[1] ?? -bytes)
  }
  const list: Contender[] = [
    { name: 'flowviz lots', trace: lean.trace, most: ALL },
    { name: 'postgres lots', trace: postgres.lean, most: ALL },
    { name: 'flowviz whole', trace: whole, most: ALL },
    { name: 'postgres whole', trace: postgres.whole, most: ALL },
    { name: 'sqlite row by row', trace: lean.rowByRow, most: ALL },
    { name: 'postgres row by row', trace: postgres.rowByRow, most: 1_000 },
  ]
  return { list, close: () => read.close() }
}

interface Start {
  size: number
  start: number
  lots: number
}

/**
 * Lots whose traces are of about each size. What goes into a silo is in everything that the silo gives from then on, so
 * what came on an earlier day reaches more, and a size is found by halving; the small ones are found among samples.
 */
export function startsFor(sizes: readonly number[], lean: Lean): Start[] {
  const days = lean.firstOfDay()
  const samples = days.slice(-SAMPLE_DAYS).flatMap(first => [40, 300, 600, 900, 1_500].map(behind => first + behind))
  return sizes.map(size => {
    const candidates = size < 1_000 ? samples.filter(start => start <= lean.lots()) : nearest(days, size, lean)
    const found = candidates.map(start => ({ size, start, lots: lean.reach(start) }))
    const far = ({ lots }: Start) => Math.abs(Math.log(Math.max(1, lots) / size))
    return found.reduce((best, one) => (far(one) < far(best) ? one : best))
  })
}

const SAMPLE_DAYS = 8

/** The last day whose lot reaches at least so many, and the day after. */
function nearest(days: readonly number[], size: number, lean: Lean): number[] {
  let [low, high] = [0, days.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lean.reach(days[middle]!) >= size) low = middle
    else high = middle - 1
  }
  return days.slice(low, low + 2)
}

/** Every contender in turn, round by round, so that what disturbs one round disturbs all of them. */
export async function measure(
  starts: readonly Start[],
  list: readonly Contender[],
  rounds: number,
): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { size, start, lots } of starts) {
    const mine = list.filter(({ most }) => size <= most).map(contender => ({ contender, ms: [] as number[] }))
    for (let round = -1; round < rounds; round++)
      for (const { contender, ms } of mine) {
        const began = performance.now()
        const found = await contender.trace(start)
        const took = performance.now() - began
        if (found !== lots) throw new Error(`${contender.name} found ${found} lots of ${lots}`)
        // The first round warms the caches of both.
        if (round >= 0) ms.push(took)
      }
    measured.push(...mine.map(({ contender, ms }) => ({ contender: contender.name, size, lots, ms })))
  }
  return measured
}

/** ms of whole answers over HTTP, and of registrations that are paced while traces run. */
export async function overHttp(
  plant: TracedPlant,
  lot: string,
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  await plant.trace(lot)
  const answers: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    bytes = await plant.trace(lot)
    answers.push(performance.now() - began)
  }
  const until = performance.now() + seconds * 1_000
  let traces = 0
  const tracing = [1, 2].map(async () => {
    for (; performance.now() < until; traces++) {
      const due = performance.now() + TRACE_PACE_MS
      await plant.trace(lot)
      await sleep(Math.max(0, due - performance.now()))
    }
  })
  const registrations: number[] = []
  const sent: Promise<void>[] = []
  for (let n = 0; performance.now() < until; n++) {
    const began = performance.now()
    sent.push(plant.register(`DURING-${n}`).then(() => void registrations.push(performance.now() - began)))
    await sleep(PACE_MS)
  }
  await Promise.all([...sent, ...tracing])
  return { answers, bytes, registrations, traces }
}

/** Two people trace as fast as a plant lets them: 50 times a minute each. */
const TRACE_PACE_MS = 1_200
/** 20 registrations a second: some times what a busy plant does. */
const PACE_MS = 50
