import type { TraceLot, TraceRun } from '@flowviz/contract/trace'
import type { Sqlite } from '../store/open.ts'
import { stayStore } from '../store/stay-store.ts'
import { type TraceDetail, traceDetail } from '../store/trace-detail.ts'
import { gateView, lotViews, type SharedFacts } from '../store/trace-lot.ts'
import { traceStarts } from '../store/trace-start.ts'
import { type TraceStore, traceStore } from '../store/trace-store.ts'
import type { Sight } from './sight.ts'
import {
  consigneeViews,
  type Gathered,
  gather,
  holdViews,
  nothingGathered,
  shipmentViews,
  supplierViews,
} from './trace-end.ts'
import { type FoundNodes, findNodes, type TraceQuestion } from './trace-find.ts'
import { neighboursOf } from './trace-neighbour.ts'

/** So many nodes are looked at in one statement; a batch is some 500 kB of answer. */
const BATCH = 500

interface Tracing {
  question: TraceQuestion
  found: FoundNodes
  store: TraceStore
  detail: TraceDetail
}

/** Statements of a connection are prepared once. */
const prepared = new WeakMap<Sqlite, ReturnType<typeof prepare>>()
const prepare = (db: Sqlite) => ({
  store: traceStore(db),
  detail: traceDetail(db),
  starts: traceStarts(db),
  stays: stayStore(db),
})
export function traceParts(db: Sqlite) {
  const known = prepared.get(db) ?? prepare(db)
  prepared.set(db, known)
  return known
}

/** The whole trace (contract/trace.ts), batch by batch; `whole` comes last. @throws FlowError lot_not_found, lot_ambiguous, trace_too_large */
export function* traceAnswer(question: TraceQuestion, { db }: Sight): Generator<string> {
  const { store, detail, starts, stays } = traceParts(db)
  const found = findNodes(question, { store, starts })
  const tracing: Tracing = { question, found, store, detail }
  const { direction, rework, same_room } = question
  const { site, seq: at_seq } = store.head()
  const gathered = nothingGathered()
  yield `${JSON.stringify({ site, at_seq, direction, rework, same_room }).slice(0, -1)}`
  const lot_count = yield* section('lots', lotBatches(tracing, gathered))
  const run_count = yield* section('runs', runBatches(tracing, gathered))
  const link_count = yield* section('links', linkBatches(tracing, gathered))
  yield* section(
    'holds',
    batches([...gathered.holdIds], ids => entriesOf(holdViews(ids, detail))),
  )
  yield* section(
    'shipments',
    batches([...gathered.shipmentIds], ids => entriesOf(shipmentViews(ids, detail))),
  )
  yield* section('consignees', [entriesOf(consigneeViews(gathered, detail))])
  yield* section('suppliers', [entriesOf(supplierViews(gathered, detail))])
  const beside = same_room ? neighboursOf(found.lots, question.now, stays) : []
  yield* section('neighbours', [entriesOf(beside)])
  const start_lot_ids = found.starts.flatMap(key => gathered.lotIds.get(key) ?? [])
  yield `,${JSON.stringify({ start_lot_ids, lot_count, run_count, link_count, whole: true }).slice(1)}\n`
}

/** So many entries of a list, as JSON without its brackets. */
interface Entries {
  count: number
  text: string
}
const entriesOf = (rows: readonly unknown[]): Entries => ({
  count: rows.length,
  text: JSON.stringify(rows).slice(1, -1),
})

/** A list of the answer, a batch of it in each piece; gives how many there were. */
function* section(name: string, batches: Iterable<Entries>): Generator<string, number> {
  let total = 0
  yield `,"${name}":[`
  for (const { count, text } of batches) {
    if (count === 0) continue
    yield total === 0 ? text : `,${text}`
    total += count
  }
  yield ']'
  return total
}

function* batches<In, Out>(all: readonly In[], view: (some: readonly In[]) => Out): Generator<Out> {
  for (let at = 0; at < all.length; at += BATCH) yield view(all.slice(at, at + BATCH))
}

function* lotBatches({ found, detail }: Tracing, gathered: Gathered): Generator<Entries> {
  const shared: SharedFacts = { titles: new Map(), shipments: new Map() }
  const starts = new Set(found.starts)
  const wayOf = (key: number): TraceLot['way'] =>
    starts.has(key) ? 'start' : found.reachedBy('forward', key) ? 'forward' : 'backward'
  for (let at = 0; at < found.lots.length; at += BATCH) {
    const keys = found.lots.slice(at, at + BATCH)
    const lots = lotViews(keys, { detail, shared, wayOf })
    lots.forEach((lot, index) => {
      gather(lot, { key: keys[index]!, gathered })
    })
    yield entriesOf(lots)
  }
}

function* runBatches({ found, detail }: Tracing, { stages }: Gathered): Generator<Entries> {
  const runs = new Map<string, number[]>()
  for (const keys of batches(found.stages, some => detail.stages(some)))
    for (const { stage_key, run_id, stage } of keys) {
      stages.set(stage_key, { run_id, stage })
      const known = runs.get(run_id)
      if (known === undefined) runs.set(run_id, [stage])
      else known.push(stage)
    }
  yield* batches([...runs.keys()], ids => entriesOf(runViews(ids, { detail, stagesOf: id => runs.get(id) ?? [] })))
}

function runViews(
  ids: readonly string[],
  { detail, stagesOf }: { detail: TraceDetail; stagesOf: (runId: string) => number[] },
): TraceRun[] {
  const records = new Map(detail.records('run', ids).map(({ id, body }) => [id, body]))
  const gates = Map.groupBy(detail.runGates(ids), ({ run_id }) => run_id)
  return ids.map((run_id): TraceRun => {
    const run = (records.get(run_id) ?? {}) as Partial<TraceRun>
    return {
      run_id,
      run_code: run.run_code ?? null,
      state: run.state ?? null,
      line: run.line ?? null,
      item_id: run.item_id ?? null,
      product: run.product ?? null,
      started_at: run.started_at ?? null,
      completed_at: run.completed_at ?? null,
      stages: stagesOf(run_id).toSorted((a, b) => a - b),
      gates: (gates.get(run_id) ?? []).map(gateView),
    }
  })
}

/**
 * Links are most of an answer, and each names two nodes: their text is put together of the nodes' own, which takes a
 * third of the time of objects.
 */
function* linkBatches({ question, found, store }: Tracing, { lotIds, stages }: Gathered): Generator<Entries> {
  const { rework } = question
  const ends = new Map<number, string>()
  for (const [key, lot_id] of lotIds) ends.set(key, `{"lot_id":"${lot_id}"}`)
  for (const [key, { run_id, stage }] of stages) ends.set(-key, `{"run_id":"${run_id}","stage":${stage}}`)
  const twice = found.ways.length === 2 ? (src: number) => found.reachedBy('forward', src) : () => false
  for (const { way, nodes } of found.ways)
    yield* batches(nodes, some => {
      const texts: string[] = []
      for (const { src, dst, kind, weight_mg, count } of store.links(some, { way, rework })) {
        const from = ends.get(src)
        const into = ends.get(dst)
        // From several starts both ways may go over one link.
        if (from === undefined || into === undefined || (way === 'backward' && twice(src))) continue
        texts.push(`{"from":${from},"into":${into},"kind":"${kind}","weight_mg":${weight_mg},"count":${count}}`)
      }
      return { count: texts.length, text: texts.join(',') }
    })
}
