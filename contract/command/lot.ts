import Type from 'typebox'
import { Lot, LotRegistration } from '../lot.ts'
import { LinkKind } from '../lot-word.ts'
import { QuantityInput } from '../quantity.ts'
import { command, fields, NoParams, OccurredAt, Reason } from './command.ts'

/** A lot by its id or its code. */
export const LotRef = Type.String({ minLength: 1, maxLength: 60 })
export const LotParams = fields({ lot_id: LotRef })

/** What can be done with lots. */
export const LOT_COMMANDS = {
  'register-lot': command({
    route: 'POST /api/v1/lots',
    tag: 'lot',
    summary: 'Registers a lot with a weight from a scale or by hand.',
    params: NoParams,
    body: LotRegistration,
    status: 201,
    gives: Lot,
  }),
  'link-lot': command({
    route: 'POST /api/v1/lots/:lot_id/links',
    tag: 'lot',
    summary: 'Says that a lot was made of another one outside of a run, and takes the quantity from that one.',
    params: LotParams,
    body: Type.Object(
      {
        source_lot_id: LotRef,
        kind: Type.Optional(LinkKind),
        ...QuantityInput,
        ...OccurredAt,
        reason: Type.Optional(Reason),
      },
      { $id: 'LotLink', additionalProperties: false },
    ),
    status: 201,
    gives: Lot,
  }),
  'void-lot': command({
    route: 'DELETE /api/v1/lots/:lot_id',
    tag: 'lot',
    summary: 'Voids a lot that was registered by mistake; its record stays.',
    params: LotParams,
    body: fields({ reason: Type.Optional(Reason) }),
    status: 200,
    gives: Lot,
  }),
  'undo-lot': command({
    route: 'POST /api/v1/lots/:lot_id/undo',
    tag: 'lot',
    summary: 'Takes back a registration by mistake, within fifteen minutes and before anything else was done.',
    params: LotParams,
    body: NoParams,
    status: 200,
    gives: Lot,
  }),
} as const
