import type { LedgerRules, ReadingBatch, ReadingOutcome } from '../parts.ts'
import type { Queryable } from './database.ts'
import { buryAll } from './projection/dead-letter.ts'
import { siteHeads } from './site-head.ts'

/** One batch inside its transaction. */
export interface ReadingWork {
  client: Queryable
  rules: LedgerRules
  batch: ReadingBatch
  received_at: string
}

/** Appends readings behind the last one that is held; what is held already is skipped. @throws FlowError box_unknown. */
export async function appendReadings({ client, rules, batch, received_at }: ReadingWork): Promise<ReadingOutcome> {
  const { header } = batch
  const { site, epoch } = header
  const { readings: held } = await siteHeads.lock(client, site)
  const first_reading = epoch > held.epoch ? await siteHeads.epochReading(client, site, epoch) : null
  const next = first_reading === null ? null : { epoch, first_reading }
  const verdict = rules.judgeReadings({ ...held, next }, header)
  if (verdict.kind === 'gap') return { kind: 'gap', head: held }
  if (verdict.kind === 'replay') {
    await siteHeads.touch(client, site, received_at)
    return { kind: 'stored', receipt: { ...held, stored: 0 } }
  }
  const lines = batch.lines.slice(verdict.skip)
  await insert(client, { site, epoch }, lines)
  await keepLatest(client, { site, epoch }, lines)
  await buryAll(
    client,
    site,
    lines
      .filter(line => line.reading === null)
      .map(({ seq }) => ({
        stream: 'reading',
        epoch,
        seq,
        type: 'reading',
        v: header.v,
        cause: UNREADABLE,
        at: received_at,
      })),
  )
  const last = lines.at(-1)!
  const reading_at = last.reading?.received_at ?? received_at
  await siteHeads.moveReadings(client, site, { epoch, seq: last.seq, reading_at, contact_at: received_at })
  return { kind: 'stored', receipt: { epoch, seq: last.seq, stored: lines.length } }
}

const UNREADABLE = 'this release cannot read the line'

type Lines = ReadingBatch['lines']

async function insert(client: Queryable, { site, epoch }: { site: string; epoch: number }, lines: Lines) {
  const rows = lines.map(({ seq, body, reading }) => ({
    seq,
    body,
    device_id: reading?.device_id ?? null,
    channel: reading?.channel ?? null,
    received_at: reading?.received_at ?? null,
    value: reading?.value ?? null,
  }))
  await client.query(
    `INSERT INTO reading (site_id, epoch, seq, device_id, channel, received_at, value, body)
     SELECT $1, $2, r.seq, r.device_id, r.channel, r.received_at, r.value, r.body
     FROM json_to_recordset($3::json)
       AS r (seq bigint, device_id text, channel text, received_at timestamptz, value numeric, body text)`,
    [site, epoch, JSON.stringify(rows)],
  )
}

/** The newest reading of each channel, which a later batch only ever moves forward. */
async function keepLatest(client: Queryable, { site, epoch }: { site: string; epoch: number }, lines: Lines) {
  const latest = new Map<string, { device_id: string; channel: string; seq: number; body: string }>()
  for (const { seq, body, reading } of lines) {
    if (reading === null) continue
    const { device_id, channel } = reading
    latest.set(`${device_id}/${channel}`, { device_id, channel, seq, body })
  }
  if (latest.size === 0) return
  await client.query(
    `INSERT INTO latest_reading AS l (site_id, device_id, channel, epoch, seq, body)
     SELECT $1, r.device_id, r.channel, $2, r.seq, r.body
     FROM json_to_recordset($3::json) AS r (device_id text, channel text, seq bigint, body text)
     ON CONFLICT (site_id, device_id, channel) DO UPDATE
     SET epoch = EXCLUDED.epoch, seq = EXCLUDED.seq, body = EXCLUDED.body
     WHERE (l.epoch, l.seq) < (EXCLUDED.epoch, EXCLUDED.seq)`,
    [site, epoch, JSON.stringify([...latest.values()])],
  )
}
