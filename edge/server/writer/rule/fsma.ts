import { FlowError } from '@flowviz/contract/error'
import type { CorrectableKde, TraceFilter } from '@flowviz/contract/event/fsma'
import { type KdeCorrection, TRACE_DUE_MS, TRACE_KEPT_MONTHS, type TraceRequest } from '@flowviz/contract/fsma'
import { isTimestamp, timestampOf } from '@flowviz/contract/time'
import { isKdeOf, type KdeRecord, kdeText } from '../../domain/kde-value.ts'
import { monthsLater, requireTimeZone } from '../../domain/trace-plan.ts'
import { eventIn } from '../../store/event-body.ts'
import { correctionView, planView, requestView } from '../../store/fsma-record.ts'
import { everyRecord } from '../../store/logistics-record.ts'
import { traceSetup } from '../../store/trace-setup.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLot, findRecord } from './find.ts'
import { registered } from './part.ts'
import type { Rules } from './rule.ts'
import { record, requireSigner, signRows } from './sign.ts'

/** What a plant answers to the FDA with. */
export const FSMA_RULES = {
  /** @throws FlowError trace_filter_empty, body_invalid. */
  'request-trace-export': ({ actor, body }, context): TraceRequest => {
    const { request, format } = body
    const filter = filterOf(body)
    const asked_at = request.asked_at ?? context.ledger.stamp()
    if (!isTimestamp(asked_at)) throw new FlowError('body_invalid', `asked_at ${asked_at} is no moment.`)
    const request_id = context.newId()
    context.ledger.append({
      type: 'fsma.requested',
      actor,
      subject: `trace_request:${request_id}`,
      data: {
        request_id,
        caller: request.caller,
        phone: request.phone ?? null,
        filter,
        format,
        asked_at,
        due_at: timestampOf(Date.parse(asked_at) + TRACE_DUE_MS),
      },
      reason: request.reason,
    })
    return requestView(findRecord('trace_request', request_id, context), null)
  },

  /** @throws FlowError record_not_found, lot_not_found, kde_not_of_record. */
  'correct-kde': ({ actor, body: { of, kde, now, reason } }, context): KdeCorrection => {
    const [kind, id] = of.split(':') as [KdeRecord, string]
    const { seq, recorded } = recordedOf(kind, id, context)
    if (!isKdeOf(kind, kde, now)) throw new FlowError('kde_not_of_record', `${kde} of a ${kind} cannot be ${now}.`)
    const correction_id = context.newId()
    context.ledger.append({
      type: 'kde.corrected',
      actor,
      subject: of,
      data: { correction_id, of, kde, was: correctedKde({ of, kde }, context) ?? kdeText(kde, recorded), now },
      reason,
      corrects: eventIn(context.store.ledger.row(seq)!.body).id,
    })
    return correctionView(findRecord('kde_correction', correction_id, context))
  },

  /** @throws FlowError signature_missing, time_zone_unknown. */
  'issue-trace-plan': (ask, context) => {
    requireSigner(ask)
    const { plan } = ask.body
    requireTimeZone(plan.time_zone)
    const [current] = context.store.records.page({ kind: 'trace_plan', state: 'CURRENT', limit: 1 })
    const version = (current?.at ?? 0) + 1
    const { row } = record(
      {
        type: 'trace_plan.issued',
        actor: ask.actor,
        subject: `trace_plan:v${version}`,
        data: {
          version,
          plan,
          setup: traceSetup(context.site, context.store.records),
          previous_kept_until: current === undefined ? null : monthsLater(context.ledger.stamp(), TRACE_KEPT_MONTHS),
        },
      },
      context,
    )
    signRows([row], 'approved', { ask, context })
    return planView(findRecord('trace_plan', `v${version}`, context))
  },
} satisfies Partial<Rules>

/** A day that the calendar has not, or an end before its beginning, would give an empty sheet that looks like an answer. */
function filterOf({ filter }: Ask<'request-trace-export'>['body']): TraceFilter {
  const { from = null, to = null, item_ids = null, lots = null } = filter
  for (const day of [from, to])
    if (day !== null && !isTimestamp(`${day}T00:00:00.000Z`)) throw new FlowError('body_invalid', `${day} is no day.`)
  const isDated = from !== null && to !== null && from <= to
  if (!isDated && (lots === null || from !== null || to !== null)) throw new FlowError('trace_filter_empty')
  return { from, to, item_ids, lots }
}

/** Number of the row that recorded it, and what it said. */
function recordedOf(kind: KdeRecord, id: string, context: Context): { seq: number; recorded: Record<string, unknown> } {
  if (kind === 'lot') {
    const lot = findLot(id, context)
    const { product, supplier_lot_code, more } = registered(lot, context)
    const supplier_tlc_source = more?.supplier_tlc_source ?? null
    return { seq: lot.seq, recorded: { product, supplier_lot_code, supplier_tlc_source } }
  }
  const { at, body } = findRecord(kind, id, context)
  return { seq: at, recorded: body }
}

/** What the last correction of an element of a record said; null when there is none. */
export function correctedKde({ of, kde }: { of: string; kde: CorrectableKde }, { store }: Context): string | null {
  const found = everyRecord(store.records, { kind: 'kde_correction', parent: of }).find(({ body }) => body.kde === kde)
  return (found?.body.now as string | undefined) ?? null
}
