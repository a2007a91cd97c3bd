import { AnyEvent } from '@flowviz/contract/event'
import { Compile } from 'typebox/compile'
import type { Queryable } from '../database.ts'
import { type ProjectedRow, understand } from './event.ts'

const anyEvent = Compile(AnyEvent)

/**
 * The events of some rows that were not projected before, in order. `ledger.recovered` brings the event inside of it
 * along, in its own place; the ledger held here normally has that one as a row of its own, because it came from here.
 * An event counts once, by its id, where it first comes: so live and rebuilt projections cannot differ.
 */
export async function firstTimes(client: Queryable, site: string, rows: ProjectedRow[]): Promise<ProjectedRow[]> {
  const told = rows.flatMap(row => [row, ...insideOf(site, row)])
  const before = await knownBefore(client, site, told)
  const met = new Set<string>()
  const fresh = told.filter(({ event }, at) => {
    if (before.has(at) || met.has(event.id)) return false
    met.add(event.id)
    return true
  })
  const own = new Set(rows)
  await keepRecovered(
    client,
    site,
    fresh.filter(row => !own.has(row)),
  )
  return fresh
}

/** The event that a row recovered, and what that one recovered in its time. */
function insideOf(site: string, row: ProjectedRow): ProjectedRow[] {
  if (row.event.type !== 'ledger.recovered') return []
  const { epoch, seq, hash, body } = row.event.data
  const event: unknown = JSON.parse(body)
  if (!anyEvent.Check(event) || event.site !== site) throw new Error('the recovered body is not an event of this site')
  const understood = understand(event)
  if ('dead' in understood) throw new Error(`recovered event ${seq}: ${understood.dead}`)
  const inner = { ...row, epoch, seq, hash, event: understood.known }
  return [inner, ...insideOf(site, inner)]
}

/** Indexes of the rows whose event stands in the ledger before the row that tells it, or was recovered before. */
async function knownBefore(client: Queryable, site: string, told: ProjectedRow[]): Promise<Set<number>> {
  const asked = told.map(({ event, held }, at) => ({ at, event_id: event.id, ...held }))
  const { rows } = await client.query<{ at: number }>(
    `SELECT r.at
     FROM json_to_recordset($2::json) AS r (at integer, event_id uuid, epoch bigint, seq bigint)
     WHERE EXISTS (SELECT 1 FROM ledger l
                   WHERE l.site_id = $1 AND l.event_id = r.event_id AND (l.epoch, l.seq) < (r.epoch, r.seq))
        OR EXISTS (SELECT 1 FROM recovered_event v WHERE v.site_id = $1 AND v.event_id = r.event_id)`,
    [site, JSON.stringify(asked)],
  )
  return new Set(rows.map(row => row.at))
}

async function keepRecovered(client: Queryable, site: string, rows: ProjectedRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO recovered_event (site_id, event_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [site, rows.map(row => row.event.id)],
  )
}
