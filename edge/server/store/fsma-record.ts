import type { KdeCorrection, TracePlan, TraceRequest, TraceRequestState } from '@flowviz/contract/fsma'
import type { StoredRecord } from './record-store.ts'

type Progress = NonNullable<TraceRequest['progress']>
/** What the thread of an export tells of itself. */
export type TraceProgress = Omit<Progress, 'remaining_s'>

const STATES: Record<string, TraceRequestState> = { REQUESTED: 'QUEUED', DELIVERED: 'DONE', FAILED: 'FAILED' }

/** A request as it is shown; `running` is how far its job is, when that is the one that runs. */
export function requestView({ state, body }: StoredRecord, running: Progress | null): TraceRequest {
  const fields = body as unknown as TraceRequest
  return {
    request_id: fields.request_id,
    caller: fields.caller,
    phone: fields.phone,
    reason: fields.reason,
    filter: fields.filter,
    format: fields.format,
    state: running === null ? STATES[state ?? 'REQUESTED']! : 'RUNNING',
    progress: running,
    asked_at: fields.asked_at,
    due_at: fields.due_at,
    requested_at: fields.requested_at,
    requested_by: fields.requested_by,
    delivered_at: fields.delivered_at ?? null,
    file: fields.file ?? null,
    size_bytes: fields.size_bytes ?? null,
    sha256: fields.sha256 ?? null,
    upto_seq: fields.upto_seq ?? null,
    sheets: fields.sheets ?? null,
    cause: fields.cause ?? null,
  }
}

export function correctionView({ body }: StoredRecord): KdeCorrection {
  const { correction_id, of, kde, was, now, reason, corrected_at, corrected_by } = body as unknown as KdeCorrection
  return { correction_id, of, kde, was, now, reason, corrected_at, corrected_by }
}

export function planView({ body }: StoredRecord): TracePlan {
  const { version, plan, setup, issued_at, issued_by, superseded_at, kept_until } = body as unknown as TracePlan
  return { version, plan, setup, issued_at, issued_by, superseded_at, kept_until }
}
