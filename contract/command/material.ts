import Type from 'typebox'
import { oneOf } from '../event/shape.ts'
import { LotCode } from '../lot.ts'
import { LotType } from '../lot-word.ts'
import { Name } from '../name.ts'
import { Count, WeightKg } from '../quantity.ts'
import { Run, RunWithLot } from '../run.ts'
import { command, OccurredAt, Reason, Weighed } from './command.ts'
import { LotRef } from './lot.ts'
import { RunParams } from './run.ts'

const Amount = { ...Weighed, weight_kg: Type.Optional(WeightKg), count: Type.Optional(Count) }

/** What goes into a run and what comes out of it. */
export const MATERIAL_COMMANDS = {
  'consume-lot': command({
    route: 'POST /api/v1/production-runs/:run_id/consumptions',
    tag: 'run',
    summary: 'Takes a quantity of a lot into a run.',
    params: RunParams,
    body: Type.Object(
      {
        lot_id: LotRef,
        ...Amount,
        location_id: Type.Optional(Name),
        /** Why a lot is taken that a FIFO or FEFO lane would not give yet. */
        reason: Type.Optional(Reason),
        ...OccurredAt,
      },
      { $id: 'Consumption', additionalProperties: false },
    ),
    status: 201,
    gives: RunWithLot,
  }),
  'produce-lot': command({
    route: 'POST /api/v1/production-runs/:run_id/outputs',
    tag: 'run',
    summary: 'Registers a lot that came of a run: good, by-product or rework.',
    params: RunParams,
    body: Type.Object(
      {
        kind: oneOf('good', 'by_product', 'rework'),
        ...Amount,
        lot_code: Type.Optional(LotCode),
        lot_type: Type.Optional(LotType),
        item_id: Type.Optional(Name),
        location_id: Type.Optional(Name),
        ...OccurredAt,
      },
      { $id: 'Output', additionalProperties: false },
    ),
    status: 201,
    gives: RunWithLot,
  }),
  'lose-material': command({
    route: 'POST /api/v1/production-runs/:run_id/losses',
    tag: 'run',
    summary: 'Says what left a run without becoming a lot.',
    params: RunParams,
    body: Type.Object(
      { cause: oneOf('waste', 'sample', 'process_loss'), ...Amount, ...OccurredAt },
      { $id: 'Loss', additionalProperties: false },
    ),
    status: 201,
    gives: Run,
  }),
  'return-material': command({
    route: 'POST /api/v1/production-runs/:run_id/returns',
    tag: 'run',
    summary: 'Puts unused material back to its lot, where it came from or elsewhere.',
    params: RunParams,
    body: Type.Object(
      { lot_id: LotRef, ...Amount, location_id: Type.Optional(Name), ...OccurredAt },
      { $id: 'Return', additionalProperties: false },
    ),
    status: 201,
    gives: RunWithLot,
  }),
} as const
