import type { LedgerEvent } from '@flowviz/contract/event'
import type { Told } from './told.ts'

/** What became of what, as an event says it; a run stands in it stage by stage. */
function edgesOf({ type, data }: LedgerEvent): [from: string, into: string][] {
  switch (type) {
    case 'run.consumed': {
      const stage = `${data.run_id}/${data.stage}`
      return [
        [data.lot_id, stage],
        [`${data.run_id}/${data.stage - 1}`, stage],
      ]
    }
    case 'run.produced':
      return [[`${data.run_id}/${data.stage}`, data.lot_id]]
    case 'lot.split':
      return data.lot_ids.map(id => [data.source_lot_id, id])
    case 'lot.merged':
      return data.source_lot_ids.map(id => [id, data.lot_id])
    case 'lot.linked':
    case 'lot.reworked':
      return [[data.source_lot_id, data.lot_id]]
    default:
      return []
  }
}

/** A lot or a stage that was made of itself, by however long a way (design 8, invariant 3). */
export function genealogyProblems(told: readonly Told[]): string[] {
  const into = new Map<string, string[]>()
  for (const [from, to] of told.flatMap(({ event }) => edgesOf(event))) into.set(from, [...(into.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const walk = (node: string): void => {
    state.set(node, 'open')
    for (const next of into.get(node) ?? []) {
      if (state.get(next) === 'open') circles.push(`${next} was made of itself`)
      else if (state.get(next) === undefined) walk(next)
    }
    state.set(node, 'done')
  }
  for (const node of into.keys()) if (state.get(node) === undefined) walk(node)
  return circles
}
