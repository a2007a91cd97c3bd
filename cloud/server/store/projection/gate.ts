import type { Queryable } from '../database.ts'
import { only, type ToldChange } from './change.ts'

/** QC decisions, and the lots that each says something of: its own, and those whose state it leaves. */
export async function projectGates(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const gates = only(told, 'gate').map(({ change, row }) => {
    const { epoch, seq, held, event } = row
    return { ...change.gate, event_id: event.id, epoch, seq, held_epoch: held.epoch, held_seq: held.seq }
  })
  if (gates.length === 0) return
  await client.query(
    `INSERT INTO gate (site_id, event_id, epoch, seq, held_epoch, held_seq, lot_id, run_id, line, gate_no, ccp, decision,
                       instrument_id)
     SELECT $1, r.event_id, r.epoch, r.seq, r.held_epoch, r.held_seq, r.lot_id, r.run_id, r.line, r.gate_no, r.ccp,
            r.decision, r.instrument_id
     FROM json_to_recordset($2::json)
       AS r (event_id uuid, epoch bigint, seq bigint, held_epoch bigint, held_seq bigint, lot_id uuid, run_id uuid,
             line text, gate_no integer, ccp boolean, decision text, instrument_id text)`,
    [site, JSON.stringify(gates)],
  )
  await keepLots(client, site, told)
}

async function keepLots(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const decisions = new Set(only(told, 'gate').map(({ row }) => row.event.id))
  const lots = only(told, 'gate', 'lot-state').flatMap(({ change, row }) => {
    const lot_id = change.to === 'gate' ? change.gate.lot_id : change.lot_id
    return lot_id === null || !decisions.has(row.event.id) ? [] : [{ lot_id, event_id: row.event.id }]
  })
  if (lots.length === 0) return
  await client.query(
    `INSERT INTO gate_lot (site_id, lot_id, event_id)
     SELECT $1, r.lot_id, r.event_id FROM json_to_recordset($2::json) AS r (lot_id uuid, event_id uuid)
     ON CONFLICT DO NOTHING`,
    [site, JSON.stringify(lots)],
  )
}
