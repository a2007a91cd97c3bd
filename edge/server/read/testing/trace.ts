import type { LedgerEvent } from '@flowviz/contract/event'
import { Trace } from '@flowviz/contract/trace'
import { Value } from 'typebox/value'
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
    const trace = JSON.parse([...traceAnswer(question, { db })].join('')) as Trace
    const errors = [...Value.Errors(Trace, trace)]
    if (errors.length > 0) throw new TypeError(`no Trace: ${JSON.stringify(errors[0])}`)
    return trace
  }
}

/** From a lot to a lot; `rework`: what came of it is to be worked again. */
export interface Edge {
  from: string
  into: string
  rework: boolean
}

/** Edges as the events of a ledger say them: what a run made is of all that went in before it. */
export function edgesOf(db: Sqlite): Edge[] {
  const bodies = db.prepare<[], string>('SELECT body FROM ledger ORDER BY seq').pluck().all()
  const consumed = new Map<string, string[]>()
  return bodies.flatMap((body): Edge[] => {
    const { type, data } = JSON.parse(body) as LedgerEvent
    if (type === 'run.consumed') consumed.set(data.run_id, [...(consumed.get(data.run_id) ?? []), data.lot_id])
    if (type === 'run.produced') {
      const rework = data.kind === 'rework'
      return (consumed.get(data.run_id) ?? []).map(from => ({ from, into: data.lot_id, rework }))
    }
    if (type === 'lot.linked' || type === 'lot.split' || type === 'lot.merged' || type === 'lot.reworked')
      return data.postings.flatMap(({ lot_id: from, to }): Edge[] =>
        to.startsWith('lot:') ? [{ from, into: to.slice('lot:'.length), rework: type === 'lot.reworked' }] : [],
      )
    return []
  })
}

export const turned = ({ from, into, rework }: Edge): Edge => ({ from: into, into: from, rework })

/** Everything that is reached from a lot over edges, itself included: goes over all of them until nothing is new. */
export function closure(start: string, edges: readonly Edge[]): string[] {
  const found = new Set([start])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const { from, into } of edges) if (found.has(from)) found.add(into)
  }
  return [...found].sort()
}
