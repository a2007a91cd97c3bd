import type { Queryable } from '../database.ts'
import type { ProjectedRow } from './event.ts'

/** What the events of a batch leave of one device; null where they say nothing. */
interface DeviceChange {
  device_id: string
  config: string | null
  retired: boolean | null
  state: string | null
  reason: string | null
  detail: string | null
  since: string | null
  epoch: number
  seq: number
}

function changeOf({ event, epoch, seq }: ProjectedRow): DeviceChange | null {
  const blank = { config: null, retired: null, state: null, reason: null, detail: null, since: null, epoch, seq }
  switch (event.type) {
    case 'device.registered':
    case 'device.changed': {
      const { config } = event.data
      return { ...blank, device_id: config.id, config: JSON.stringify(config), retired: false }
    }
    case 'device.retired':
      return { ...blank, device_id: event.data.device_id, retired: true }
    case 'device.state_changed': {
      const { device_id, state, reason, detail } = event.data
      return { ...blank, device_id, state, reason, detail, since: event.recorded_at }
    }
    default:
      return null
  }
}

/** One change for each device, later ones over earlier ones: a flapping cable is one row to write. */
function foldChanges(rows: ProjectedRow[]): DeviceChange[] {
  const folded = new Map<string, DeviceChange>()
  for (const row of rows) {
    const change = changeOf(row)
    if (change === null) continue
    const before = folded.get(change.device_id)
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null))
    folded.set(change.device_id, before === undefined ? change : { ...before, ...said })
  }
  return [...folded.values()]
}

/** Device events: configuration, retirement and state. An event older than what is known of the device changes nothing. */
export async function projectDevices(client: Queryable, site: string, rows: ProjectedRow[]): Promise<void> {
  const changes = foldChanges(rows)
  if (changes.length === 0) return
  await client.query(
    `INSERT INTO device AS d (site_id, device_id, config, retired, state, reason, detail, since, epoch, seq)
     SELECT $1, r.device_id, r.config, coalesce(r.retired, false), r.state, r.reason, r.detail, r.since, r.epoch, r.seq
     FROM json_to_recordset($2::json)
       AS r (device_id text, config text, retired boolean, state text, reason text, detail text, since timestamptz,
             epoch bigint, seq bigint)
     ON CONFLICT (site_id, device_id) DO UPDATE
     SET config = coalesce(EXCLUDED.config, d.config),
         -- A state says nothing of retirement; only a configuration and a retirement do.
         retired = CASE WHEN EXCLUDED.config IS NOT NULL OR EXCLUDED.retired THEN EXCLUDED.retired ELSE d.retired END,
         state = coalesce(EXCLUDED.state, d.state),
         reason = coalesce(EXCLUDED.reason, d.reason),
         detail = coalesce(EXCLUDED.detail, d.detail),
         since = coalesce(EXCLUDED.since, d.since),
         epoch = EXCLUDED.epoch,
         seq = EXCLUDED.seq
     WHERE (d.epoch, d.seq) < (EXCLUDED.epoch, EXCLUDED.seq)`,
    [site, JSON.stringify(changes)],
  )
}
