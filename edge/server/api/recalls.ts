import { Readable } from 'node:stream'
import { Recall, RecallBalance, RecallLots, RecallWhole } from '@flowviz/contract/recall'
import { timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import type { RecallQuestion } from '../read/recall.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'

const Params = Type.Object({ recall_id: Uuid })
const JSON_TYPE = 'application/json; charset=utf-8'

/** Finding recalls and drills, what is in their scope and where it is; all else about them is a command. */
export function recalls(app: Doors, parts: Pick<AppParts, 'reader' | 'read' | 'now'>): void {
  const { reader, read, now } = parts
  const tags = ['recall']

  /** What is asked of ten thousand lots is asked in the thread of heavy reads: no scale waits for it. */
  async function answer(asked: { params: { recall_id: string }; signal: AbortSignal }, about: RecallQuestion['about']) {
    const question = { ...asked.params, about, now: timestampOf(now()) }
    return Readable.from(await read.ask('recall', question, asked.signal), { objectMode: false }) as never
  }

  recordListDoor(app, parts, {
    path: '/api/v1/recalls',
    kind: 'recall',
    tag: 'recall',
    operations: { list: 'listRecalls', get: 'getRecall' },
    parent: 'mode',
    view: Recall,
    viewOf: record => reader.recalls.view(record),
  })
  app.get(
    '/api/v1/recalls/:recall_id',
    {
      schema: {
        operationId: 'getRecall',
        tags,
        summary: 'A recall with its tasks, the versions of its scope and its consignees.',
        params: Params,
        response: { 200: RecallWhole, ...REFUSAL },
      },
    },
    async (request, reply) => reply.type(JSON_TYPE).send(await answer(request, 'whole')),
  )
  app.get(
    '/api/v1/recalls/:recall_id/lots',
    {
      schema: {
        operationId: 'listRecallLots',
        tags,
        summary: 'The lots in scope as they are now.',
        params: Params,
        response: { 200: RecallLots, ...REFUSAL },
      },
    },
    async (request, reply) => reply.type(JSON_TYPE).send(await answer(request, 'lots')),
  )
  app.get(
    '/api/v1/recalls/:recall_id/balance',
    {
      schema: {
        operationId: 'getRecallBalance',
        tags,
        summary: 'The mass balance of each lot in scope and over all: as it was reconciled, else as it is now.',
        params: Params,
        response: { 200: RecallBalance, ...REFUSAL },
      },
    },
    async (request, reply) => reply.type(JSON_TYPE).send(await answer(request, 'balance')),
  )
}
