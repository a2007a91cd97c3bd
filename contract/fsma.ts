import Type, { type Static } from 'typebox'
import { CorrectableKde, ExportedSheet, TraceFilter, TracePlanSetup, TracePlanText } from './event/fsma.ts'
import { oneOf, orNull } from './event/shape.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** How long after it was asked for a record has to be handed out (21 CFR 1.1455(c)(1)), ms. */
export const TRACE_DUE_MS = 86_400_000
/** How long a record of subpart S is kept at least (21 CFR 1.1455(d), 1.1315(b)), months. */
export const TRACE_KEPT_MONTHS = 24

export type TraceRequestState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'

/** A request for traceability records, with its clock and the job that answers it. */
export const TraceRequest = Type.Object(
  {
    request_id: Uuid,
    caller: Type.String(),
    phone: orNull(Type.String()),
    reason: orNull(Type.String()),
    filter: TraceFilter,
    format: oneOf('xlsx', 'csv'),
    state: oneOf('QUEUED', 'RUNNING', 'DONE', 'FAILED'),
    /** Records of the plant that were looked at, of all that have to be; null while the job does not run. */
    progress: orNull(
      Type.Object(
        {
          done: Type.Integer(),
          total: Type.Integer(),
          rows: Type.Integer(),
          remaining_s: orNull(Type.Integer({ description: 'At the speed until now; null until there is one.' })),
        },
        { additionalProperties: false },
      ),
    ),
    asked_at: Timestamp,
    due_at: Timestamp,
    requested_at: Timestamp,
    requested_by: Type.String({ description: 'Id of the person.' }),
    delivered_at: orNull(Timestamp),
    file: orNull(Type.String()),
    size_bytes: orNull(Type.Integer()),
    sha256: orNull(Type.String()),
    upto_seq: orNull(Type.Integer()),
    sheets: orNull(Type.Array(ExportedSheet)),
    /** Why it failed. */
    cause: orNull(Type.String()),
  },
  { $id: 'TraceRequest', additionalProperties: false },
)
export type TraceRequest = Static<typeof TraceRequest>

/** A key data element that was put right. */
export const KdeCorrection = Type.Object(
  {
    correction_id: Uuid,
    of: Type.String({ description: 'The record, as `kind:id`.' }),
    kde: CorrectableKde,
    was: orNull(Type.String()),
    now: Type.String(),
    reason: orNull(Type.String()),
    corrected_at: Timestamp,
    corrected_by: Type.String({ description: 'Id of the person.' }),
  },
  { $id: 'KdeCorrection', additionalProperties: false },
)
export type KdeCorrection = Static<typeof KdeCorrection>

/** A version of the traceability plan (21 CFR 1.1315). */
export const TracePlan = Type.Object(
  {
    version: Type.Integer(),
    plan: TracePlanText,
    setup: TracePlanSetup,
    issued_at: Timestamp,
    issued_by: Type.String({ description: 'Id of the person.' }),
    superseded_at: orNull(Timestamp),
    kept_until: orNull(Timestamp),
  },
  { $id: 'TracePlan', additionalProperties: false },
)
export type TracePlan = Static<typeof TracePlan>
