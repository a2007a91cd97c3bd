import type { Queryable } from '../database.ts'
import { toldBy } from './change.ts'
import type { ProjectedRow } from './event.ts'
import { projectGates } from './gate.ts'
import { projectLinks } from './link.ts'
import { projectRecords } from './record.ts'
import { projectStandings } from './standing.ts'
import { projectStock } from './stock.ts'

/**
 * Everything else that events change, as contract/change.ts says it: the changes of a batch are folded in memory in
 * their order, and each table is written once. `registered`: the events that entered a lot. Returns the ids of the
 * lots that are not what they were.
 */
export async function projectPlant(
  client: Queryable,
  site: string,
  { rows, registered }: { rows: ProjectedRow[]; registered: ReadonlySet<string> },
): Promise<string[]> {
  const told = toldBy(rows, registered)
  await projectStandings(client, site, told)
  await projectStock(client, site, told)
  await projectLinks(client, site, told)
  await projectGates(client, site, told)
  await projectRecords(client, site, told)
  const lots = told.flatMap(({ change }) => {
    if (change.to === 'lot') return [change.lot.lot_id]
    if (change.to === 'stock') return [change.posting.lot_id]
    return 'lot_id' in change ? [change.lot_id] : []
  })
  return [...new Set(lots)]
}
