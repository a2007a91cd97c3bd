import type { CommandTakes } from '../writer/command.ts'
import type { Sqlite } from './open.ts'

const PRUNED_MAX = 100

interface SessionRow {
  session_id: string
  person_id: string
  station: string | null
  expires_at: string
}

export type SessionStore = ReturnType<typeof sessionStore>

/** Refresh tokens, by their SHA-256 only. */
export function sessionStore(db: Sqlite) {
  const start = db.prepare<[string, string, string, string | null, string]>(
    `INSERT INTO session (session_id, person_id, token_sha256, station, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const rotate = db.prepare<[string, string, string, string]>(
    'UPDATE session SET token_sha256 = ?, expires_at = ? WHERE session_id = ? AND token_sha256 = ?',
  )
  const end = db.prepare<[string]>('DELETE FROM session WHERE session_id = ?')
  const byToken = db.prepare<[string], SessionRow>(
    'SELECT session_id, person_id, station, expires_at FROM session WHERE token_sha256 = ?',
  )
  const prune = db.prepare<[string, number]>(
    `DELETE FROM session WHERE session_id IN
       (SELECT session_id FROM session WHERE expires_at < ? ORDER BY expires_at LIMIT ?)`,
  )
  return {
    /** Starts a session, or changes its token when the previous one is still the present one. False: neither. */
    save(session: CommandTakes<'save-session'>): boolean {
      const { session_id, person_id, token_sha256, previous_sha256, station, expires_at } = session
      if (previous_sha256 === null)
        return start.run(session_id, person_id, token_sha256, station, expires_at).changes === 1
      return rotate.run(token_sha256, expires_at, session_id, previous_sha256).changes === 1
    },
    end: (sessionId: string): boolean => end.run(sessionId).changes === 1,
    byToken: (tokenSha256: string): SessionRow | null => byToken.get(tokenSha256) ?? null,
    /** Forgets some of the sessions that were over before a time. */
    prune: (before: string): void => void prune.run(before, PRUNED_MAX),
  }
}
