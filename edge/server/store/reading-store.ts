import type { Reading } from '@flowviz/contract/reading'
import type { NewReading } from '../parts.ts'
import type { Sqlite } from './open.ts'
import { type ReadingRow, readingOf } from './reading-row.ts'

const COLUMNS = `SELECT seq, device_id, channel, value, unit, quality, reason, weight, raw, verdict, measured_at,
  received_at, source FROM reading JOIN channel USING (channel_key)`

type Bound = [
  number,
  number,
  string | null,
  string | null,
  string,
  string,
  string | null,
  Uint8Array | null,
  string,
  string,
  string,
  string,
]

export type ReadingStore = ReturnType<typeof readingStore>

/** Readings by number, channel and time. */
export function readingStore(db: Sqlite) {
  const add = db.prepare<Bound>(
    `INSERT INTO reading (seq, channel_key, value, unit, quality, reason, weight, raw, verdict, measured_at,
       received_at, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel_key, source) DO NOTHING`,
  )
  const channelKey = db
    .prepare<[string, string], number>('SELECT channel_key FROM channel WHERE device_id = ? AND channel = ?')
    .pluck()
  const addChannel = db.prepare<[string, string]>('INSERT INTO channel (device_id, channel) VALUES (?, ?)')
  const setLatest = db.prepare<[number, number]>('UPDATE channel SET latest_seq = ? WHERE channel_key = ?')
  const lastSeq = db.prepare<[], number | null>('SELECT max(seq) FROM reading').pluck()
  const after = db.prepare<[number, number], ReadingRow>(`${COLUMNS} WHERE seq > ? ORDER BY seq LIMIT ?`)
  // The plus keeps the planner on the numbers: by channel it would sort months of readings for a page of them.
  const ofChannels = db.prepare<[number, number, string, number], ReadingRow>(
    `${COLUMNS} WHERE seq > ? AND seq <= ? AND +channel_key IN (
       SELECT channel_key FROM channel WHERE device_id || '/' || channel IN (SELECT value FROM json_each(?))
     ) ORDER BY seq LIMIT ?`,
  )
  const latest = db.prepare<[], ReadingRow>(
    `${COLUMNS} WHERE seq IN (SELECT latest_seq FROM channel) ORDER BY device_id, channel`,
  )
  const since = db.prepare<[string, string, string, number], ReadingRow>(
    `${COLUMNS} WHERE device_id = ? AND channel = ? AND received_at >= ? ORDER BY received_at DESC, seq DESC LIMIT ?`,
  )
  return {
    /** False when the same source of the channel was stored before. */
    add(seq: number, channel: number, reading: NewReading): boolean {
      const { value, unit, quality, reason, weight, raw, verdict, measured_at, received_at, source } = reading
      const state = weight === undefined ? null : JSON.stringify(weight)
      const frame = raw === undefined ? null : Buffer.from(raw, 'hex')
      const bound = [value, unit, quality, reason, state, frame, verdict, measured_at, received_at, source] as const
      return add.run(seq, channel, ...bound).changes === 1
    },
    channelKey: (deviceId: string, channel: string): number =>
      channelKey.get(deviceId, channel) ?? Number(addChannel.run(deviceId, channel).lastInsertRowid),
    setLatest: (channel: number, seq: number): void => void setLatest.run(seq, channel),
    lastSeq: (): number => lastSeq.get() ?? 0,
    after: (seq: number, limit: number): Reading[] => after.all(seq, limit).map(readingOf),
    /** Those of some channels (`device/channel`) behind a number and up to another one. */
    ofChannels: (channels: readonly string[], range: { after: number; upto: number; limit: number }): Reading[] =>
      ofChannels.all(range.after, range.upto, JSON.stringify(channels), range.limit).map(readingOf),
    /** The newest of each channel. */
    latest: (): Reading[] => latest.all().map(readingOf),
    /** The newest of one channel, oldest of them first. */
    newest(query: { device_id: string; channel: string; since: string | null; limit: number }): Reading[] {
      const rows = since.all(query.device_id, query.channel, query.since ?? '', query.limit)
      return rows.reverse().map(readingOf)
    },
  }
}
