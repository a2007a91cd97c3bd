import { FlowError } from '@flowviz/contract/error'
import type { Context } from './command-context.ts'
import type { PeopleAskOf, PeopleGives } from './people-ask.ts'

/** @throws FlowError person_not_found, state_wrong, badge_taken. */
export function assignBadge({ actor, reason, body }: PeopleAskOf<'assign-badge'>, context: Context): PeopleGives {
  const { store, ledger } = context
  const { person_id, digest, expires_at } = body
  const standing = store.people.standing(person_id)
  if (standing === null) throw new FlowError('person_not_found')
  if (standing.status === 'disabled') throw new FlowError('state_wrong', 'A disabled person gets no badge.')
  if (store.badges.idOf(digest) !== null) throw new FlowError('badge_taken')
  const badge_id = context.newId()
  store.badges.add(digest, badge_id)
  const data = { badge_id, person_id, expires_at }
  ledger.append({ type: 'badge.assigned', actor, subject: `person:${person_id}`, data, reason })
  return { person_id, badge_id, ended: [] }
}

/** The badge is refused from this commit on. @throws FlowError record_not_found, state_wrong. */
export function revokeBadge({ actor, reason, body }: PeopleAskOf<'revoke-badge'>, context: Context): PeopleGives {
  const { store, ledger } = context
  const { person_id, badge_id } = body
  const badge = store.records.get('badge', badge_id)
  if (badge === null || badge.parent !== person_id)
    throw new FlowError('record_not_found', `This person has no badge ${badge_id}.`)
  if (badge.state !== 'ACTIVE') throw new FlowError('state_wrong', 'This badge is revoked already.')
  store.badges.remove(badge_id)
  ledger.append({ type: 'badge.revoked', actor, subject: `person:${person_id}`, data: { badge_id, person_id }, reason })
  return { person_id, badge_id, ended: [] }
}

/** Badges of who leaves are nobody's any more. */
export function revokeBadges(
  { actor, person_id }: Pick<PeopleAskOf<'revoke-badge'>, 'actor'> & { person_id: string },
  context: Context,
): void {
  const { store, ledger } = context
  for (const { id: badge_id } of store.records.page({
    kind: 'badge',
    parent: person_id,
    state: 'ACTIVE',
    limit: 100,
  })) {
    store.badges.remove(badge_id)
    ledger.append({ type: 'badge.revoked', actor, subject: `person:${person_id}`, data: { badge_id, person_id } })
  }
}
