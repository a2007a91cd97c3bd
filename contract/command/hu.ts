import Type from 'typebox'
import { HandlingUnit, HuKind } from '../logistics-view.ts'
import { Name } from '../name.ts'
import { Count, QuantityInput, WeightKg } from '../quantity.ts'
import { command, fields, NoParams, OccurredAt, Reason } from './command.ts'
import { LotRef } from './lot.ts'

/** A handling unit by its id or its SSCC, as a scanner reads it. */
export const HuRef = Type.String({ minLength: 1, maxLength: 40 })
const HuParams = fields({ hu_id: HuRef })

/** What can be done with handling units. */
export const HU_COMMANDS = {
  'create-hu': command({
    route: 'POST /api/v1/handling-units',
    tag: 'stock',
    summary: 'Sets up an empty pallet, crate, trolley or case.',
    params: NoParams,
    body: Type.Object(
      {
        kind: HuKind,
        location_id: Name,
        sscc: Type.Optional(
          Type.String({ minLength: 1, maxLength: 40, description: "`next` gives the next one of the site's block." }),
        ),
      },
      { $id: 'HuCreation', additionalProperties: false },
    ),
    status: 201,
    gives: HandlingUnit,
  }),
  'pack-hu': command({
    route: 'POST /api/v1/handling-units/:hu_id/contents',
    tag: 'stock',
    summary: 'Packs loose stock of the same place into a handling unit.',
    params: HuParams,
    body: Type.Object(
      {
        lines: Type.Array(fields({ lot_id: LotRef, ...QuantityInput }), { minItems: 1, maxItems: 50 }),
        ...OccurredAt,
      },
      { $id: 'HuPacking', additionalProperties: false },
    ),
    status: 201,
    gives: HandlingUnit,
  }),
  'unpack-hu': command({
    route: 'POST /api/v1/handling-units/:hu_id/unpack',
    tag: 'stock',
    summary: 'Takes stock out of a handling unit; all of it unless lines are said.',
    params: HuParams,
    body: Type.Object(
      {
        lines: Type.Optional(
          Type.Array(fields({ lot_id: LotRef, weight_kg: Type.Optional(WeightKg), count: Type.Optional(Count) }), {
            minItems: 1,
            maxItems: 50,
          }),
        ),
        ...OccurredAt,
      },
      { $id: 'HuUnpacking', additionalProperties: false },
    ),
    status: 201,
    gives: HandlingUnit,
  }),
  'move-hu': command({
    route: 'POST /api/v1/handling-units/:hu_id/moves',
    tag: 'stock',
    summary: 'Moves a handling unit with everything in it.',
    params: HuParams,
    body: Type.Object(
      { to_location_id: Name, reason: Type.Optional(Reason), ...OccurredAt },
      { $id: 'HuMove', additionalProperties: false },
    ),
    status: 201,
    gives: HandlingUnit,
  }),
} as const
