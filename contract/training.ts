import Type, { type Static } from 'typebox'
import { Day } from './event/shape.ts'
import { Uuid } from './uuid.ts'

/** What a person takes note of before the first signature in strict mode (21 CFR 11.10(j)). */
export const SIGNATURE_POLICY = 'electronic-signature-1'
/** The procedure in which everybody who signs is trained in strict mode (21 CFR 11.10(i)). */
export const SIGNATURE_PROCEDURE = 'electronic-signature'

/** A person was trained in a version of a procedure. */
export const Training = Type.Object(
  {
    training_id: Uuid,
    person_id: Uuid,
    procedure: Type.String({ maxLength: 80 }),
    procedure_version: Type.String({ maxLength: 20 }),
    trained_on: Day,
    /** The last day on which it counts; null: it does not expire. */
    expires_on: Type.Union([Day, Type.Null()]),
    trainer: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Training', additionalProperties: false },
)
export type Training = Static<typeof Training>

/** True on a day (`YYYY-MM-DD`) on which a training counts. */
export function isCurrent(
  { trained_on, expires_on }: Pick<Training, 'trained_on' | 'expires_on'>,
  day: string,
): boolean {
  return trained_on <= day && (expires_on === null || day <= expires_on)
}

/** True when one of the trainings in a procedure counts on that day. */
export function isTrained(trainings: readonly Training[], procedure: string, day: string): boolean {
  return trainings.some(training => training.procedure === procedure && isCurrent(training, day))
}
