import { FlowError } from '@flowviz/contract/error'
import { HandlingUnit } from '@flowviz/contract/logistics-view'
import { LocationStock, LotLinks, LotPostings } from '@flowviz/contract/stock-view'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'

const LotParams = Type.Object({ lot_id: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code.' }) })
const PlaceParams = Type.Object({ location_id: Type.String({ minLength: 1, maxLength: 40 }) })
const HuParams = Type.Object({ hu_id: Type.String({ minLength: 1, maxLength: 40, description: 'Id or SSCC.' }) })
const Page = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 100.' })),
    cursor: Type.Optional(
      Type.String({ pattern: '^\\d{1,15}\\.\\d{1,6}$', description: '`next` of the page before.' }),
    ),
  },
  { additionalProperties: false },
)

/** Where stock is, where it went, and what was made of it; changing any of it is a command. */
export function stock(app: Doors, parts: Pick<AppParts, 'reader' | 'now'>): void {
  const { reader, now } = parts
  const tags = ['stock']
  const noLot = (ref: string) => new FlowError('lot_not_found', `There is no lot ${ref} at this site.`)
  app.get(
    '/api/v1/locations/:location_id/stock',
    {
      schema: {
        operationId: 'getLocationStock',
        tags,
        params: PlaceParams,
        response: { 200: LocationStock, ...REFUSAL },
      },
    },
    async ({ params: { location_id } }) => {
      const found = reader.stock.location(location_id, now())
      if (found === null) throw new FlowError('record_not_found', `There is no location ${location_id} at this site.`)
      return found
    },
  )
  app.get(
    '/api/v1/lots/:lot_id/links',
    { schema: { operationId: 'getLotLinks', tags, params: LotParams, response: { 200: LotLinks, ...REFUSAL } } },
    async ({ params: { lot_id } }) => {
      const found = reader.stock.links(lot_id)
      if (found === null) throw noLot(lot_id)
      return found
    },
  )
  app.get(
    '/api/v1/lots/:lot_id/postings',
    {
      schema: {
        operationId: 'getLotPostings',
        tags,
        params: LotParams,
        querystring: Page,
        response: { 200: LotPostings, ...REFUSAL },
      },
    },
    async ({ params: { lot_id }, query: { cursor = '0.0', limit = 100 } }) => {
      const [seq, n] = cursor.split('.').map(Number) as [number, number]
      const found = reader.stock.postings(lot_id, { after: { seq, n }, limit })
      if (found === null) throw noLot(lot_id)
      return found
    },
  )
  recordListDoor(app, parts, {
    path: '/api/v1/handling-units',
    kind: 'hu',
    tag: 'stock',
    operations: { list: 'listHandlingUnits', get: 'getHandlingUnit' },
    view: HandlingUnit,
    viewOf: record => reader.stock.hu(record),
    parent: 'location_id',
  })
  app.get(
    '/api/v1/handling-units/:hu_id',
    { schema: { operationId: 'getHandlingUnit', tags, params: HuParams, response: { 200: HandlingUnit, ...REFUSAL } } },
    async ({ params: { hu_id } }) => {
      const found = reader.stock.findHu(hu_id)
      if (found === null) throw new FlowError('record_not_found', `There is no handling unit ${hu_id} at this site.`)
      return found
    },
  )
}
