import { genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { LedgerEvent } from '@flowviz/contract/event'
import { REVIEWED_TYPES, type ReviewedType } from '@flowviz/contract/review'
import type { SignedRecord } from '@flowviz/contract/signature'
import type { LedgerRow } from '../../parts.ts'
import { eventIn } from '../../store/event-body.ts'
import type { Context } from '../command-context.ts'
import { sha256 } from '../ledger.ts'
import type { Rules } from './rule.ts'
import { record, requireAnother, requireSigner, signRows } from './sign.ts'

/** Reviewing records (21 CFR 117.165(a)(4)): by somebody else than who made them, bound to the hash of each row. */
export const REVIEW_RULES = {
  /**
   * All or nothing: one record that cannot be reviewed refuses them all.
   * @throws FlowError signature_missing, record_not_found, record_changed, state_wrong (accepted before),
   *   second_person_missing.
   */
  'review-records': (ask, context) => {
    const { actor, body } = ask
    requireSigner(ask)
    const records = body.seqs.map(seq => reviewed(seq, actor.id, context))
    const review_id = context.newId()
    const { verdict, notes = null } = body
    const data = { review_id, verdict, notes, records }
    const draft = { type: 'record.reviewed', actor, subject: `review:${review_id}`, data } as const
    const { event, row } = record<'record.reviewed'>(draft, context)
    signRows([row, ...records], 'reviewed', { ask, context })
    return { ...data, reviewed_at: event.recorded_at, reviewed_by: actor.id, seq: event.seq }
  },
} satisfies Partial<Rules>

function reviewed(seq: number, reviewer: string, context: Context): SignedRecord {
  const { store, known } = context
  const row = store.ledger.row(seq)
  const event = row === null ? null : eventIn(row.body)
  if (row === null || event === null || !isReviewed(event))
    throw new FlowError('record_not_found', `Row ${seq} is no record that is reviewed.`, { extra: { seq } })
  requireUnchanged(row, context)
  if (store.records.get('review', String(seq))?.state === 'REVIEWED')
    throw new FlowError('state_wrong', `Record ${seq} has been reviewed.`, { extra: { seq, state: 'REVIEWED' } })
  if (known.settings().dual_control) requireAnother(reviewer, event.actor.id, `made record ${seq}`)
  return { seq, hash: hexOf(row.hash), subject: event.subject }
}

const isReviewed = ({ type }: LedgerEvent): boolean => REVIEWED_TYPES.includes(type as ReviewedType)

/** A signature under a row that somebody changed in the file would vouch for the change. @throws FlowError record_changed */
function requireUnchanged({ seq, hash, body }: LedgerRow, { store, ledger }: Context): void {
  const before = seq === 1 ? genesisHash(sha256, ledger.site, ledger.publicKey) : store.ledger.row(seq - 1)?.hash
  if (before !== undefined && hexOf(rowHash(sha256, before, body)) === hexOf(hash)) return
  throw new FlowError('record_changed', `Row ${seq} does not give the hash that the chain holds for it.`, {
    extra: { seq },
  })
}
