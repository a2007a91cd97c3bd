import { hash } from 'node:crypto'
import { codeOf, FlowError } from '@flowviz/contract/error'
import {
  Lot,
  LotPage,
  type LotRegistration,
  LotType,
  LotRegistration as RegistrationShape,
} from '@flowviz/contract/lot'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { IdempotencyKey } from '../writer/command.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { actorOf } from './token.ts'

const Query = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
    cursor: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,15}$', description: '`next` of the page before.' })),
    day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'UTC day of registration.' })),
    lot_type: Type.Optional(LotType),
  },
  { additionalProperties: false },
)
const Params = Type.Object({ lot_id: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code.' }) })
const Headers = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{8,64}$',
      description: 'A retry by the same person with the same key and body is the same lot.',
    }),
  ),
})

/** Registering lots and finding them. */
export function lots(app: Doors, parts: AppParts): void {
  const { reader, plant, hub, sync } = parts

  app.get(
    '/api/v1/lots',
    { schema: { operationId: 'listLots', tags: ['lot'], querystring: Query, response: { 200: LotPage, ...REFUSAL } } },
    async ({ query }) => reader.lots({ ...query, limit: query.limit ?? 50, cursor: query.cursor ?? null }),
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

  app.post(
    '/api/v1/lots',
    {
      schema: {
        operationId: 'registerLot',
        tags: ['lot'],
        headers: Headers,
        body: RegistrationShape,
        response: { 201: Lot, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const weighed = weigh(parts, request.body)
      const idempotency = idempotencyOf(request, request.headers['idempotency-key'])
      const takes = {
        actor: actorOf(signedInOf(request)),
        registration: request.body,
        captured: weighed.captured,
        idempotency,
      }
      const lot = await plant.submit('register-lot', takes).catch(error => {
        // That no weight came with it is our doing: the scale's own words say why.
        throw weighed.refusal !== null && codeOf(error) === 'weight_missing' ? weighed.refusal : error
      })
      hub.publish({ type: 'lot', lot })
      sync.nudge()
      return reply.code(201).header('location', `/api/v1/lots/${lot.lot_id}`).send(lot)
    },
  )
}

/**
 * The scale's own weight, or why there is none. A refusal is not thrown yet: a retry of a lot that is registered gets
 * its answer from the writer, whatever stands on the scale now.
 */
function weigh({ board }: Pick<AppParts, 'board'>, { scale_id, weight_kg }: LotRegistration) {
  if (scale_id === undefined || weight_kg !== undefined) return { captured: null, refusal: null }
  try {
    return { captured: board.capture(scale_id), refusal: null }
  } catch (refusal) {
    return { captured: null, refusal }
  }
}

function idempotencyOf(request: FastifyRequest, key: string | undefined): IdempotencyKey | null {
  if (key === undefined) return null
  // Two people whose clients made the same key are told so: the second lot must not pass for the first one.
  const { person_id } = signedInOf(request)
  const text = `${person_id} ${request.method} ${request.routeOptions.url}\n${JSON.stringify(request.body)}`
  const digest = hash('sha256', text, 'hex')
  return { key, digest }
}
