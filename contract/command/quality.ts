import Type from 'typebox'
import { Alarm } from '../alarm.ts'
import { QcDecision, QcDecisionRequest } from '../qc-decision.ts'
import { Review, ReviewVerdict } from '../review.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, Signed } from './command.ts'

/** Deciding gates, reviewing records, taking note of alarms. */
export const QUALITY_COMMANDS = {
  'decide-gate': command({
    route: 'POST /api/v1/qc-decisions',
    tag: 'quality',
    summary: 'Decides a gate of the QC plan on a lot or a run: PASS, HOLD or FAIL.',
    params: NoParams,
    body: QcDecisionRequest,
    status: 201,
    gives: QcDecision,
  }),
  'review-records': command({
    route: 'POST /api/v1/reviews',
    tag: 'quality',
    summary: 'Signs that records were reviewed by somebody who did not make them.',
    params: NoParams,
    body: Type.Object(
      {
        seqs: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 500, uniqueItems: true }),
        verdict: ReviewVerdict,
        notes: Type.Optional(Type.String({ maxLength: 500 })),
        ...Signed,
      },
      { $id: 'ReviewRequest', additionalProperties: false },
    ),
    status: 201,
    gives: Review,
  }),
  'acknowledge-alarm': command({
    route: 'POST /api/v1/alarms/:alarm_id/acknowledgement',
    tag: 'quality',
    summary: 'Says that somebody has taken note of an alarm.',
    params: fields({ alarm_id: Uuid }),
    body: fields({ notes: Type.Optional(Type.String({ maxLength: 500 })) }),
    status: 200,
    gives: Alarm,
  }),
} as const
