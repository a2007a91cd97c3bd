import { Readable } from 'node:stream'
import { SameRoom, Trace, TraceOptions } from '@flowviz/contract/trace'
import Type, { type Static } from 'typebox'
import type { TraceQuestion } from '../read/trace-find.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { LotParams, startOf, TraceSearch } from './traceability-start.ts'

const Query = Type.Object({ ...TraceOptions, same_room: SameRoom }, { additionalProperties: false })
const Search = Type.Object({ ...TraceSearch, ...Query.properties }, { additionalProperties: false })

/** Where a lot came from, what was made of it, where that is now, and who has it: streamed, and whole or an error. */
export function traceability(app: Doors, { read, now }: Pick<AppParts, 'read' | 'now'>): void {
  const response = { 200: Trace, ...REFUSAL }
  const tags = ['traceability']

  async function answer(start: TraceQuestion['start'], query: Static<typeof Query>): Promise<Readable> {
    const question = { start, ...optionsOf(query), same_room: query.same_room === 'true', now: now() }
    return Readable.from(await read.ask('trace', question), { objectMode: false })
  }

  app.get(
    '/api/v1/traceability/:lot',
    { schema: { operationId: 'traceLot', tags, params: LotParams, querystring: Query, response } },
    async ({ params: { lot }, query }, reply) =>
      reply.type(JSON_TYPE).send((await answer({ by: 'lot', ref: lot }, query)) as never),
  )

  app.get(
    '/api/v1/traceability',
    {
      schema: {
        operationId: 'trace',
        tags,
        description: 'The same by what a label or a document says. Where several lots bear it, all of them are traced.',
        querystring: Search,
        response,
      },
    },
    async ({ query }, reply) => reply.type(JSON_TYPE).send((await answer(startOf(query), query)) as never),
  )
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export const optionsOf = ({ direction, rework }: Pick<Static<typeof Query>, 'direction' | 'rework'>) => ({
  direction: direction ?? ('both' as const),
  rework: rework !== 'false',
})
