import { Readable } from 'node:stream'
import { RecallNotices } from '@flowviz/contract/recall-notice'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

/** What everybody on the floor has to know of recalls: what is here of them, and what is still to be found. */
export function recallNotices(app: Doors, { read, now }: Pick<AppParts, 'read' | 'now'>): void {
  app.get(
    '/api/v1/recall-notices',
    {
      schema: {
        operationId: 'listRecallNotices',
        tags: ['recall'],
        summary: 'Recalls and drills that are held and not closed, with the lots of them in this plant.',
        response: { 200: RecallNotices, ...REFUSAL },
      },
    },
    async ({ signal }, reply) => {
      const answer = await read.ask('recall_notices', { now: now() }, signal)
      return reply.type('application/json; charset=utf-8').send(Readable.from(answer, { objectMode: false }) as never)
    },
  )
}
