import { FlowError } from '@flowviz/contract/error'
import type { Context, Decide } from './command-context.ts'
import type { PeopleAsk, PeopleAskOf, PeopleBodies, PeopleCommand, PeopleGives } from './people-ask.ts'
import { assignBadge, revokeBadge, revokeBadges } from './people-badge.ts'
import { endSessions } from './people-session.ts'

type PeopleRules = { [N in PeopleCommand]: (ask: PeopleAskOf<N>, context: Context) => PeopleGives }

const RULES: PeopleRules = {
  'create-user': createUser,
  'change-user': changeUser,
  'reset-secret': resetSecret,
  'change-secret': changeSecret,
  'pseudonymise-user': pseudonymise,
  'assign-badge': assignBadge,
  'revoke-badge': revokeBadge,
  'end-sessions': ({ actor, body: { person_id } }, context) => {
    standingOf(person_id, context)
    return { person_id, badge_id: null, ended: endSessions(person_id, { actor, cause: 'revoked' }, context) }
  },
}

/**
 * Does what is done to people, once for each idempotency key.
 * @throws FlowError idempotency_mismatch, person_not_found, name_taken, admin_last, state_wrong, badge_taken,
 *   record_not_found, second_person_missing.
 */
export const decideUsers: Decide<'people'> = (ask, context) => {
  const { store, ledger, now } = context
  const { idempotency } = ask
  const before = idempotency === null ? null : store.idempotency.get(idempotency.key)
  if (before !== null) {
    if (before.digest !== idempotency?.digest) throw new FlowError('idempotency_mismatch')
    return JSON.parse(before.result) as PeopleGives
  }
  const rule = RULES[ask.name] as (ask: PeopleAsk, context: Context) => PeopleGives
  const gives = rule(ask, context)
  if (idempotency !== null) {
    const { key, digest } = idempotency
    store.idempotency.keep(key, { digest, result: JSON.stringify(gives), seq: ledger.seq() }, now())
  }
  return gives
}

function createUser({ actor, reason, body }: PeopleAskOf<'create-user'>, context: Context): PeopleGives {
  const { store, ledger } = context
  takeName(body.name, context)
  const person_id = context.newId()
  store.people.addProfile({ person_id, ...body }, { at: ledger.stamp(), must_change: true })
  const data = { person_id, role: body.role }
  ledger.append({ type: 'person.created', actor, subject: `person:${person_id}`, data, reason })
  return { person_id, badge_id: null, ended: [] }
}

/** Makes a name free that a disabled person has left behind; what that person signed stays under their own id. */
export function takeName(name: string, { store }: Pick<Context, 'store'>): void {
  const owner = store.people.ownerOf(name)
  if (owner === null) return
  if (store.people.standing(owner)?.status !== 'disabled') throw new FlowError('name_taken')
  store.people.freeName(owner)
}

function standingOf(person_id: string, { store }: Context) {
  const standing = store.people.standing(person_id)
  if (standing === null) throw new FlowError('person_not_found')
  return standing
}

function changeUser({ actor, reason, body }: PeopleAskOf<'change-user'>, context: Context): PeopleGives {
  const { store, ledger } = context
  const { person_id, display_name } = body
  const before = standingOf(person_id, context)
  const { role = before.role, status = before.status } = body
  const leaves = before.role === 'ADMIN' && before.status === 'active' && (role !== 'ADMIN' || status !== 'active')
  if (leaves && store.people.otherAdmins(person_id) === 0) throw new FlowError('admin_last')
  requireChange(body, before)
  if (status === 'active' && before.status === 'disabled' && store.people.user(person_id)?.name === null)
    throw new FlowError('state_wrong', 'The name of this person was given away; create a new person.')
  if (display_name !== undefined) store.people.rename(person_id, display_name)
  const data = { person_id, role, status }
  ledger.append({ type: 'person.changed', actor, subject: `person:${person_id}`, data, reason })
  if (status === 'disabled') revokeBadges({ actor, person_id }, context)
  // A token carries the role that it was given for.
  const hasLost = status === 'disabled' || role !== before.role
  const cause = status === 'disabled' ? 'disabled' : 'revoked'
  return { person_id, badge_id: null, ended: hasLost ? endSessions(person_id, { actor, cause }, context) : [] }
}

function requireChange(
  { status, display_name, role }: PeopleBodies['change-user'],
  before: ReturnType<typeof standingOf>,
): void {
  if (status !== undefined && status === before.status) throw new FlowError('state_wrong', `This person is ${status}.`)
  // What was taken away by a pseudonym does not come back by a new name.
  if (status === undefined && before.status === 'disabled' && (display_name ?? role) !== undefined)
    throw new FlowError('state_wrong', 'A disabled person is not changed; enable the person first.')
}

/** The owner has to change it at the next sign-in and is told by an alarm: nobody knows a secret of another in silence. */
function resetSecret({ actor, reason, body }: PeopleAskOf<'reset-secret'>, context: Context): PeopleGives {
  const { store, ledger } = context
  const { person_id, secret_hash } = body
  if (standingOf(person_id, context).status === 'disabled')
    throw new FlowError('state_wrong', 'This person is disabled.')
  if (person_id === actor.id)
    throw new FlowError('second_person_missing', 'Your own secret you change by your own secret.', {
      extra: { first_person: person_id },
    })
  store.people.setSecret(person_id, { secret_hash, must_change: true, at: ledger.stamp() })
  ledger.append({ type: 'secret.reset', actor, subject: `person:${person_id}`, data: { person_id }, reason })
  return { person_id, badge_id: null, ended: endSessions(person_id, { actor, cause: 'revoked' }, context) }
}

function changeSecret({ actor, body }: PeopleAskOf<'change-secret'>, context: Context): PeopleGives {
  const { store, ledger } = context
  const { person_id, secret_hash, session_id } = body
  store.people.setSecret(person_id, { secret_hash, must_change: false, at: ledger.stamp() })
  ledger.append({ type: 'secret.changed', actor, subject: `person:${person_id}`, data: { person_id } })
  const ended = endSessions(person_id, { actor, cause: 'revoked', except: session_id }, context)
  return { person_id, badge_id: null, ended }
}

function pseudonymise(
  { actor, reason, body: { person_id } }: PeopleAskOf<'pseudonymise-user'>,
  context: Context,
): PeopleGives {
  const { store, ledger } = context
  if (standingOf(person_id, context).status !== 'disabled')
    throw new FlowError('state_wrong', 'Only a disabled person is pseudonymised.')
  store.people.forget(person_id)
  ledger.append({ type: 'person.pseudonymised', actor, subject: `person:${person_id}`, data: { person_id }, reason })
  return { person_id, badge_id: null, ended: [] }
}
