import type { QuarantineEntry } from '../parts.ts'
import type { Sqlite } from './open.ts'

export interface QuarantineSize {
  held: number
  held_bytes: number
  dropped: number
}

/** At most so many payloads and bytes are held; the oldest go first. */
export interface QuarantineBound {
  rows: number
  bytes: number
}

export const QUARANTINE_BOUND: QuarantineBound = { rows: 10_000, bytes: 64 * 1024 * 1024 }

export type QuarantineStore = ReturnType<typeof quarantineStore>

/** Payloads that could not be decoded, kept for the technician. */
export function quarantineStore(db: Sqlite, bound: QuarantineBound = QUARANTINE_BOUND) {
  const add = db.prepare<[string, string, string, string, Uint8Array]>(
    'INSERT INTO quarantine (received_at, identity, topic, cause, payload) VALUES (?, ?, ?, ?, ?)',
  )
  const oldest = db.prepare<[], { id: number; bytes: number }>(
    'SELECT id, length(payload) AS bytes FROM quarantine ORDER BY id LIMIT 1',
  )
  const drop = db.prepare<[number]>('DELETE FROM quarantine WHERE id = ?')
  const size = db.prepare<[], QuarantineSize>('SELECT held, held_bytes, dropped FROM quarantine_size WHERE one = 1')
  const setSize = db.prepare<[number, number, number]>(
    'UPDATE quarantine_size SET held = ?, held_bytes = ?, dropped = ? WHERE one = 1',
  )
  return {
    add({ received_at, identity, topic, cause, payload }: QuarantineEntry): void {
      add.run(received_at, identity, topic, cause, payload)
      let { held, held_bytes, dropped } = size.get()!
      held += 1
      held_bytes += payload.length
      while (held > bound.rows || held_bytes > bound.bytes) {
        const first = oldest.get()!
        drop.run(first.id)
        held -= 1
        held_bytes -= first.bytes
        dropped += 1
      }
      setSize.run(held, held_bytes, dropped)
    },
    size: (): QuarantineSize => size.get()!,
  }
}
