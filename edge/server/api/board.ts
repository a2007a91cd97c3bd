import { Readable } from 'node:stream'
import { Board } from '@flowviz/contract/board'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

/** What waits at each gate and stands in each lane: the picture of a whole plant in one answer. */
export function board(app: Doors, { read, now }: Pick<AppParts, 'read' | 'now'>): void {
  app.get(
    '/api/v1/board',
    {
      schema: {
        operationId: 'getBoard',
        tags: ['lot'],
        summary: 'The lots in the house at their gates and in their lanes, with what is held and what is too warm.',
        response: { 200: Board, ...REFUSAL },
      },
    },
    async ({ signal }, reply) => {
      const answer = await read.ask('board', { now: now() }, signal)
      return reply.type('application/json; charset=utf-8').send(Readable.from(answer, { objectMode: false }) as never)
    },
  )
}
