import type { DeadLetter } from '@flowviz/contract/hq'
import type { DeadLetterQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'

interface DeadLetterRow extends Omit<DeadLetter, 'site' | 'at'> {
  site_id: string
  stream: string
  at: Date
}

/** Rows that are kept but not understood, in the order of their keys. */
export async function deadLetterPage(client: Queryable, { site, limit, cursor }: DeadLetterQuery) {
  const { rows } = await client.query<DeadLetterRow>(
    `SELECT site_id, stream, epoch, seq, type, v, cause, at
     FROM dead_letter
     WHERE ($1::text IS NULL OR site_id = $1)
       AND ($2::text IS NULL OR (site_id, stream, epoch, seq) > ($2, $3::text, $4::bigint, $5::bigint))
     ORDER BY site_id, stream, epoch, seq
     LIMIT $6`,
    [site, cursor?.site ?? null, cursor?.stream ?? null, cursor?.epoch ?? null, cursor?.seq ?? null, limit + 1],
  )
  const last = rows[limit - 1]
  const next =
    rows.length > limit && last !== undefined ? cursorOf(last.site_id, last.stream, last.epoch, last.seq) : null
  const dead_letters: DeadLetter[] = rows
    .slice(0, limit)
    .map(({ site_id, stream, at, ...row }) => ({ site: site_id, ...row, at: at.toISOString() }))
  return { dead_letters, next }
}
