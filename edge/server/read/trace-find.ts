import { FlowError } from '@flowviz/contract/error'
import type { TraceDirection } from '@flowviz/contract/trace'
import type { StartLot, TraceStart } from '../store/trace-start.ts'
import type { TraceStore, TraceWay } from '../store/trace-store.ts'

export interface TraceQuestion {
  start: TraceStart
  direction: TraceDirection
  /** False: the way does not go through links of rework. */
  rework: boolean
  /** Also the lots that stood in a room together with those of the trace. */
  same_room: boolean
  /** ms since 1970: the end of what still lasts. */
  now: number
}

/** What a trace has found: nodes are lots (their keys) and stages of runs (the negative of theirs). */
export interface FoundNodes {
  starts: readonly number[]
  ways: readonly { way: TraceWay; nodes: readonly number[] }[]
  /** Each node once, the starts first. */
  lots: readonly number[]
  stages: readonly number[]
  /** True for a node that this way has reached. */
  reachedBy(way: TraceWay, node: number): boolean
}

/** So many lots and stages one answer holds. */
export const NODES_MAX = 1_000_000

/**
 * @throws FlowError lot_not_found when nothing bears what was asked for, lot_ambiguous (with `lots`) when lots of several
 *   sources do, trace_too_large for more nodes than `most`
 */
export function findNodes(
  { start, direction, rework }: Pick<TraceQuestion, 'start' | 'direction' | 'rework'>,
  {
    store,
    starts: startsOf,
    most = NODES_MAX,
  }: {
    store: TraceStore
    starts: (start: TraceStart) => StartLot[]
    most?: number
  },
): FoundNodes {
  const starts = onlyOf(startsOf(start))
  const wanted: readonly TraceWay[] = direction === 'both' ? ['forward', 'backward'] : [direction]
  const ways = wanted.map(way => ({ way, nodes: store.reached(starts, { way, rework, limit: most + 1 }) }))
  const sets = new Map(ways.map(({ way, nodes }) => [way, new Set(nodes)]))
  const [first, second] = ways
  const known = sets.get(first!.way)!
  const nodes = second === undefined ? first!.nodes : first!.nodes.concat(second.nodes.filter(node => !known.has(node)))
  if (nodes.length > most)
    throw new FlowError('trace_too_large', `More than ${most} lots and stages of runs are in this trace.`)
  return {
    starts,
    ways,
    lots: nodes.filter(node => node > 0),
    stages: nodes.filter(node => node < 0).map(node => -node),
    reachedBy: (way, node) => sets.get(way)?.has(node) ?? false,
  }
}

const NAMED_MAX = 20

/** Lots with one code from one source bear one label: they are traced together. */
function onlyOf(found: readonly StartLot[]): number[] {
  if (found.length === 0) throw new FlowError('lot_not_found', 'No lot of this site bears what was asked for.')
  const sources = new Set(found.map(({ source }) => source))
  if (sources.size > 1) {
    const lots = found.slice(0, NAMED_MAX).map(({ lot_id, lot_code, source }) => ({ lot_id, lot_code, source }))
    throw new FlowError('lot_ambiguous', `Lots of ${sources.size} sources bear this code.`, { extra: { lots } })
  }
  return [...new Set(found.map(({ lot_key }) => lot_key))]
}
