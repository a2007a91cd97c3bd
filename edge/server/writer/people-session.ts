import type { Actor } from '@flowviz/contract/identity'
import type { Context, Decide } from './command-context.ts'

/** Keeps or exchanges a refresh token; a person who was disabled meanwhile gets none. */
export const saveSession: Decide<'save-session'> = (takes, { store, ledger }) => {
  const now = ledger.stamp()
  store.sessions.prune(now)
  if (store.people.standing(takes.person_id)?.status === 'disabled') return { saved: false }
  const saved = store.sessions.save(takes, now)
  if (saved && takes.previous_sha256 === null) store.people.signedIn(takes.person_id, now)
  return { saved }
}

export const endSession: Decide<'end-session'> = ({ session_id, by }, { store, ledger }) => {
  const person_id = store.sessions.end(session_id)
  if (person_id === null) return { ended: false }
  if (by !== undefined) {
    const { actor, cause } = by
    ledger.append({ type: 'session.ended', actor, subject: `person:${person_id}`, data: { session_id, cause } })
  }
  return { ended: true }
}

/** Ends every session of a person but one, and says which. */
export function endSessions(
  person_id: string,
  by: { actor: Actor; cause: 'revoked' | 'disabled'; except?: string },
  { store, ledger }: Context,
): string[] {
  const { actor, cause, except } = by
  const ended = store.sessions.ofPerson(person_id).filter(({ session_id }) => session_id !== except)
  for (const { session_id } of ended) {
    store.sessions.end(session_id)
    ledger.append({ type: 'session.ended', actor, subject: `person:${person_id}`, data: { session_id, cause } })
  }
  return ended.map(({ session_id }) => session_id)
}
