import { isUuid } from '@flowviz/contract/uuid'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

export type EventStore = ReturnType<typeof eventStore>

/** Where each event stands in the ledger. */
export function eventStore(db: Sqlite) {
  const place = db.prepare<[Uint8Array, number, string | null, string]>(
    'INSERT INTO event_place (event_id, seq, type, subject) VALUES (?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING',
  )
  const seqOf = db.prepare<[Uint8Array], number>('SELECT seq FROM event_place WHERE event_id = ?').pluck()
  const ofSubject = db
    .prepare<[string, Uint8Array | null, number, number], number>(
      `SELECT seq FROM (
         SELECT seq FROM event_place WHERE subject = ? AND type IS NOT 'lot.registered'
         UNION
         SELECT seq FROM lot WHERE lot_id = ?
       )
       WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  const ofType = db
    .prepare<[string, number, number], number>(
      `SELECT seq FROM event_place WHERE type = ? AND type <> 'lot.registered' AND seq < ?
       ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  const lots = db
    .prepare<[number, number], number>(
      `SELECT seq FROM ledger WHERE seq < ? AND body ->> 'type' = 'lot.registered' ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  const ofBoth = db
    .prepare<[string, string, number, number], number>(
      `SELECT seq FROM event_place WHERE subject = ? AND type = ? AND type IS NOT 'lot.registered' AND seq < ?
       ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  // A lot that came back inside another row stands where that row stands, and is no `lot.registered` there.
  const registered = db
    .prepare<[Uint8Array | null, number], number>(
      `SELECT lot.seq FROM lot JOIN ledger USING (seq)
       WHERE lot_id = ? AND lot.seq < ? AND body ->> 'type' = 'lot.registered'`,
    )
    .pluck()
  return {
    /** False when the event had a place before. A null type is an event brought back inside another row. */
    place: (event: { id: string; seq: number; type: string | null; subject: string }): boolean =>
      place.run(uuidBytes(event.id), event.seq, event.type, event.subject).changes === 1,
    /** The row that holds an event, itself or brought back inside it. */
    seqOf: (id: string): number | null => seqOf.get(uuidBytes(id)) ?? null,
    ofSubject: (subject: string, before: number, limit: number): number[] =>
      ofSubject.all(subject, lotOf(subject), before, limit),
    ofType: (type: string, before: number, limit: number): number[] =>
      type === 'lot.registered' ? lots.all(before, limit) : ofType.all(type, before, limit),
    ofBoth: (query: { subject: string; type: string; before: number; limit: number }): number[] =>
      query.type === 'lot.registered'
        ? registered.all(lotOf(query.subject), query.before)
        : ofBoth.all(query.subject, query.type, query.before, query.limit),
  }
}

/** The id of the lot that a subject names. */
function lotOf(subject: string): Uint8Array | null {
  const id = subject.startsWith('lot:') ? subject.slice('lot:'.length) : ''
  return isUuid(id) ? uuidBytes(id) : null
}
