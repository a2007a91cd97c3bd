import type { Queryable } from '../database.ts'
import { type ChangeTo, only, type ToldChange } from './change.ts'
import { isBefore, type Place } from './event.ts'

/** A record as it is kept; the place is that of the event which last changed it. */
interface StoredRecord extends Place {
  kind: string
  id: string
  parent: string | null
  state: string | null
  at: number
  body: Record<string, unknown>
}
type Row = Omit<StoredRecord, 'body'> & { body: string }

const nameOf = ({ kind, id }: Pick<StoredRecord, 'kind' | 'id'>) => `${kind}/${id}`

/** Records: what is said of one is laid over what was known of it, field by field. */
export async function projectRecords(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const changes = only(told, 'record')
  if (changes.length === 0) return
  const records = await recordsOf(
    client,
    site,
    changes.map(({ change }) => ({ kind: change.of, id: change.id })),
  )
  for (const { change, row } of changes) {
    const name = nameOf({ kind: change.of, id: change.id })
    records.set(name, changed(records.get(name), change, row))
  }
  await keepRecords(client, site, [...records.values()])
}

function changed(before: StoredRecord | undefined, change: ChangeTo<'record'>, place: Place): StoredRecord {
  const { of: kind, id, parent = null, state = null, set } = change
  const { epoch, seq } = place
  if (before === undefined) return { kind, id, parent, state, at: change.at ?? seq, epoch, seq, body: set }
  // A lost event that comes back late only fills what nobody has said since.
  if (isBefore(place, before))
    return {
      ...before,
      parent: before.parent ?? parent,
      state: before.state ?? state,
      body: { ...set, ...before.body },
    }
  return {
    kind,
    id,
    parent: parent ?? before.parent,
    state: state ?? before.state,
    // The first order of a record stays, so that a page never moves under its reader.
    at: change.at ?? before.at,
    epoch,
    seq,
    body: { ...before.body, ...set },
  }
}

async function recordsOf(
  client: Queryable,
  site: string,
  names: Pick<StoredRecord, 'kind' | 'id'>[],
): Promise<Map<string, StoredRecord>> {
  const { rows } = await client.query<Row>(
    `SELECT d.kind, d.id, d.parent, d.state, d.at, d.epoch, d.seq, d.body
     FROM (SELECT DISTINCT kind, id FROM json_to_recordset($2::json) AS r (kind text, id text)) w
     JOIN record d ON d.site_id = $1 AND d.kind = w.kind AND d.id = w.id`,
    [site, JSON.stringify(names)],
  )
  return new Map(
    rows.map(row => [nameOf(row), { ...row, body: JSON.parse(row.body) as Record<string, unknown> }] as const),
  )
}

async function keepRecords(client: Queryable, site: string, records: StoredRecord[]): Promise<void> {
  const rows: Row[] = records.map(record => ({ ...record, body: JSON.stringify(record.body) }))
  await client.query(
    `INSERT INTO record (site_id, kind, id, parent, state, at, epoch, seq, body)
     SELECT $1, r.kind, r.id, r.parent, r.state, r.at, r.epoch, r.seq, r.body
     FROM json_to_recordset($2::json)
       AS r (kind text, id text, parent text, state text, at bigint, epoch bigint, seq bigint, body text)
     ON CONFLICT (site_id, kind, id) DO UPDATE
     SET parent = EXCLUDED.parent, state = EXCLUDED.state, at = EXCLUDED.at, epoch = EXCLUDED.epoch,
         seq = EXCLUDED.seq, body = EXCLUDED.body`,
    [site, JSON.stringify(rows)],
  )
}
