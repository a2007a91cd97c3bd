import type { Queryable } from '../database.ts'

/** A row that is kept but could not be understood. */
export interface NewDeadLetter {
  stream: 'ledger' | 'reading'
  epoch: number
  seq: number
  type: string
  v: number
  cause: string
  at: string
}

// Postgres has no NUL in text, and the list is read by people.
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300)
const V_MAX = 2_147_483_647

export async function buryAll(client: Queryable, site: string, letters: NewDeadLetter[]): Promise<void> {
  if (letters.length === 0) return
  const rows = letters.map(letter => ({
    ...letter,
    type: printable(letter.type),
    cause: printable(letter.cause),
    v: Math.min(letter.v, V_MAX),
  }))
  await client.query(
    `INSERT INTO dead_letter (site_id, stream, epoch, seq, type, v, cause, at)
     SELECT $1, r.stream, r.epoch, r.seq, r.type, r.v, r.cause, r.at
     FROM json_to_recordset($2::json)
       AS r (stream text, epoch bigint, seq bigint, type text, v integer, cause text, at timestamptz)
     ON CONFLICT (site_id, stream, epoch, seq) DO NOTHING`,
    [site, JSON.stringify(rows)],
  )
}
