import type { AuditFacts } from '@flowviz/contract/audit'
import { hexOf, rowHash } from '@flowviz/contract/chain'
import type { EventData } from '@flowviz/contract/event'
import { REVIEWED_TYPES } from '@flowviz/contract/review'
import type { SignatureView, SignedRecord } from '@flowviz/contract/signature'
import { checkSignature, type SignedRows } from '../domain/signature-check.ts'
import { dueDay } from '../domain/working-day.ts'
import type { LedgerRow } from '../parts.ts'
import type { Beside, PackRecord, PrintedReview } from '../print/pack-record.ts'
import { eventIn } from '../store/event-body.ts'
import { readBody } from './read-body.ts'
import { type Source, sha256 } from './source.ts'
import { monitorAt, planAt, runCode } from './version.ts'

const DAY_MS = 86_400_000
/** So many lots of one record are named; the others are counted by its own data. */
const LOTS_NAMED = 50

type Fields = Readonly<Record<string, unknown>>
const NOTHING: Beside = { lots: [], run_code: null, gate: null, monitor: null, reviews: [], signature: null }

/** One row of the ledger with what is looked up beside it, as it stands now. */
export function readRecord(row: LedgerRow, source: Source): PackRecord {
  const read = readBody(row.body, source.audit.nameOf)
  return {
    seq: row.seq,
    hash: hexOf(row.hash),
    fits: fitsRow(row, source),
    ...read,
    beside: besideOf(row, read.facts, source),
  }
}

/** The row's hash follows from its text and the row before. */
export function fitsRow({ seq, hash, body }: LedgerRow, { ledger }: Pick<Source, 'ledger'>): boolean {
  return hexOf(rowHash(sha256, ledger.before(seq), body)) === hexOf(hash)
}

function besideOf(row: LedgerRow, facts: AuditFacts, source: Source): Beside {
  const data = (facts.data ?? {}) as Fields
  if (facts.type === 'record.signed') return { ...NOTHING, signature: signatureOf(row.seq, facts, source) }
  return {
    ...NOTHING,
    lots: lotsOf(data, source),
    run_code: typeof data.run_id === 'string' ? runCode(data.run_id, source) : null,
    gate: facts.type === 'gate.decided' ? gateOf(facts.data as EventData<'gate.decided'>, source) : null,
    monitor: facts.type === 'excursion.ended' ? monitorOf(data, source) : null,
    reviews: reviewsOf(row, facts, source),
  }
}

function lotsOf({ lot_id, lot_ids }: Fields, { plant }: Source): Beside['lots'] {
  const ids = typeof lot_id === 'string' ? [lot_id] : Array.isArray(lot_ids) ? (lot_ids as string[]) : []
  return ids.slice(0, LOTS_NAMED).flatMap(id => {
    const lot = plant.lot(id)
    return lot === null ? [] : [{ lot_id: id, lot_code: lot.lot_code, product: lot.product }]
  })
}

function gateOf({ plan_id, plan_version, gate_no }: EventData<'gate.decided'>, source: Source): string | null {
  return planAt(plan_id, plan_version, source)?.plan.gates.find(gate => gate.gate_no === gate_no)?.title ?? null
}

function monitorOf({ deviation_id, monitor_id }: Fields, source: Source) {
  const version = source.plant.record('deviation', String(deviation_id))?.body.monitor_version
  return monitorAt(String(monitor_id), Number(version), source)
}

/** The review of a record that has to be reviewed, or of each that a review names. */
function reviewsOf(row: LedgerRow, { type, data, recorded_at }: AuditFacts, source: Source): PrintedReview[] {
  if (REVIEWED_TYPES.some(reviewed => reviewed === type)) return [reviewOf(row.seq, recorded_at, source)]
  if (type !== 'record.reviewed') return []
  return (data as EventData<'record.reviewed'>).records.flatMap(({ seq }) => {
    const there = source.ledger.row(seq)
    return there === null ? [] : [reviewOf(seq, eventIn(there.body).recorded_at, source)]
  })
}

function reviewOf(seq: number, recorded_at: string, { plant, audit, ledger, upto }: Source): PrintedReview {
  const { review_days, working_days } = plant.settings()
  const reviewed = ledger.changedBy('review', String(seq))
  // A review behind the head of the pack is not in it, and so it is not said of its records either.
  const body =
    reviewed === null || reviewed > upto
      ? undefined
      : (plant.record('review', String(seq))!.body as { reviewed_at: string; reviewed_by: string; verdict: string })
  return {
    seq,
    recorded_at,
    due_on: dueDay(recorded_at, review_days, working_days),
    reviewed_at: body?.reviewed_at ?? null,
    reviewed_by: body === undefined ? null : audit.nameOf(body.reviewed_by),
    verdict: body?.verdict ?? null,
    days: body === undefined ? null : Math.floor((Date.parse(body.reviewed_at) - Date.parse(recorded_at)) / DAY_MS),
  }
}

function signatureOf(seq: number, { recorded_at, data }: AuditFacts, source: Source): SignatureView {
  const signed = data as EventData<'record.signed'>
  const printed_name = source.audit.nameOf(signed.signer_id)
  const row = ({ seq: at }: SignedRecord) => {
    const there = source.ledger.row(at)
    if (there === null) return null
    const { id, subject } = eventIn(there.body)
    return { hash: hexOf(there.hash), subject, event_id: id }
  }
  const correctedBy: SignedRows['correctedBy'] = of => {
    const by = source.audit.correctedBy(of)
    return by === null || by > source.upto ? null : by
  }
  return checkSignature({ seq, recorded_at, data: signed, printed_name }, { row, correctedBy })
}
