import Type from 'typebox'
import { Hold } from '../hold.ts'
import { Disposition } from '../quality-word.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt, Reason, Signed, Witnessed } from './command.ts'
import { LotRef } from './lot.ts'

const HoldParams = fields({ hold_id: Uuid })
const LotRefs = Type.Array(LotRef, { minItems: 1, maxItems: 1_000, uniqueItems: true })

/** Holding lots, and deciding what is to become of them. */
export const HOLD_COMMANDS = {
  'place-hold': command({
    route: 'POST /api/v1/holds',
    tag: 'quality',
    summary: 'Holds lots at once; whoever suspects something may do so.',
    params: NoParams,
    body: Type.Object(
      { lot_ids: LotRefs, reason: Reason, cause: Type.Optional(Type.Literal('manual')), ...OccurredAt },
      { $id: 'HoldRequest', additionalProperties: false },
    ),
    status: 201,
    gives: Hold,
  }),
  'review-hold': command({
    route: 'POST /api/v1/holds/:hold_id/review',
    tag: 'quality',
    summary: 'Says that somebody looks into a hold.',
    params: HoldParams,
    body: fields({ reason: Type.Optional(Reason) }),
    status: 200,
    gives: Hold,
  }),
  'disposition-hold': command({
    route: 'POST /api/v1/holds/:hold_id/disposition',
    tag: 'quality',
    summary: 'Decides on lots of a hold: release, rework or divert them, or have them destroyed or sent back. Signed.',
    params: HoldParams,
    body: Type.Object(
      {
        disposition: Disposition,
        lot_ids: Type.Optional(LotRefs),
        reason: Reason,
        evidence: Type.Optional(Type.String({ minLength: 1, maxLength: 150 })),
        ...Signed,
      },
      { $id: 'DispositionRequest', additionalProperties: false },
    ),
    status: 200,
    gives: Hold,
  }),
  'execute-hold': command({
    route: 'POST /api/v1/holds/:hold_id/execution',
    tag: 'quality',
    summary: 'Says that the lots were destroyed, as a witness saw, or sent back; takes them out of stock.',
    params: HoldParams,
    body: Type.Object(
      { reason: Type.Optional(Reason), ...Witnessed },
      { $id: 'ExecutionRequest', additionalProperties: false },
    ),
    status: 200,
    gives: Hold,
  }),
} as const
