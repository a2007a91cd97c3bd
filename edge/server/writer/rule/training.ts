import { FlowError } from '@flowviz/contract/error'
import { isTrained, type Training } from '@flowviz/contract/training'
import type { Context } from '../command-context.ts'
import { today } from './find.ts'

const TRAININGS_MAX = 1_000

/** @throws FlowError training_missing (with `procedure`) when none of a person's trainings in a procedure counts today. */
export function requireTraining(person_id: string, procedure: string, context: Context): void {
  const found = context.store.records.page({ kind: 'training', parent: person_id, limit: TRAININGS_MAX })
  const trainings = found.map(({ body }) => body as unknown as Training)
  if (isTrained(trainings, procedure, today(context))) return
  throw new FlowError('training_missing', `No training in ${procedure} counts today.`, { extra: { procedure } })
}
