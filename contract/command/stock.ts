import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { oneOf } from '../event/shape.ts'
import { Lot, LotCode } from '../lot.ts'
import { Name } from '../name.ts'
import { Count, QuantityInput, WeightKg } from '../quantity.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt, Reason } from './command.ts'
import { LotParams, LotRef } from './lot.ts'

/** A true amount, which may be nothing at all. */
const CountedKg = Type.Union([Decimal, Type.Number({ minimum: 0, maximum: 1_000_000 })])
const Why = { reason: Type.Optional(Reason) }
const From = { location_id: Type.Optional(Name) }

/** What can be done with the stock of lots. */
export const STOCK_COMMANDS = {
  'split-lot': command({
    route: 'POST /api/v1/lots/:lot_id/split',
    tag: 'lot',
    summary: 'Makes parts of a lot lots of their own; each keeps what is known of it, and every hold on it.',
    params: LotParams,
    body: Type.Object(
      {
        parts: Type.Array(fields({ ...QuantityInput, lot_code: Type.Optional(LotCode) }), {
          minItems: 1,
          maxItems: 50,
        }),
        ...From,
        ...Why,
        ...OccurredAt,
      },
      { $id: 'LotSplit', additionalProperties: false },
    ),
    status: 201,
    gives: Type.Object({ source: Lot, lots: Type.Array(Lot) }, { $id: 'SplitLots', additionalProperties: false }),
  }),
  'merge-lots': command({
    route: 'POST /api/v1/lots/merge',
    tag: 'lot',
    summary: 'Makes one new lot of lots of the same item, or of parts of them.',
    params: NoParams,
    body: Type.Object(
      {
        sources: Type.Array(
          fields({
            lot_id: LotRef,
            /** Left out: all of it. */
            weight_kg: Type.Optional(WeightKg),
            count: Type.Optional(Count),
          }),
          { minItems: 2, maxItems: 50 },
        ),
        lot_code: Type.Optional(LotCode),
        ...From,
        reason: Reason,
        ...OccurredAt,
      },
      { $id: 'LotMerge', additionalProperties: false },
    ),
    status: 201,
    gives: Lot,
  }),
  'rework-lot': command({
    route: 'POST /api/v1/lots/:lot_id/rework',
    tag: 'lot',
    summary: 'Takes material of a lot to be worked again, as a new rework lot.',
    params: LotParams,
    body: Type.Object(
      {
        ...QuantityInput,
        ...From,
        /** Where the rework lot stands; left out: where it was. */
        to_location_id: Type.Optional(Name),
        item_id: Type.Optional(Name),
        lot_code: Type.Optional(LotCode),
        ...Why,
        ...OccurredAt,
      },
      { $id: 'LotRework', additionalProperties: false },
    ),
    status: 201,
    gives: Lot,
  }),
  'move-stock': command({
    route: 'POST /api/v1/lots/:lot_id/moves',
    tag: 'stock',
    summary: 'Moves loose stock of a lot to another place; all of it unless a weight is said.',
    params: LotParams,
    body: Type.Object(
      {
        to_location_id: Name,
        from_location_id: Type.Optional(Name),
        weight_kg: Type.Optional(WeightKg),
        count: Type.Optional(Count),
        ...Why,
        ...OccurredAt,
      },
      { $id: 'StockMove', additionalProperties: false },
    ),
    status: 201,
    gives: Lot,
  }),
  'adjust-stock': command({
    route: 'POST /api/v1/lots/:lot_id/adjustments',
    tag: 'stock',
    summary: 'Puts the books right after a count, or takes out waste, a sample or a loss.',
    params: LotParams,
    body: Type.Object(
      {
        cause: oneOf('count', 'waste', 'sample', 'loss'),
        location_id: Name,
        hu_id: Type.Optional(Uuid),
        /** `count`: what is truly there, pieces too where they are counted. */
        counted_kg: Type.Optional(CountedKg),
        counted: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
        /** The others: what is taken. */
        weight_kg: Type.Optional(WeightKg),
        count: Type.Optional(Count),
        reason: Reason,
        ...OccurredAt,
      },
      { $id: 'StockAdjustment', additionalProperties: false },
    ),
    status: 201,
    gives: Lot,
  }),
} as const
