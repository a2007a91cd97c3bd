import { FlowError } from '@flowviz/contract/error'
import { Lot, LotPage, LotType } from '@flowviz/contract/lot'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

const Query = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 50.' })),
    cursor: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,15}$', description: '`next` of the page before.' })),
    day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'UTC day of registration.' })),
    lot_type: Type.Optional(LotType),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'The whole code, alone.' })),
    in_house: Type.Optional(
      Type.Enum(['true', 'false'] as ('true' | 'false')[], {
        description: '`true`: only lots of which something is left; by lot_type and item_id, not by day.',
      }),
    ),
    item_id: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Lots of it in the house.' })),
  },
  { additionalProperties: false },
)
const Params = Type.Object({ lot_id: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code.' }) })
/** Finding lots; registering them and all else is a command. */
export function lots(app: Doors, { reader }: Pick<AppParts, 'reader'>): void {
  app.get(
    '/api/v1/lots',
    { schema: { operationId: 'listLots', tags: ['lot'], querystring: Query, response: { 200: LotPage, ...REFUSAL } } },
    async ({ query: { in_house, limit = 50, cursor = null, ...query } }) =>
      reader.lots({ ...query, in_house: in_house === 'true', limit, cursor }),
  )

  app.get(
    '/api/v1/lots/:lot_id',
    { schema: { operationId: 'getLot', tags: ['lot'], params: Params, response: { 200: Lot, ...REFUSAL } } },
    async ({ params }) => {
      const lot = reader.lot(params.lot_id)
      if (lot === null) throw new FlowError('lot_not_found', `There is no lot ${params.lot_id} at this site.`)
      return lot
    },
  )
}
