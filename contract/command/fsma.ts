import Type from 'typebox'
import { CorrectableKde, TracePlanText } from '../event/fsma.ts'
import { Day, oneOf } from '../event/shape.ts'
import { KdeCorrection, TracePlan, TraceRequest } from '../fsma.ts'
import { Name } from '../name.ts'
import { Timestamp } from '../time.ts'
import { command, fields, NoParams, Reason, Signed } from './command.ts'

const Caller = Type.Object(
  {
    caller: Type.String({ minLength: 2, maxLength: 120 }),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
    reason: Reason,
    /** When it was asked, if that was before it was typed in; the 24 hours run from here. */
    asked_at: Type.Optional(Timestamp),
  },
  { $id: 'TraceCaller', additionalProperties: false },
)
const Filter = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    item_ids: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 200 })),
    /** Traceability lot codes, or our own lot codes. */
    lots: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 1, maxItems: 500 })),
  },
  { $id: 'TraceRequestFilter', additionalProperties: false },
)

/** What a plant does for 21 CFR 1 subpart S beside its daily records. */
export const FSMA_COMMANDS = {
  'request-trace-export': command({
    route: 'POST /api/v1/fsma/exports',
    tag: 'fsma',
    summary:
      'Logs a request for traceability records and queues the electronic sortable spreadsheet (21 CFR 1.1455(c)).',
    params: NoParams,
    body: Type.Object(
      { request: Caller, filter: Filter, format: oneOf('xlsx', 'csv') },
      { $id: 'TraceExportRequest', additionalProperties: false },
    ),
    status: 201,
    gives: TraceRequest,
  }),
  'correct-kde': command({
    route: 'POST /api/v1/fsma/corrections',
    tag: 'fsma',
    summary: 'Puts a key data element right; what was recorded stays visible.',
    params: NoParams,
    body: Type.Object(
      {
        of: Type.String({ pattern: '^(receipt|shipment|lot):[0-9a-f-]{36}$' }),
        kde: CorrectableKde,
        now: Type.String({ minLength: 1, maxLength: 200 }),
        reason: Reason,
      },
      { $id: 'KdeCorrecting', additionalProperties: false },
    ),
    status: 201,
    gives: KdeCorrection,
  }),
  'issue-trace-plan': command({
    route: 'POST /api/v1/fsma/plans',
    tag: 'fsma',
    summary: 'Issues the next version of the traceability plan, signed (21 CFR 1.1315).',
    params: NoParams,
    body: Type.Object(
      { plan: TracePlanText, ...fields(Signed).properties },
      { $id: 'TracePlanIssue', additionalProperties: false },
    ),
    status: 201,
    gives: TracePlan,
  }),
} as const
