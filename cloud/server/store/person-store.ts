import type { Person } from '@flowviz/contract/identity'
import type { Credential, PersonStore, Rotation } from '../parts.ts'
import { inTransaction, type Pool, type Queryable } from './database.ts'

interface PersonRow {
  person_id: string
  name: string
  display_name: string
  role: Person['role']
  secret_hash: string
}

const personOf = ({ person_id, name, display_name, role }: PersonRow): Person => ({
  id: person_id,
  name,
  display_name,
  role,
})

// Two tabs of one browser refresh with the same token at the same moment: that is no theft.
const GRACE_MS = 10_000

/** People of headquarters and their sessions. */
export function personStore(pool: Pool): PersonStore {
  return {
    async seed(people) {
      const { rowCount } = await pool.query(
        `INSERT INTO person (person_id, name, display_name, role, secret_hash)
         SELECT r.person_id, r.name, r.display_name, r.role, r.secret_hash
         FROM json_to_recordset($1::json)
           AS r (person_id uuid, name text, display_name text, role text, secret_hash text)
         ON CONFLICT DO NOTHING`,
        [JSON.stringify(people)],
      )
      return rowCount ?? 0
    },

    async credential(name): Promise<Credential | null> {
      const { rows } = await pool.query<PersonRow>(
        `SELECT person_id, name, display_name, role, secret_hash FROM person WHERE name = $1`,
        [name],
      )
      return rows[0] === undefined ? null : { person: personOf(rows[0]), secret_hash: rows[0].secret_hash }
    },

    async startSession({ session_id, person_id, token_sha256, expires_at, now }) {
      await pool.query(
        `INSERT INTO session (session_id, person_id, token_sha256, rotated_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
        [session_id, person_id, token_sha256, now, expires_at],
      )
    },

    rotate: exchange => inTransaction(pool, client => rotate(client, exchange)),

    async endSession(token_sha256, now) {
      await pool.query(
        `UPDATE session SET ended_at = $2
         WHERE ended_at IS NULL AND (token_sha256 = $1 OR previous_sha256 = $1)`,
        [token_sha256, now],
      )
    },
  }
}

type Exchange = Parameters<PersonStore['rotate']>[0]

async function rotate(client: Queryable, { token_sha256, next_sha256, expires_at, now }: Exchange): Promise<Rotation> {
  const { rows } = await client.query<PersonRow & { session_id: string; current: boolean; rotated_at: Date }>(
    `SELECT s.session_id, s.token_sha256 = $1 AS current, s.rotated_at,
            p.person_id, p.name, p.display_name, p.role, p.secret_hash
     FROM session s JOIN person p USING (person_id)
     WHERE (s.token_sha256 = $1 OR s.previous_sha256 = $1) AND s.ended_at IS NULL AND s.expires_at > $2
     FOR UPDATE OF s`,
    [token_sha256, now],
  )
  const [found] = rows
  if (found === undefined) return 'unknown'
  if (!found.current) {
    if (Date.parse(now) - found.rotated_at.getTime() > GRACE_MS) {
      await client.query(`UPDATE session SET ended_at = $2 WHERE session_id = $1`, [found.session_id, now])
      return 'reused'
    }
    return { person: personOf(found), rotated: false }
  }
  await client.query(
    `UPDATE session SET token_sha256 = $2, previous_sha256 = $3, rotated_at = $4, expires_at = $5 WHERE session_id = $1`,
    [found.session_id, next_sha256, token_sha256, now, expires_at],
  )
  return { person: personOf(found), rotated: true }
}
