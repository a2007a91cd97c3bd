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
    return Number(/"lot_count":(\d+)/.exec(end.slice(-400))?.[1] ?? -bytes)
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

/** Some lots whose traces are of about a size: the nearest of many candidates. */
export function startsFor(sizes: readonly number[], lean: Lean): { size: number; start: number; lots: number }[] {
  const total = lean.lots()
  const step = Math.max(1, Math.floor(total / 400))
  const reaches: { start: number; lots: number }[] = []
  for (let start = total; start > 0; start -= step) reaches.push({ start, lots: lean.reach(start) })
  return sizes.map(size => {
    const far = ({ lots }: { lots: number }) => Math.abs(Math.log(Math.max(1, lots) / size))
    const best = reaches.toSorted((a, b) => far(a) - far(b))[0]!
    return { size, ...best }
  })
}

/** Every contender in turn, round by round, so that what disturbs one round disturbs all of them. */
export async function measure(
  starts: readonly { size: number; start: number; lots: number }[],
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
