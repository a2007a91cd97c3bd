import { shownStatus } from '@flowviz/contract/lot-status'
import type { TraceGraph, TraceRun } from '@flowviz/contract/trace'
import { collapsed, columnsOf, type DrawnLink, type DrawnNode, isHeld } from '../domain/trace-graph.ts'
import type { TraceDetail, TracedLot, TracedStage } from '../store/trace-detail.ts'
import type { TraceStore } from '../store/trace-store.ts'
import type { Sight } from './sight.ts'
import { traceParts } from './trace.ts'
import { type FoundNodes, findNodes, type TraceQuestion } from './trace-find.ts'

export interface GraphQuestion extends Omit<TraceQuestion, 'same_room' | 'now'> {
  /** So many things a column shows before some of them become one. */
  column_max: number
}

const BATCH = 1_000

type DrawnRun = Partial<Pick<TraceRun, 'run_code' | 'line' | 'item_id'>>

/** A trace to be drawn (contract/trace.ts). @throws FlowError lot_not_found, trace_too_large */
export function* graphAnswer(question: GraphQuestion, { db }: Sight): Generator<string> {
  const { store, detail, starts } = traceParts(db)
  const found = findNodes(question, { store, starts })
  const { columns, links } = placed(found, question, store)
  const nodes = drawn(found, columns, detail)
  const { site, seq } = store.head()
  const graph: TraceGraph = {
    site,
    at_seq: seq,
    direction: question.direction,
    lot_count: found.lots.length,
    stage_count: found.stages.length,
    link_count: links.length,
    ...collapsed(nodes, links, { most: question.column_max, starts: new Set(found.starts) }),
  }
  yield JSON.stringify(graph)
}

/** Columns and links of both ways; the backward way is laid out from the start too, and counted to the left. */
function placed(
  { starts, ways, reachedBy }: FoundNodes,
  { rework }: GraphQuestion,
  store: TraceStore,
): { columns: Map<number, number>; links: DrawnLink[] } {
  const columns = new Map<number, number>()
  const links = ways.map(({ way, nodes }) => {
    const mine = batched(nodes, some => store.links(some, { way, rework }))
    const side = way === 'forward' ? 1 : -1
    for (const [node, column] of columnsOf(starts, way === 'forward' ? mine : mine.map(turned)))
      if (!columns.has(node)) columns.set(node, column === 0 ? 0 : side * column)
    // From several starts both ways may go over one link.
    return way === 'backward' && ways.length === 2 ? mine.filter(({ src }) => !reachedBy('forward', src)) : mine
  })
  return { columns, links: links.flat() }
}

const turned = ({ src, dst, weight_mg }: DrawnLink): DrawnLink => ({ src: dst, dst: src, weight_mg })

function drawn({ lots, stages }: FoundNodes, columns: ReadonlyMap<number, number>, detail: TraceDetail): DrawnNode[] {
  const columnOf = (node: number) => columns.get(node) ?? 0
  const found = batched(stages, some => detail.stages(some))
  const runs = new Map(
    batched([...new Set(found.map(({ run_id }) => run_id))], ids => detail.records('run', ids)).map(({ id, body }) => [
      id,
      body as DrawnRun,
    ]),
  )
  return [
    ...batched(lots, keys => detail.lots(keys)).map(lot => lotNode(lot, columnOf(lot.lot_key))),
    ...found.map(stage => stageNode(stage, columnOf(-stage.stage_key), runs.get(stage.run_id))),
  ]
}

function lotNode(lot: TracedLot, column: number): DrawnNode {
  const status = shownStatus(lot.status, lot.holds)
  return {
    key: lot.lot_key,
    group: lot.item_id ?? lot.lot_type,
    node_id: `lot:${lot.lot_id}`,
    kind: 'lot',
    column,
    title: lot.lot_code,
    start: false,
    item_id: lot.item_id,
    lot_id: lot.lot_id,
    run_id: null,
    lot_type: lot.lot_type,
    status,
    count: 1,
    weight_mg: lot.weight_mg,
    held_count: isHeld(status) ? 1 : 0,
  }
}

function stageNode({ stage_key, run_id, stage }: TracedStage, column: number, run: DrawnRun | undefined): DrawnNode {
  return {
    key: -stage_key,
    group: run?.line ?? '',
    node_id: `run:${run_id}:${stage}`,
    kind: 'run',
    column,
    title: run?.run_code ?? '',
    start: false,
    item_id: run?.item_id ?? null,
    lot_id: null,
    run_id,
    lot_type: null,
    status: null,
    count: 1,
    weight_mg: 0,
    held_count: 0,
  }
}

function batched<In, Out>(all: readonly In[], view: (some: readonly In[]) => Out[]): Out[] {
  const found: Out[] = []
  for (let at = 0; at < all.length; at += BATCH) found.push(...view(all.slice(at, at + BATCH)))
  return found
}
