import type { Queryable } from '../database.ts'
import { isBefore, type Place, type ProjectedRow } from './event.ts'

/** A device as it is known; the place is that of the event which last said something of it. */
interface StoredDevice extends Place {
  device_id: string
  config: string | null
  retired: boolean
  state: string | null
  reason: string | null
  detail: string | null
  since: string | null
}

type Said = Pick<StoredDevice, 'device_id'> & Partial<StoredDevice>

/** What an event says of a device; null when it says nothing of any. A state says nothing of retirement. */
function saidOf({ event }: ProjectedRow): Said | null {
  switch (event.type) {
    case 'device.registered':
    case 'device.changed': {
      const { config } = event.data
      return { device_id: config.id, config: JSON.stringify(config), retired: false }
    }
    case 'device.retired':
      return { device_id: event.data.device_id, retired: true }
    case 'device.state_changed': {
      const { device_id, state, reason, detail } = event.data
      return { device_id, state, reason, detail, since: event.recorded_at }
    }
    default:
      return null
  }
}

const unheard = (device_id: string): StoredDevice => ({
  device_id,
  config: null,
  retired: false,
  state: null,
  reason: null,
  detail: null,
  since: null,
  epoch: 0,
  seq: 0,
})

/**
 * Device events: configuration, retirement and state; a flapping cable is one row to write. An event older than what is
 * known of the device changes nothing.
 */
export async function projectDevices(client: Queryable, site: string, rows: ProjectedRow[]): Promise<void> {
  const told = rows.flatMap(row => {
    const said = saidOf(row)
    return said === null ? [] : [{ said, place: { epoch: row.epoch, seq: row.seq } }]
  })
  if (told.length === 0) return
  const devices = await devicesOf(client, site, [...new Set(told.map(({ said }) => said.device_id))])
  for (const { said, place } of told) {
    const before = devices.get(said.device_id) ?? unheard(said.device_id)
    if (!isBefore(place, before)) devices.set(said.device_id, { ...before, ...said, ...place })
  }
  await keepDevices(client, site, [...devices.values()])
}

async function devicesOf(client: Queryable, site: string, ids: string[]): Promise<Map<string, StoredDevice>> {
  const { rows } = await client.query<StoredDevice>(
    `SELECT device_id, config, retired, state, reason, detail, since, epoch, seq
     FROM device WHERE site_id = $1 AND device_id = ANY ($2)`,
    [site, ids],
  )
  return new Map(rows.map(row => [row.device_id, row]))
}

async function keepDevices(client: Queryable, site: string, devices: StoredDevice[]): Promise<void> {
  await client.query(
    `INSERT INTO device (site_id, device_id, config, retired, state, reason, detail, since, epoch, seq)
     SELECT $1, r.device_id, r.config, r.retired, r.state, r.reason, r.detail, r.since, r.epoch, r.seq
     FROM json_to_recordset($2::json)
       AS r (device_id text, config text, retired boolean, state text, reason text, detail text, since timestamptz,
             epoch bigint, seq bigint)
     ON CONFLICT (site_id, device_id) DO UPDATE
     SET config = EXCLUDED.config, retired = EXCLUDED.retired, state = EXCLUDED.state, reason = EXCLUDED.reason,
         detail = EXCLUDED.detail, since = EXCLUDED.since, epoch = EXCLUDED.epoch, seq = EXCLUDED.seq`,
    [site, JSON.stringify(devices)],
  )
}
