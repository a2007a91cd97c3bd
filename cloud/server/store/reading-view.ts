import type { DeviceConfig } from '@flowviz/contract/device'
import type { ChannelView, HqReading, HqReadingPage } from '@flowviz/contract/hq'
import type { Reading } from '@flowviz/contract/reading'
import type { ReadingQuery } from '../parts.ts'
import type { Queryable } from './database.ts'

interface ReadingRow {
  epoch: number
  body: string
}

const readingOf = (site: string, { epoch, body }: ReadingRow): HqReading => ({
  site,
  epoch,
  ...(JSON.parse(body) as Reading),
})

/** Readings of one channel in `[since, until)`, oldest first; thinned when there are more than `points`. */
export async function readingPage(client: Queryable, query: ReadingQuery): Promise<HqReadingPage> {
  const { site, device_id, channel, since, until, points } = query
  const range = [site, device_id, channel, since, until]
  const counted = await client.query<{ total: number }>(
    `SELECT count(*) AS total FROM reading
     WHERE site_id = $1 AND device_id = $2 AND channel = $3 AND received_at >= $4 AND received_at < $5`,
    range,
  )
  const total = counted.rows[0]!.total
  if (total > points) return thin(client, query, total)
  const { rows } = await client.query<ReadingRow>(
    `SELECT epoch, body FROM reading
     WHERE site_id = $1 AND device_id = $2 AND channel = $3 AND received_at >= $4 AND received_at < $5
     ORDER BY received_at, epoch, seq`,
    range,
  )
  return { readings: rows.map(row => readingOf(site, row)), total, thinned: false, bucket_ms: null }
}

/**
 * Equal buckets of time, of each its lowest, its highest and its first bad reading: a peak and a gap stay visible, and
 * no value is made up.
 */
async function thin(client: Queryable, query: ReadingQuery, total: number): Promise<HqReadingPage> {
  const { site, device_id, channel, since, until, points } = query
  const buckets = Math.max(1, Math.floor(points / 3))
  const bucket_ms = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(since)) / buckets))
  const { rows } = await client.query<ReadingRow>(
    `WITH placed AS (
       SELECT epoch, seq, received_at, value, body,
              floor(extract(epoch FROM received_at - $4::timestamptz) * 1000 / $6::bigint) AS bucket
       FROM reading
       WHERE site_id = $1 AND device_id = $2 AND channel = $3 AND received_at >= $4 AND received_at < $5
     ), ranked AS (
       SELECT *,
              row_number() OVER (PARTITION BY bucket, value IS NULL ORDER BY value, received_at, epoch, seq) AS low,
              row_number() OVER (PARTITION BY bucket, value IS NULL ORDER BY value DESC, received_at, epoch, seq) AS high
       FROM placed
     )
     SELECT epoch, body FROM ranked
     WHERE low = 1 OR (high = 1 AND value IS NOT NULL)
     ORDER BY received_at, epoch, seq`,
    [site, device_id, channel, since, until, bucket_ms],
  )
  return { readings: rows.map(row => readingOf(site, row)), total, thinned: true, bucket_ms }
}

interface ChannelRow {
  site_id: string
  device_id: string
  channel: string | null
  config: string | null
  epoch: number | null
  body: string | null
}

/** What can be drawn: the channels of every device in use, and those that have only readings. */
export async function channelViews(client: Queryable, site: string | null): Promise<ChannelView[]> {
  const { rows } = await client.query<ChannelRow>(
    `SELECT coalesce(d.site_id, l.site_id) AS site_id, coalesce(d.device_id, l.device_id) AS device_id,
            l.channel, d.config, l.epoch, l.body
     FROM (SELECT * FROM device WHERE NOT retired AND config IS NOT NULL) d
     FULL JOIN latest_reading l ON l.site_id = d.site_id AND l.device_id = d.device_id
     WHERE $1::text IS NULL OR coalesce(d.site_id, l.site_id) = $1
     ORDER BY 1, 2, 3`,
    [site],
  )
  const views = new Map<string, ChannelView>()
  for (const row of rows) for (const view of viewsOf(row)) put(views, view)
  return [...views.values()]
}

/** A configured channel may come in several rows, one a channel that has readings: the one with a reading counts. */
function put(views: Map<string, ChannelView>, view: ChannelView): void {
  const key = `${view.site}/${view.device_id}/${view.channel}`
  if (view.latest !== null || !views.has(key)) views.set(key, view)
}

function viewsOf(row: ChannelRow): ChannelView[] {
  const { site_id: site, device_id, channel } = row
  const config = row.config === null ? null : (JSON.parse(row.config) as DeviceConfig)
  const latest = row.body === null ? null : readingOf(site, { epoch: row.epoch!, body: row.body })
  const device = { site, device_id, device_name: config?.name ?? device_id, location: config?.location ?? '' }
  const configured = (config?.channels ?? []).map(({ name, unit, limits }) => ({
    ...device,
    channel: name,
    unit: unit as string,
    limits: limits ?? null,
    latest: name === channel ? latest : null,
  }))
  if (channel === null || configured.some(view => view.channel === channel)) return configured
  return [...configured, { ...device, channel, unit: latest?.unit ?? '', limits: null, latest }]
}
