import Type from 'typebox'
import { Name } from '../name.ts'
import { WeightKg } from '../quantity.ts'
import { Run, RunCode } from '../run.ts'
import { Timestamp } from '../time.ts'
import { command, fields, NoParams, OccurredAt, Reason, Signed } from './command.ts'

/** A run by its id or its code. */
export const RunRef = Type.String({ minLength: 1, maxLength: 60 })
export const RunParams = fields({ run_id: RunRef })

const Moment = fields(OccurredAt)
const Sentence = Type.String({ minLength: 3, maxLength: 500 })

const step = <N extends string, B extends ReturnType<typeof fields>>(name: N, summary: string, body: B) =>
  command({
    route: `POST /api/v1/production-runs/:run_id/${name}`,
    tag: 'run',
    summary,
    params: RunParams,
    body,
    status: 200,
    gives: Run,
  })

/** The steps of production runs, from plan to close (food-domain F3). */
export const RUN_COMMANDS = {
  'plan-run': command({
    route: 'POST /api/v1/production-runs',
    tag: 'run',
    summary: 'Plans a run, by the approved version of a recipe or without one.',
    params: NoParams,
    body: Type.Object(
      {
        run_code: Type.Optional(RunCode),
        recipe_id: Type.Optional(Name),
        item_id: Type.Optional(Name),
        product: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
        line: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,4}$' })),
        shift: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
        planned_start: Type.Optional(Timestamp),
        planned_kg: Type.Optional(WeightKg),
        notes: Type.Optional(Type.String({ maxLength: 500 })),
        ...OccurredAt,
      },
      { $id: 'RunPlan', additionalProperties: false },
    ),
    status: 201,
    gives: Run,
  }),
  'release-run': step('release', 'Releases a planned run to the floor.', Moment),
  'prepare-run': step('prepare', 'Begins the pre-operational check of the line, which gate 2 decides.', Moment),
  'start-run': step('start', 'Starts a run whose line is clean and cleared.', Moment),
  'pause-run': step('pause', 'Stops a run for a while, with a reason.', fields({ reason: Reason, ...OccurredAt })),
  'resume-run': step('resume', 'Goes on with a run.', Moment),
  'complete-run': step('complete', 'Says that nothing more is made in a run.', Moment),
  'reconcile-run': step(
    'reconcile',
    'Closes the mass balance of a run; what is beyond the tolerance takes a signed explanation.',
    fields({ explanation: Type.Optional(Sentence), ...OccurredAt, ...Signed }),
  ),
  'review-run': step(
    'review',
    'Signs that the records of a run were reviewed by somebody who made none of them.',
    fields({ notes: Type.Optional(Sentence), ...Signed }),
  ),
  'close-run': step('close', 'Closes a reviewed run.', fields({})),
  'abort-run': step(
    'abort',
    'Gives a run up; its material goes back to where it came from, or is scrapped.',
    fields({ reason: Reason, scrap: Type.Optional(Type.Boolean()), ...OccurredAt }),
  ),
  'void-run': command({
    route: 'DELETE /api/v1/production-runs/:run_id',
    tag: 'run',
    summary: 'Voids a run that was recorded by mistake, with its unused outputs; its record stays.',
    params: RunParams,
    body: fields({ reason: Type.Optional(Reason) }),
    status: 200,
    gives: Run,
  }),
} as const
