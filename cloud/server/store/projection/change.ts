import { type Change, changesOf } from '@flowviz/contract/change'
import type { ProjectedRow } from './event.ts'

export type ChangeTo<To extends Change['to']> = Extract<Change, { to: To }>

/** A change with the row that says it; `n` is its number within the event. */
export interface ToldChange<C extends Change = Change> {
  change: C
  n: number
  row: ProjectedRow
}

/** What some rows change, in their order. A registration counts only in the event that entered the lot. */
export function toldBy(rows: ProjectedRow[], registered: ReadonlySet<string>): ToldChange[] {
  return rows.flatMap(row =>
    changesOf(row.event)
      .map((change, n) => ({ change, n, row }))
      .filter(({ change }) => change.to !== 'lot' || registered.has(row.event.id)),
  )
}

/** The changes of some kinds alone. */
export function only<To extends Change['to']>(told: readonly ToldChange[], ...to: To[]): ToldChange<ChangeTo<To>>[] {
  return told.filter(({ change }) => (to as string[]).includes(change.to)) as ToldChange<ChangeTo<To>>[]
}
