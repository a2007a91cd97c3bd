import { Readable } from 'node:stream'
import { SameRoom, Trace, TraceGraph, TraceOptions } from '@flowviz/contract/trace'
import Type, { type Static } from 'typebox'
import type { TraceStart } from '../store/trace-start.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { LotParams, startOf, TraceSearch } from './traceability-start.ts'

const Query = Type.Object({ ...TraceOptions, same_room: SameRoom }, { additionalProperties: false })
const GraphQuery = Type.Object(
  {
    ...TraceOptions,
    column_max: Type.Optional(
      Type.Integer({
        minimum: 4,
        maximum: 500,
        description: 'So many things a column shows; of more, some become one. Default 24.',
      }),
    ),
  },
  { additionalProperties: false },
)
const COLUMN_MAX = 24
const Search = Type.Object({ ...TraceSearch, ...Query.properties }, { additionalProperties: false })

/** Where a lot came from, what was made of it, where that is now, and who has it: streamed, and whole or an error. */
export function traceability(app: Doors, { read, now }: Pick<AppParts, 'read' | 'now'>): void {
  const response = { 200: Trace, ...REFUSAL }
  const tags = ['traceability']

  /** `gone` is the request's: who hangs up while the question waits gives up its place. */
  async function answer(asked: { start: TraceStart; query: Static<typeof Query>; gone: AbortSignal }) {
    const { start, query, gone } = asked
    const question = { start, ...optionsOf(query), same_room: query.same_room === 'true', now: now() }
    return Readable.from(await read.ask('trace', question, gone), { objectMode: false }) as never
  }

  app.get(
    '/api/v1/traceability/:lot',
    { schema: { operationId: 'traceLot', tags, params: LotParams, querystring: Query, response } },
    async ({ params: { lot: ref }, query, signal: gone }, reply) =>
      reply.type(JSON_TYPE).send(await answer({ start: { by: 'lot', ref }, query, gone })),
  )

  app.get(
    '/api/v1/traceability/:lot/graph',
    {
      schema: {
        operationId: 'drawTrace',
        tags,
        description: 'The trace to be drawn: columns of stages along the longest way, and counts that are always true.',
        params: LotParams,
        querystring: GraphQuery,
        response: { 200: TraceGraph, ...REFUSAL },
      },
    },
    async ({ params: { lot }, query, signal }, reply) => {
      const start = { by: 'lot', ref: lot } as const
      const question = { start, ...optionsOf(query), column_max: query.column_max ?? COLUMN_MAX }
      const graph = await read.ask('trace_graph', question, signal)
      return reply.type(JSON_TYPE).send(Readable.from(graph, { objectMode: false }) as never)
    },
  )

  app.get(
    '/api/v1/traceability',
    {
      schema: {
        operationId: 'traceByKey',
        tags,
        description:
          'The same by what a label or a document says. Where several lots of one source bear it, all of them are traced; ' +
          'of several sources it is refused: lot_ambiguous.',
        querystring: Search,
        response,
      },
    },
    async ({ query, signal: gone }, reply) =>
      reply.type(JSON_TYPE).send(await answer({ start: startOf(query), query, gone })),
  )
}

const JSON_TYPE = 'application/json; charset=utf-8'

const optionsOf = ({ direction, rework }: Pick<Static<typeof Query>, 'direction' | 'rework'>) => ({
  direction: direction ?? ('both' as const),
  rework: rework !== 'false',
})
