import Type from 'typebox'
import { Action, Deviation } from '../deviation.ts'
import { QUALITY_EVENTS } from '../event/quality.ts'
import { Day } from '../event/shape.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt, Signed } from './command.ts'
import { LotRef } from './lot.ts'

const Sentence = Type.String({ minLength: 3, maxLength: 500 })
const DeviationParams = fields({ deviation_id: Uuid })
const ActionParams = fields({ action_id: Uuid })
const { result } = QUALITY_EVENTS['deviation.evaluated'].properties
const { kind } = QUALITY_EVENTS['action.assigned'].properties

/** Working off what went wrong: evaluation, actions, verification (21 CFR 117.150). */
export const DEVIATION_COMMANDS = {
  'open-deviation': command({
    route: 'POST /api/v1/deviations',
    tag: 'quality',
    summary: 'Opens a deviation that a person found, and holds the lots that it touches.',
    params: NoParams,
    body: Type.Object(
      {
        text: Sentence,
        lot_ids: Type.Optional(Type.Array(LotRef, { maxItems: 1_000, uniqueItems: true })),
        run_id: Type.Optional(Uuid),
        line: Type.Optional(Type.String({ minLength: 1, maxLength: 4 })),
        ...OccurredAt,
      },
      { $id: 'DeviationRequest', additionalProperties: false },
    ),
    status: 201,
    gives: Deviation,
  }),
  'evaluate-deviation': command({
    route: 'POST /api/v1/deviations/:deviation_id/evaluation',
    tag: 'quality',
    summary: 'Says whether the affected food is safe, how that was found, and why it happened.',
    params: DeviationParams,
    body: Type.Object(
      {
        method: Sentence,
        result,
        root_cause: Type.Optional(Type.String({ maxLength: 500 })),
        reanalysis_needed: Type.Optional(Type.Boolean()),
        ...Signed,
      },
      { $id: 'EvaluationRequest', additionalProperties: false },
    ),
    status: 200,
    gives: Deviation,
  }),
  'assign-action': command({
    route: 'POST /api/v1/deviations/:deviation_id/actions',
    tag: 'quality',
    summary: 'Asks for a correction, a corrective or a preventive action.',
    params: DeviationParams,
    body: Type.Object(
      { kind, text: Sentence, owner_id: Type.Optional(Uuid), due_on: Day },
      { $id: 'ActionRequest', additionalProperties: false },
    ),
    status: 201,
    gives: Action,
  }),
  'complete-action': command({
    route: 'POST /api/v1/actions/:action_id/completion',
    tag: 'quality',
    summary: 'Says what was done.',
    params: ActionParams,
    body: Type.Object({ text: Sentence, ...Signed }, { $id: 'CompletionRequest', additionalProperties: false }),
    status: 200,
    gives: Action,
  }),
  'verify-action': command({
    route: 'POST /api/v1/actions/:action_id/verification',
    tag: 'quality',
    summary: 'Says whether an action had its effect; by somebody else than who did it.',
    params: ActionParams,
    body: Type.Object(
      { effective: Type.Boolean(), text: Sentence, ...Signed },
      { $id: 'ActionVerification', additionalProperties: false },
    ),
    status: 200,
    gives: Action,
  }),
  'verify-deviation': command({
    route: 'POST /api/v1/deviations/:deviation_id/verification',
    tag: 'quality',
    summary: 'Says that all that was to be done about a deviation was done.',
    params: DeviationParams,
    body: Type.Object({ text: Sentence, ...Signed }, { $id: 'DeviationVerification', additionalProperties: false }),
    status: 200,
    gives: Deviation,
  }),
  'close-deviation': command({
    route: 'POST /api/v1/deviations/:deviation_id/closure',
    tag: 'quality',
    summary: 'Closes a deviation all of whose actions are verified. Signed.',
    params: DeviationParams,
    body: fields(Signed),
    status: 200,
    gives: Deviation,
  }),
} as const
