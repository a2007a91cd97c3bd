import type { EventData } from '../../event.ts'
import type { Quantity } from '../../quantity.ts'
import type { Said, Told } from '../event.ts'
import { type Known, kilograms, recordTransaction, transformationUri } from '../known.ts'
import { at, birth, entered, from, left } from './lot.ts'

const one = (lot_id: string, { weight_mg }: Quantity, known: Known) => kilograms([{ lot_id, weight_mg }], known)

/** All that a run takes in and gives carries its transformation id, one event for each. */
const transformed = (runId: string, known: Known): Pick<Said, 'type' | 'transformationID' | 'bizTransactionList'> => ({
  type: 'TransformationEvent',
  transformationID: transformationUri(runId, known),
  bizTransactionList: [recordTransaction('prodorder', runId, known)],
})

/** What the events of runs mean. */
export const RUN_RULES = {
  'run.consumed': ({ data }: Told<EventData<'run.consumed'>>, known: Known): Said[] => [
    {
      ...transformed(data.run_id, known),
      bizStep: 'creating_class_instance',
      disposition: 'in_progress',
      inputQuantityList: one(data.lot_id, data.quantity, known),
      ...from(left(data.postings), known),
      'fv:stage': data.stage,
    },
  ],
  'run.produced': ({ data }: Told<EventData<'run.produced'>>, known: Known): Said[] => [
    {
      ...transformed(data.run_id, known),
      bizStep: 'creating_class_instance',
      disposition: 'active',
      outputQuantityList: one(data.lot_id, data.quantity, known),
      ...birth(data.lot_id, known),
      'fv:stage': data.stage,
      'fv:kind': data.kind,
    },
  ],
  /** Unused material leaves the run as what it was. */
  'run.returned': ({ data }: Told<EventData<'run.returned'>>, known: Known): Said[] => [
    {
      ...transformed(data.run_id, known),
      bizStep: 'other',
      disposition: 'in_progress',
      outputQuantityList: one(data.lot_id, data.quantity, known),
      ...at(entered(data.postings), known),
      'fv:kind': 'returned',
    },
  ],
}
