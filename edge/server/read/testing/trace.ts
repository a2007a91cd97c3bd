import type { LedgerEvent } from '@flowviz/contract/event'
import type { Trace } from '@flowviz/contract/trace'
import { onTestFinished } from 'vitest'
import { openForReading, type Sqlite } from '../../store/open.ts'
import type { Box } from '../../writer/testing/box.ts'
import { traceAnswer } from '../trace.ts'
import type { TraceQuestion } from '../trace-find.ts'

/** Asks for traces of a box, on a read connection as the read thread does. */
export function tracer(box: Box): (ref: string, change?: Partial<TraceQuestion>) => Trace {
  const db = openForReading(box.path)
  onTestFinished(() => void db.close())
  return (ref, change = {}) => {
    const question: TraceQuestion = {
      start: { by: 'lot', ref },
      direction: 'both',
      rework: true,
      same_room: false,
      now: box.clock.ms,
      ...change,
    }
    return JSON.parse([...traceAnswer(question, { db })].join('')) as Trace
  }
}

/** Edges from lot to lot, as the events of a ledger say them: what a run made is of all that went in before it. */
export function edgesOf(db: Sqlite): [from: string, into: string][] {
  const bodies = db.prepare<[], string>('SELECT body FROM ledger ORDER BY seq').pluck().all()
  const consumed = new Map<string, string[]>()
  return bodies.flatMap((body): [string, string][] => {
    const { type, data } = JSON.parse(body) as LedgerEvent
    if (type === 'run.consumed') consumed.set(data.run_id, [...(consumed.get(data.run_id) ?? []), data.lot_id])
    if (type === 'run.produced') return (consumed.get(data.run_id) ?? []).map(from => [from, data.lot_id])
    if (type === 'lot.linked' || type === 'lot.split' || type === 'lot.merged' || type === 'lot.reworked')
      return data.postings.flatMap(({ lot_id, to }): [string, string][] =>
        to.startsWith('lot:') ? [[lot_id, to.slice('lot:'.length)]] : [],
      )
    return []
  })
}

/** Everything that is reached from a lot over edges, itself included: goes over all of them until nothing is new. */
export function closure(start: string, edges: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set([start])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const [from, into] of edges) if (found.has(from)) found.add(into)
  }
  return found
}
