import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import { siteCode } from '@flowviz/contract/lot'
import type { TabletKey } from '@flowviz/contract/tablet-word'
import { contiguousTo, gapsOf, highestIn, withSeqs } from '../domain/seq-range.ts'
import { type TabletBody, tabletOf } from '../store/tablet-record.ts'
import type { StoredInvitation } from '../store/tablet-store.ts'
import type { Context, Decide } from './command-context.ts'

/** A plant has some tens. */
const TABLETS_MAX = 1_000
const MISSING_MAX = 20
/** A box that was restored may have forgotten how often a tablet was set up: each epoch of its ledger counts anew. */
const LEDGER_EPOCH_STEP = 100

/** A tablet that was set up once. @throws FlowError tablet_unknown */
export function findTablet(tablet_id: string, { store }: Pick<Context, 'store'>): TabletBody {
  const record = store.records.get('tablet', tablet_id)
  const tablet = record === null ? null : tabletOf(record)
  if (tablet === null) throw new FlowError('tablet_unknown', `There is no tablet ${tablet_id} at this site.`)
  return tablet
}

export const inviteTablet: Decide<'invite-tablet'> = ({ actor, digest, ...asked }, context) => {
  const { store, ledger } = context
  const { title, station, expires_at } = asked
  if (asked.tablet_id !== null) findTablet(asked.tablet_id, context)
  const tablet_id = asked.tablet_id ?? nextId(context)
  store.tablets.invite({ digest, tablet_id, title, station, expires_at }, ledger.stamp())
  const data = { tablet_id, title, station, expires_at }
  ledger.append({ type: 'tablet.invited', actor, subject: `tablet:${tablet_id}`, data })
  return { tablet_id }
}

/** `t01`, `t02`, ...: an id is never given twice, so that what a tablet did stays under its own. */
function nextId({ store }: Context): string {
  const numbers = store.records
    .page({ kind: 'tablet', limit: TABLETS_MAX })
    .map(({ id }) => Number(/^t(?<number>\d+)$/.exec(id)?.groups?.number ?? 0))
  return `t${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

export const enrolTablet: Decide<'enrol-tablet'> = ({ by, key, epoch }, context) => {
  const { store, ledger } = context
  const invitation = 'digest' in by ? usable(store.tablets.invitation(by.digest, ledger.stamp()), epoch) : null
  const { tablet_id } = invitation ?? (by as { tablet_id: string })
  const record = store.records.get('tablet', tablet_id)
  const before = record === null ? null : tabletOf(record)
  if ('tablet_id' in by) requireCookie(by.enrolment_id, before)
  if (before !== null && before.state === 'ENROLLED' && before.epoch === epoch && isSameKey(before.key, key))
    return { tablet_id, enrolment_id: before.enrolment_id }
  // The code was used by this tablet, and another one was set up with it since.
  if (invitation !== null && invitation.used_epoch !== null) throw new FlowError('invitation_wrong')
  if (invitation !== null) store.tablets.use(invitation.digest, epoch)
  const { title, station } = invitation ?? before!
  const losses = (before?.losses ?? 0) + (before !== null && before.epoch !== epoch ? 1 : 0)
  const data: EventData<'tablet.enrolled'> = {
    tablet_id,
    title,
    station,
    key,
    epoch,
    code_prefix: before?.epoch === epoch ? before.code_prefix : prefixOf(tablet_id, losses, context),
    enrolment_id: context.newId(),
    // A cookie whose answer was lost on the way is good once more; a person with a code shuts every older one out.
    enrolment_before: invitation === null ? before!.enrolment_id : null,
  }
  const actor = actorOf({ tablet_id, station })
  ledger.append({ type: 'tablet.enrolled', actor, subject: `tablet:${tablet_id}`, data })
  if (before !== null && before.epoch !== epoch) lose(before, epoch, context)
  return { tablet_id, enrolment_id: data.enrolment_id }
}

const isSameKey = (one: TabletKey, other: TabletKey) => one.x === other.x && one.y === other.y

/** A code counts once; the tablet that used it may ask again with the epoch that it came with. */
function usable(invitation: StoredInvitation | null, epoch: string): StoredInvitation {
  if (invitation === null || (invitation.used_epoch ?? epoch) !== epoch) throw new FlowError('invitation_wrong')
  return invitation
}

function requireCookie(enrolment_id: string, before: TabletBody | null): void {
  if (before?.state === 'REVOKED') throw new FlowError('tablet_revoked')
  if (before === null || ![before.enrolment_id, before.enrolment_before].includes(enrolment_id))
    throw new FlowError('tablet_unknown')
}

/** Another one for each epoch: a store that was lost does not know which codes it had given. */
function prefixOf(tablet_id: string, losses: number, { site, ledger }: Context): string {
  const generation = (ledger.epoch() - 1) * LEDGER_EPOCH_STEP + losses + 1
  const prefix = `${siteCode(site)}-${tablet_id.toUpperCase()}`
  return generation === 1 ? prefix : `${prefix}-${generation}`
}

function lose(tablet: TabletBody, epoch_next: string, { store, ledger }: Context): void {
  const { tablet_id, title, epoch, losses } = tablet
  const received_seq = contiguousTo(store.tablets.received(tablet_id, epoch)?.ranges ?? [])
  const data = { tablet_id, title, epoch, received_seq, epoch_next, losses: losses + 1 }
  ledger.append({ type: 'tablet.store_lost', actor: actorOf(tablet), subject: `tablet:${tablet_id}`, data })
}

export const revokeTablet: Decide<'revoke-tablet'> = ({ actor, tablet_id, reason }, context) => {
  const { store, ledger } = context
  if (findTablet(tablet_id, context).state === 'REVOKED')
    throw new FlowError('state_wrong', 'This tablet is revoked already.', {
      extra: { state: 'REVOKED', allowed: ['ENROLLED'] },
    })
  store.tablets.withdraw(tablet_id, ledger.stamp())
  ledger.append({ type: 'tablet.revoked', actor, subject: `tablet:${tablet_id}`, data: { tablet_id }, reason })
  return { tablet_id }
}

export const receiveTablet: Decide<'receive-tablet'> = ({ tablet_id, sent }, context) => {
  const { store, ledger } = context
  for (const [epoch, commands] of Map.groupBy(sent, one => one.epoch)) {
    const tablet = findTablet(tablet_id, context)
    const before = store.tablets.received(tablet_id, epoch)
    if (before === null && epoch !== tablet.epoch) lose(tablet, epoch, context)
    const seqs = commands.map(({ seq }) => seq)
    const { ranges, skipped } = withSeqs(before?.ranges ?? [], seqs)
    for (const { from, to } of skipped) {
      const data = { tablet_id, title: tablet.title, epoch, from_seq: from, to_seq: to }
      ledger.append({ type: 'tablet.skipped', actor: actorOf(tablet), subject: `tablet:${tablet_id}`, data })
    }
    store.tablets.receive(tablet_id, epoch, { ranges, seen_at: ledger.stamp() })
  }
  const ranges = store.tablets.received(tablet_id, findTablet(tablet_id, context).epoch)?.ranges ?? []
  return {
    received_seq: contiguousTo(ranges),
    highest_seq: highestIn(ranges),
    missing: gapsOf(ranges).slice(0, MISSING_MAX),
  }
}

/** A tablet by itself, when nobody stands behind what it does. */
const actorOf = ({ tablet_id, station }: Pick<TabletBody, 'tablet_id' | 'station'>): Actor => ({
  kind: 'device',
  id: tablet_id,
  role: null,
  station,
  device: tablet_id,
  auth: 'device_secret',
})
