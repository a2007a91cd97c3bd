import { FlowError } from '@flowviz/contract/error'
import { holds } from '../domain/seq-range.ts'
import { eventOf } from '../store/event-body.ts'
import type { Ask } from './ask.ts'
import type { Context } from './command-context.ts'
import { findTablet } from './tablet.ts'
import type { Sent } from './tablet-ask.ts'

const DAY_MS = 86_400_000
/** Behind this the key of a command may be forgotten: one that was received then would be done twice. */
const REMEMBERED_MS = 30 * DAY_MS

/**
 * Does a command that a tablet sent: its events name it, and happened when the tablet says so. What a person did before
 * being disabled is done, and told, because nobody can ask them any more.
 * @throws FlowError tablet_unknown, tablet_revoked, command_outdated, person_disabled, and those of the work.
 */
export function doSent(ask: Ask, sent: Sent, { context, work }: { context: Context; work: () => unknown }): unknown {
  const { store, ledger, now } = context
  const { tablet_id, key, epoch, seq, done_at } = sent
  const { state, title } = findTablet(tablet_id, context)
  if (state === 'REVOKED') throw new FlowError('tablet_revoked')
  if (Date.parse(done_at) + REMEMBERED_MS < now() && holds(store.tablets.received(tablet_id, epoch)?.ranges ?? [], seq))
    throw new FlowError('command_outdated')
  const person_id = ask.actor.id
  const disabled_at = disabledAt(person_id, context)
  if (disabled_at !== null && disabled_at <= done_at) throw new FlowError('person_disabled')
  return ledger.following({ command: key, occurred_at: done_at }, () => {
    const answer = work()
    if (disabled_at === null) return answer
    const data = { tablet_id, title, key, command: ask.name, person_id, disabled_at, done_at }
    ledger.append({ type: 'tablet.questioned', actor: ask.actor, subject: `tablet:${tablet_id}`, data })
    return answer
  })
}

function disabledAt(person_id: string, { store }: Context): string | null {
  if (store.people.standing(person_id)?.status !== 'disabled') return null
  const row = store.ledger.row(store.people.changedIn(person_id) ?? 0)
  return eventOf('person.changed', row?.body)?.recorded_at ?? null
}
