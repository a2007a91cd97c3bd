import { aboutOf, type Told } from '@flowviz/contract/about'
import { blockOf, isExact, NARROW, WIDE } from './audit-term.ts'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** An event as its place in the index is decided; one of a newer release has no more than an id and a type for certain. */
export interface PlacedEvent extends Told {
  id: string
  recorded_at: string
}

export type EventStore = ReturnType<typeof eventStore>

/** Where each event stands in the ledger, and what it can be found by. */
export function eventStore(db: Sqlite) {
  const place = db.prepare<[Uint8Array, number]>(
    'INSERT INTO event_place (event_id, seq) VALUES (?, ?) ON CONFLICT (event_id) DO NOTHING',
  )
  const seqOf = db.prepare<[Uint8Array], number>('SELECT seq FROM event_place WHERE event_id = ?').pluck()
  const about = db.prepare<[string, number]>(
    'INSERT INTO event_about (subject, seq) VALUES (?, ?) ON CONFLICT (subject, seq) DO NOTHING',
  )
  const block = db.prepare<[number, number, string]>(
    'INSERT INTO event_block (width, block, term) VALUES (?, ?, ?) ON CONFLICT (width, block, term) DO NOTHING',
  )
  const step = db.prepare<[number]>('INSERT INTO clock_step (seq) VALUES (?) ON CONFLICT (seq) DO NOTHING')
  const recordedAt = db.prepare<[number], string>("SELECT body ->> 'recorded_at' FROM ledger WHERE seq = ?").pluck()

  // The terms that are written for the blocks that `seq` is in. A number that comes again was rolled back with its terms.
  const written = { [NARROW]: new Set<string>(), [WIDE]: new Set<string>() }
  let last = { seq: 0, recorded_at: '' }

  function enter(seq: number): void {
    for (const width of [NARROW, WIDE] as const)
      if (seq <= last.seq || blockOf(seq, width) !== blockOf(last.seq, width)) written[width].clear()
  }

  function mark(term: string, seq: number): void {
    if (written[NARROW].has(term)) return
    written[NARROW].add(term)
    block.run(NARROW, blockOf(seq, NARROW), term)
    if (written[WIDE].has(term)) return
    written[WIDE].add(term)
    block.run(WIDE, blockOf(seq, WIDE), term)
  }

  function index(event: PlacedEvent, seq: number): void {
    for (const ref of aboutOf(event)) {
      const own = ref === event.subject
      if (!isExact(ref)) mark(own ? `is:${ref}` : ref, seq)
      else if (!own || event.type !== 'lot.registered') about.run(ref, seq)
    }
    if (event.actor?.kind === 'person') mark(`by:${event.actor.id}`, seq)
  }

  return {
    /** Takes a row of the ledger; false when its event had a place before, and then nothing is changed. */
    place(event: PlacedEvent, seq: number): boolean {
      if (place.run(uuidBytes(event.id), seq).changes === 0) return false
      enter(seq)
      const before = seq - 1 === last.seq ? last.recorded_at : (recordedAt.get(seq - 1) ?? '')
      if (event.recorded_at < before) step.run(seq)
      last = { seq, recorded_at: event.recorded_at }
      mark(`type:${event.type}`, seq)
      index(event, seq)
      return true
    },
    /** Takes an event that the row `seq` brought back inside; it is found by all but its type. */
    placeInside(event: PlacedEvent, seq: number): boolean {
      if (place.run(uuidBytes(event.id), seq).changes === 0) return false
      index(event, seq)
      return true
    },
    /** The row that holds an event, itself or brought back inside it. */
    seqOf: (id: string): number | null => seqOf.get(uuidBytes(id)) ?? null,
  }
}
