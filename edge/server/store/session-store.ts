import type { CommandTakes } from '../writer/command.ts'
import type { Sqlite } from './open.ts'

const PRUNED_MAX = 100

export interface StoredSession {
  session_id: string
  person_id: string
  station: string | null
  address: string | null
  started_at: string
  expires_at: string
}

const SESSION = 'SELECT session_id, person_id, station, address, started_at, expires_at FROM session'

export type SessionStore = ReturnType<typeof sessionStore>

/** Refresh tokens, by their SHA-256 only. */
export function sessionStore(db: Sqlite) {
  const start = db.prepare<[string, string, string, string | null, string | null, string, string]>(
    `INSERT INTO session (session_id, person_id, token_sha256, station, address, started_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const rotate = db.prepare<[string, string, string, string]>(
    'UPDATE session SET token_sha256 = ?, expires_at = ? WHERE session_id = ? AND token_sha256 = ?',
  )
  const end = db.prepare<[string], string>('DELETE FROM session WHERE session_id = ? RETURNING person_id').pluck()
  const byToken = db.prepare<[string], StoredSession>(`${SESSION} WHERE token_sha256 = ?`)
  const byId = db.prepare<[string], StoredSession>(`${SESSION} WHERE session_id = ?`)
  const ofPerson = db.prepare<[string], StoredSession>(`${SESSION} WHERE person_id = ? ORDER BY started_at, session_id`)
  const prune = db.prepare<[string, number]>(
    `DELETE FROM session WHERE session_id IN
       (SELECT session_id FROM session WHERE expires_at < ? ORDER BY expires_at LIMIT ?)`,
  )
  return {
    /** Starts a session, or changes its token when the previous one is still the present one. False: neither. */
    save(session: CommandTakes<'save-session'>, startedAt: string): boolean {
      const { session_id, person_id, token_sha256, previous_sha256, station, address, expires_at } = session
      if (previous_sha256 === null)
        return start.run(session_id, person_id, token_sha256, station, address, startedAt, expires_at).changes === 1
      return rotate.run(token_sha256, expires_at, session_id, previous_sha256).changes === 1
    },
    /** Whose session it was; null when there was none. */
    end: (sessionId: string): string | null => end.get(sessionId) ?? null,
    byToken: (tokenSha256: string): StoredSession | null => byToken.get(tokenSha256) ?? null,
    byId: (sessionId: string): StoredSession | null => byId.get(sessionId) ?? null,
    /** Oldest first. */
    ofPerson: (personId: string): StoredSession[] => ofPerson.all(personId),
    /** Forgets some of the sessions that were over before a time. */
    prune: (before: string): void => void prune.run(before, PRUNED_MAX),
  }
}
