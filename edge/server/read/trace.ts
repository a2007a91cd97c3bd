import { FlowError } from '@flowviz/contract/error'
import { isUuid } from '@flowviz/contract/uuid'
import { lotStore } from '../store/lot-store.ts'
import { type TraceQuestion, traceStore } from '../store/trace-store.ts'
import type { Sight } from './question.ts'

const NODES_MAX = 1_000_000

export function* traceAnswer(question: TraceQuestion, { db }: Sight): Generator<string> {
  const lots = lotStore(db)
  if (question.start.by !== 'lot') throw new FlowError('lot_not_found')
  const { ref } = question.start
  const lot = isUuid(ref) ? lots.byId(ref) : lots.byCode(ref)
  if (lot === null) throw new FlowError('lot_not_found')
  const store = traceStore(db)
  const ways = question.direction === 'both' ? (['forward', 'backward'] as const) : ([question.direction] as const)
  const found = new Set<number>()
  for (const way of ways) {
    const nodes = store.reached([lot.lot_key], { way, rework: question.rework, limit: NODES_MAX + 1 })
    if (nodes.length > NODES_MAX) throw new FlowError('trace_too_large')
    for (const node of nodes) found.add(node)
  }
  for (const node of found) yield `${node}\n`
}
