import type { LotStatus } from '@flowviz/contract/lot-word'
import type { TraceEdge, TraceNode } from '@flowviz/contract/trace'

/** A node as it is drawn alone; `group` says with which others of its column it may become one. */
export interface DrawnNode extends TraceNode {
  key: number
  group: string
}
export interface DrawnLink {
  src: number
  dst: number
  weight_mg: number
}

const HELD: readonly LotStatus[] = ['HOLD', 'REJECTED', 'RECALLED']
export const isHeld = (status: LotStatus): boolean => HELD.includes(status)

/**
 * The column of each node: how many links the longest way from a start has, so that every link goes to the right. Links
 * that lead away from the starts come in as `links`; a node that no start leads to has none. Ends on a cycle too, which
 * only a damaged file can hold: its nodes stay where they were met.
 */
export function columnsOf(starts: readonly number[], links: readonly DrawnLink[]): Map<number, number> {
  const next = Map.groupBy(links, ({ src }) => src)
  const waiting = new Map<number, number>()
  for (const { dst } of links) waiting.set(dst, (waiting.get(dst) ?? 0) + 1)
  const columns = new Map<number, number>(starts.map(start => [start, 0]))
  const ready = starts.filter(start => (waiting.get(start) ?? 0) === 0)
  // Where one start was made of another one, the first is reached from the second.
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    const column = columns.get(node) ?? 0
    for (const { dst } of next.get(node) ?? []) {
      columns.set(dst, Math.max(columns.get(dst) ?? 0, column + 1))
      const left = (waiting.get(dst) ?? 0) - 1
      waiting.set(dst, left)
      if (left === 0) ready.push(dst)
    }
  }
  for (const { dst } of links) if (!columns.has(dst)) columns.set(dst, 1)
  return columns
}

/**
 * At most `most` things in a column: nodes of a group become one, the largest groups first, and when there are too many
 * groups the smallest of them become the rest. Starts stay as they are. Counts and weights are those of all nodes.
 */
export function collapsed(
  nodes: readonly DrawnNode[],
  links: readonly DrawnLink[],
  { most, starts }: { most: number; starts: ReadonlySet<number> },
): { nodes: TraceNode[]; edges: TraceEdge[]; collapsed: boolean } {
  const shownAs = new Map<number, string>()
  const shown: TraceNode[] = []
  const columns = [...Map.groupBy(nodes, ({ column }) => column)].sort(([a], [b]) => a - b)
  for (const [column, all] of columns) {
    const [alone, rest] = [all.filter(({ key }) => starts.has(key)), all.filter(({ key }) => !starts.has(key))]
    const room = Math.max(1, most - alone.length)
    const groups = rest.length <= room ? rest.map(node => [node]) : groupsOf(rest, room)
    for (const group of [...alone.map(node => [{ ...node, start: true }]), ...groups]) {
      const node = group.length === 1 ? only(group[0]!) : together(group, column)
      shown.push(node)
      for (const { key } of group) shownAs.set(key, node.node_id)
    }
  }
  const edges = new Map<string, TraceEdge>()
  for (const { src, dst, weight_mg } of links) {
    const from = shownAs.get(src)
    const into = shownAs.get(dst)
    if (from === undefined || into === undefined) continue
    const edge = edges.get(`${from} ${into}`) ?? { from, into, count: 0, weight_mg: 0 }
    edge.count += 1
    edge.weight_mg += weight_mg
    edges.set(`${from} ${into}`, edge)
  }
  return { nodes: shown, edges: [...edges.values()], collapsed: shown.length < nodes.length }
}

function groupsOf(nodes: readonly DrawnNode[], room: number): DrawnNode[][] {
  const groups = [...Map.groupBy(nodes, ({ group, kind }) => `${kind} ${group}`).values()]
  groups.sort((a, b) => b.length - a.length)
  if (groups.length <= room) return groups
  // A rest of lots and one of runs: what is drawn as one thing is of one kind.
  const rest = Map.groupBy(groups.slice(Math.max(0, room - 2)).flat(), ({ kind }) => kind)
  return [...groups.slice(0, Math.max(0, room - 2)), ...rest.values()]
}

const only = ({ key: _key, group: _group, ...node }: DrawnNode): TraceNode => node

function together(nodes: readonly DrawnNode[], column: number): TraceNode {
  const first = nodes[0]!
  const same = nodes.every(({ group }) => group === first.group)
  const types = new Set(nodes.map(({ lot_type }) => lot_type))
  const sum = (field: 'count' | 'weight_mg' | 'held_count') => nodes.reduce((total, node) => total + node[field], 0)
  const runs = first.kind === 'run'
  return {
    node_id: `${runs ? 'runs' : 'lots'}:${column}:${same ? first.group : 'rest'}`,
    kind: runs ? 'runs' : 'lots',
    column,
    title: same ? first.group : '',
    start: false,
    item_id: nodes.every(({ item_id }) => item_id === first.item_id) ? first.item_id : null,
    lot_id: null,
    run_id: null,
    lot_type: types.size === 1 ? first.lot_type : null,
    status: null,
    count: sum('count'),
    weight_mg: sum('weight_mg'),
    held_count: sum('held_count'),
  }
}
