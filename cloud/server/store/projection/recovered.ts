import { AnyEvent } from '@flowviz/contract/event'
import { Compile } from 'typebox/compile'
import type { Queryable } from '../database.ts'
import { type ProjectedRow, understand } from './event.ts'

const anyEvent = Compile(AnyEvent)

/**
 * Unwraps `ledger.recovered`: the event inside is projected in its own place, unless the ledger held here has that
 * event as a row of its own (it normally has: it came from here) and so projected it already.
 */
export async function unwrapRecovered(client: Queryable, site: string, rows: ProjectedRow[]): Promise<ProjectedRow[]> {
  const inner = rows.map(row => innerOf(site, row))
  const ids = inner.flatMap(row => (row === null ? [] : [row.event.id]))
  if (ids.length === 0) return rows
  const held = await heldIds(client, site, ids)
  return rows.flatMap((row, at) => {
    const found = inner[at]
    if (found === null || found === undefined) return [row]
    return held.has(found.event.id) ? [] : [found]
  })
}

function innerOf(site: string, row: ProjectedRow): ProjectedRow | null {
  if (row.event.type !== 'ledger.recovered') return null
  const { epoch, seq, hash, body } = row.event.data
  const event: unknown = JSON.parse(body)
  if (!anyEvent.Check(event) || event.site !== site) throw new Error('the recovered body is not an event of this site')
  const understood = understand(event)
  if ('dead' in understood) throw new Error(`recovered event ${seq}: ${understood.dead}`)
  return { epoch, seq, hash, received_at: row.received_at, event: understood.known }
}

async function heldIds(client: Queryable, site: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ event_id: string }>(
    `SELECT event_id FROM ledger WHERE site_id = $1 AND event_id = ANY ($2::uuid[])`,
    [site, ids],
  )
  return new Set(rows.map(row => row.event_id))
}
