import type { RecordPage, RecordView } from '@flowviz/contract/hq-plant'
import type { RecordQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'

interface RecordRow extends Omit<RecordView, 'site' | 'body'> {
  site_id: string
  body: string
}

const viewOf = ({ site_id, body, ...row }: RecordRow): RecordView => ({
  site: site_id,
  ...row,
  body: JSON.parse(body) as Record<string, unknown>,
})

/** What a shape has of a body: a field that was never said is null, and what a newer plant says beyond it is left out. */
export function shapedAs<T>({ properties }: { properties: object }, body: Record<string, unknown>): T {
  return Object.fromEntries(Object.keys(properties).map(key => [key, body[key] ?? null])) as T
}

/** Records of one kind, newest first; all of them, or those in a state or below a parent. */
export async function recordPage(client: Queryable, query: RecordQuery): Promise<RecordPage> {
  const { site, kind, state, parent, limit, cursor } = query
  const { rows } = await client.query<RecordRow>(
    `SELECT site_id, kind, id, parent, state, at, body
     FROM record
     WHERE site_id = $1 AND kind = $2
       AND ($3::text IS NULL OR state = $3)
       AND ($4::text IS NULL OR parent = $4)
       AND ($5::bigint IS NULL OR (at, id) < ($5, $6::text))
     ORDER BY at DESC, id DESC
     LIMIT $7`,
    [site, kind, state, parent, cursor?.at ?? null, cursor?.id ?? null, limit + 1],
  )
  const records = rows.slice(0, limit).map(viewOf)
  const last = records.at(-1)
  return { records, next: rows.length > limit && last ? cursorOf(last.at, last.id) : null }
}

/** One record; null when nothing was ever said of it. */
export async function recordById(
  client: Queryable,
  { site, kind, id }: { site: string; kind: string; id: string },
): Promise<RecordView | null> {
  const { rows } = await client.query<RecordRow>(
    `SELECT site_id, kind, id, parent, state, at, body FROM record WHERE site_id = $1 AND kind = $2 AND id = $3`,
    [site, kind, id],
  )
  return rows[0] === undefined ? null : viewOf(rows[0])
}
