import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Hold } from '@flowviz/contract/hold'
import { FINAL } from '@flowviz/contract/lot-word'
import type { Posting } from '@flowviz/contract/posting'
import type { Disposition } from '@flowviz/contract/quality-word'
import { disposedStatus, WAITING } from '../../domain/disposition.ts'
import { holdOf, waitingOf } from '../../store/hold-row.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLot, findRecord } from './find.ts'
import { planFor } from './gate-subject.ts'
import { decisionsOn } from './gate-taken.ts'
import { placeHold } from './place-hold.ts'
import type { Rules } from './rule.ts'
import { record, requireAnother, requireSigner, signRows } from './sign.ts'
import { quantityOfMg, takeStock } from './take.ts'

export { type HoldOrder, type PlacedHold, placeHold, widenHold } from './place-hold.ts'

type Outcome = EventData<'hold.dispositioned'>['lots'][0]

/** Rules of holds: placed at once by whoever suspects something, ended only with a signature. */
export const HOLD_RULES = {
  /**
   * A lot of which nothing is left to be held keeps no other from being held.
   * @throws FlowError lot_not_found, lot_unusable (nothing is left of any).
   */
  'place-hold': ({ actor, body }, context) => {
    const lots = body.lot_ids.map(ref => findLot(ref, context))
    const gone = lots.find(({ status }) => FINAL.includes(status))
    if (gone !== undefined && lots.every(({ status }) => FINAL.includes(status)))
      throw new FlowError('lot_unusable', `Lot ${gone.lot_code} is ${gone.status}.`)
    const { reason, occurred_at = null } = body
    const { hold_id } = placeHold({ actor, cause: 'manual', reason, said: null, lots, occurred_at }, context)!
    return holdView(hold_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'review-hold': ({ actor, params, body }, context) => {
    const { id: hold_id, state } = findRecord('hold', params.hold_id, context)
    if (state !== 'OPEN') throw wrongState(state, ['OPEN'])
    const draft = { type: 'hold.review_started', actor, subject: `hold:${hold_id}`, data: { hold_id } } as const
    context.ledger.append({ ...draft, reason: body.reason ?? null })
    return holdView(hold_id, context)
  },

  /**
   * @throws FlowError record_not_found, state_wrong, signature_missing, second_person_missing, deviation_unsafe,
   *   lot_not_found.
   */
  'disposition-hold': (ask, context) => {
    const { actor, params, body } = ask
    requireSigner(ask)
    const hold = findRecord('hold', params.hold_id, context)
    const lots = dispositioned(hold, body.lot_ids, context)
    if (context.known.settings().dual_control)
      requireAnother(actor.id, hold.body.placed_by as string, 'placed this hold')
    if (body.disposition === 'release') requireSafe(hold, context)
    const outcomes = lots.map(lot => outcomeOf(lot, body.disposition, context))
    const waits = WAITING.includes(body.disposition)
    const freed = outcomes.filter(({ status }) => !waits || FINAL.includes(status)).map(({ lot_id }) => lot_id)
    const { disposition, reason, evidence } = body
    const why = evidence === undefined ? reason : `${reason} / ${evidence}`
    const data = { hold_id: hold.id, disposition, reason: why, lots: outcomes, freed }
    const draft = { type: 'hold.dispositioned', actor, subject: `hold:${hold.id}`, data } as const
    const { row } = record<'hold.dispositioned'>(draft, context)
    signRows([row], disposition === 'release' ? 'released' : 'approved', { ask, context })
    return closed(hold.id, ask, context)
  },

  /** @throws FlowError record_not_found, state_wrong (nothing waits to be done), second_person_missing. */
  'execute-hold': (ask, context) => {
    const { actor, params, body, witness } = ask
    const hold = findRecord('hold', params.hold_id, context)
    const lots = waitingOf(hold).map(lot_id => findLot(lot_id, context))
    if (lots.length === 0) throw wrongState(hold.state, ['DISPOSITIONED'])
    const disposition = hold.body.disposition as Disposition
    if (disposition === 'destroy' && witness === null)
      throw new FlowError('second_person_missing', 'Destruction takes a witness who signs.', {
        extra: { first_person: actor.id },
      })
    const done = executed(lots, disposition, context)
    const data = { hold_id: hold.id, disposition, witness_id: witness?.person_id ?? null, ...done }
    const draft = {
      type: 'hold.executed',
      actor,
      subject: `hold:${hold.id}`,
      data,
      reason: body.reason ?? null,
    } as const
    const { row } = record<'hold.executed'>(draft, context)
    signRows([row], 'performed', { ask, context })
    return closed(hold.id, ask, context)
  },
} satisfies Partial<Rules>

/** The lots of a hold that a disposition is about: those that are named, or all that it still holds. */
function dispositioned(hold: StoredRecord, refs: readonly string[] | undefined, context: Context): LotPlace[] {
  const { store } = context
  const open = store.holds.ofHold(hold.id).filter(one => one.open)
  if (open.length === 0) throw wrongState(hold.state, ['OPEN', 'UNDER_REVIEW', 'DISPOSITIONED'])
  if (waitingOf(hold).length > 0)
    throw new FlowError('state_wrong', 'What was decided before has to be carried out first.', {
      extra: { state: hold.state, allowed: ['EXECUTED'] },
    })
  const keys = new Set(open.map(({ lot_key }) => lot_key))
  if (refs === undefined) return [...keys].flatMap(key => store.lots.byKey(key) ?? [])
  return refs.map(ref => {
    const lot = findLot(ref, context)
    if (!keys.has(lot.lot_key)) throw new FlowError('lot_not_found', `This hold does not hold lot ${lot.lot_code}.`)
    return lot
  })
}

/** Lots of a deviation leave it only when somebody found them to be safe as they are. @throws FlowError deviation_unsafe */
function requireSafe(hold: StoredRecord, { store }: Context): void {
  const deviation_id = hold.body.deviation_id as string | null
  if (deviation_id === null) return
  const evaluation = store.records.get('deviation', deviation_id)?.body.evaluation as { result: string } | undefined
  if (evaluation?.result === 'safe') return
  const found = evaluation === undefined ? 'not evaluated yet' : evaluation.result.replaceAll('_', ' ')
  throw new FlowError('deviation_unsafe', `The deviation behind this hold is ${found}.`, { extra: { deviation_id } })
}

function outcomeOf(lot: LotPlace, disposition: Disposition, context: Context): Outcome {
  const { plan } = planFor(lot, context)
  const taken = decisionsOn(lot.lot_key, context)
  const { lot_id, gate_passed } = lot
  return { lot_id, status: disposedStatus({ lot, plan, taken }, disposition), gate_passed }
}

type Execution = Pick<EventData<'hold.executed'>, 'lots' | 'postings'>

function executed(lots: readonly LotPlace[], disposition: Disposition, context: Context): Execution {
  const [status, to] = disposition === 'destroy' ? (['DESTROYED', 'waste'] as const) : (['RETURNED', 'return'] as const)
  const postings: Posting[] = lots.flatMap(lot => {
    const on_hand_mg = context.store.stock.onHandMg(lot.lot_key)
    return on_hand_mg === 0 ? [] : takeStock({ lot, quantity: quantityOfMg(on_hand_mg, null), to }, context)
  })
  const after = (lot: LotPlace) => (FINAL.includes(lot.status) ? lot.status : status)
  return { lots: lots.map(lot => ({ lot_id: lot.lot_id, status: after(lot), gate_passed: lot.gate_passed })), postings }
}

/** Closes a hold that holds nothing any more. */
function closed(hold_id: string, { actor }: Pick<Ask, 'actor'>, context: Context): Hold {
  const { store, ledger } = context
  if (store.holds.ofHold(hold_id).every(({ open }) => !open))
    ledger.append({ type: 'hold.closed', actor, subject: `hold:${hold_id}`, data: { hold_id } })
  return holdView(hold_id, context)
}

const holdView = (hold_id: string, context: Context): Hold =>
  holdOf(findRecord('hold', hold_id, context), context.store, Number.MAX_SAFE_INTEGER)

const wrongState = (state: string | null, allowed: readonly string[]): FlowError =>
  new FlowError('state_wrong', `The hold is ${state}.`, { extra: { state, allowed } })
