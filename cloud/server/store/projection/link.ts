import type { LinkEnd } from '@flowviz/contract/change'
import type { Queryable } from '../database.ts'
import { only, type ToldChange } from './change.ts'

/** A lot has stage 0; the stages of a run are counted from 1. */
const endOf = (end: LinkEnd): [id: string, stage: number] =>
  'lot_id' in end ? [end.lot_id, 0] : [end.run_id, end.stage]

/** What became part of what. */
export async function projectLinks(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const links = only(told, 'link').map(({ change, n, row }) => {
    const { kind, weight_mg, count } = change
    const [from_id, from_stage] = endOf(change.from)
    const [into_id, into_stage] = endOf(change.into)
    return { event_id: row.event.id, n, from_id, from_stage, into_id, into_stage, kind, weight_mg, count }
  })
  if (links.length === 0) return
  await client.query(
    `INSERT INTO link (site_id, event_id, n, from_id, from_stage, into_id, into_stage, kind, weight_mg, count)
     SELECT $1, r.event_id, r.n, r.from_id, r.from_stage, r.into_id, r.into_stage, r.kind, r.weight_mg, r.count
     FROM json_to_recordset($2::json)
       AS r (event_id uuid, n integer, from_id uuid, from_stage integer, into_id uuid, into_stage integer, kind text,
             weight_mg bigint, count bigint)`,
    [site, JSON.stringify(links)],
  )
}
