import type { LedgerEvent } from '@flowviz/contract/event'
import type { GatePage, GateView } from '@flowviz/contract/hq-plant'
import type { GateQuery } from '../parts.ts'
import { cursorOf } from './cursor.ts'
import type { Queryable } from './database.ts'

interface GateRow {
  event_id: string
  epoch: number
  seq: number
  body: string
}
type Decided = Extract<LedgerEvent, { type: 'gate.decided' }>

/** QC decisions of a site, newest first: all, or those of a line, or of one kind. */
export async function gatePage(client: Queryable, query: GateQuery): Promise<GatePage> {
  const { site, decision, line, limit, cursor } = query
  const { rows } = await client.query<GateRow>(
    `SELECT g.event_id, g.epoch, g.seq, w.body
     FROM gate g
     JOIN ledger w ON w.site_id = g.site_id AND w.epoch = g.held_epoch AND w.seq = g.held_seq
     WHERE g.site_id = $1
       AND ($2::text IS NULL OR g.decision = $2)
       AND ($3::text IS NULL OR g.line = $3)
       AND ($4::bigint IS NULL OR (g.epoch, g.seq) < ($4, $5::bigint))
     ORDER BY g.epoch DESC, g.seq DESC
     LIMIT $6`,
    [site, decision, line, cursor?.epoch ?? null, cursor?.seq ?? null, limit + 1],
  )
  return pageOf(rows, query)
}

/** The same for the decisions that say something of one lot. */
export async function gatesOfLot(client: Queryable, lotId: string, query: GateQuery): Promise<GatePage> {
  const { site, decision, line, limit, cursor } = query
  const { rows } = await client.query<GateRow>(
    `SELECT g.event_id, g.epoch, g.seq, w.body
     FROM gate_lot t
     JOIN gate g ON g.site_id = t.site_id AND g.event_id = t.event_id
     JOIN ledger w ON w.site_id = g.site_id AND w.epoch = g.held_epoch AND w.seq = g.held_seq
     WHERE t.site_id = $1 AND t.lot_id = $2
       AND ($3::text IS NULL OR g.decision = $3)
       AND ($4::text IS NULL OR g.line = $4)
       AND ($5::bigint IS NULL OR (g.epoch, g.seq) < ($5, $6::bigint))
     ORDER BY g.epoch DESC, g.seq DESC
     LIMIT $7`,
    [site, lotId, decision, line, cursor?.epoch ?? null, cursor?.seq ?? null, limit + 1],
  )
  return pageOf(rows, query)
}

function pageOf(rows: GateRow[], { site, limit }: GateQuery): GatePage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    gates: shown.map(row => viewOf(site, row)),
    next: rows.length > limit && last ? cursorOf(last.epoch, last.seq) : null,
  }
}

function viewOf(site: string, { event_id, epoch, seq, body }: GateRow): GateView {
  const { recorded_at, occurred_at, actor, reason = null, data } = decidedIn(body)
  return { site, epoch, seq, event_id, decided_at: recorded_at, occurred_at, decided_by: actor, reason, ...data }
}

/** The decision that a row is, or that it brought back. */
function decidedIn(body: string): Decided {
  const event = JSON.parse(body) as LedgerEvent
  return event.type === 'ledger.recovered' ? decidedIn(event.data.body) : (event as Decided)
}
