import { shownStatus } from '@flowviz/contract/lot-status'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Queryable } from '../database.ts'
import { type ChangeTo, only, type ToldChange } from './change.ts'
import { isBefore, type Place } from './event.ts'
import { type HeldLot, heldLots, keepHeldLots, nameOf } from './held-lot.ts'

/** How a lot stands; the place is that of the event which last said its status. */
interface Standing extends Place {
  lot_id: string
  status: LotStatus
  gate_passed: number
  holds: number
}

// What is told of a lot whose registration is not here; any event says more than this.
const unheard = (lot_id: string): Standing => ({
  lot_id,
  status: 'PENDING_QC',
  gate_passed: 0,
  holds: 0,
  epoch: 0,
  seq: 0,
})

/** Status, gates passed and holds of the lots that a batch changes: read, changed in order, written in one go each. */
export async function projectStandings(client: Queryable, site: string, told: ToldChange[]): Promise<void> {
  const changes = only(told, 'lot', 'lot-state', 'held', 'freed')
  if (changes.length === 0) return
  const standings = await standingsOf(client, site, [...new Set(changes.map(({ change }) => lotIdOf(change)))])
  const held = await heldLots(
    client,
    site,
    only(changes, 'held', 'freed').map(({ change }) => change),
  )
  for (const { change, row } of changes) {
    const lot_id = lotIdOf(change)
    const standing = standings.get(lot_id) ?? unheard(lot_id)
    standings.set(lot_id, standing)
    if (change.to === 'held' || change.to === 'freed') {
      const open = change.to === 'held'
      standing.holds += holdOrFree(held, { hold_id: change.hold_id, lot_id, open, epoch: row.epoch, seq: row.seq })
      continue
    }
    if (isBefore(row, standing)) continue
    const said = change.to === 'lot' ? change.lot : change
    const { status, gate_passed = standing.gate_passed } = said
    Object.assign(standing, { status, gate_passed, epoch: row.epoch, seq: row.seq })
  }
  await keepHeldLots(client, site, [...held.values()])
  await keepStandings(client, site, [...standings.values()])
}

const lotIdOf = (change: ChangeTo<'lot' | 'lot-state' | 'held' | 'freed'>): string =>
  change.to === 'lot' ? change.lot.lot_id : change.lot_id

/** Takes a lot under a hold or out of it; returns how many more open holds the lot has by that. */
function holdOrFree(held: Map<string, HeldLot>, next: HeldLot): number {
  const name = nameOf(next)
  const before = held.get(name)
  if (before !== undefined && isBefore(next, before)) return 0
  held.set(name, next)
  return Number(next.open) - Number(before?.open ?? false)
}

async function standingsOf(client: Queryable, site: string, lotIds: string[]): Promise<Map<string, Standing>> {
  const { rows } = await client.query<Standing>(
    `SELECT lot_id, status, gate_passed, holds, epoch, seq
     FROM lot_standing WHERE site_id = $1 AND lot_id = ANY ($2::uuid[])`,
    [site, lotIds],
  )
  return new Map(rows.map(row => [row.lot_id, row]))
}

async function keepStandings(client: Queryable, site: string, standings: Standing[]): Promise<void> {
  const rows = standings.map(one => ({ ...one, shown: shownStatus(one.status, one.holds) }))
  await client.query(
    `INSERT INTO lot_standing (site_id, lot_id, status, gate_passed, holds, shown, epoch, seq)
     SELECT $1, r.lot_id, r.status, r.gate_passed, r.holds, r.shown, r.epoch, r.seq
     FROM json_to_recordset($2::json)
       AS r (lot_id uuid, status text, gate_passed integer, holds integer, shown text, epoch bigint, seq bigint)
     ON CONFLICT (site_id, lot_id) DO UPDATE
     SET status = EXCLUDED.status, gate_passed = EXCLUDED.gate_passed, holds = EXCLUDED.holds,
         shown = EXCLUDED.shown, epoch = EXCLUDED.epoch, seq = EXCLUDED.seq`,
    [site, JSON.stringify(rows)],
  )
}
