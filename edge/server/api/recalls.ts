import { FlowError } from '@flowviz/contract/error'
import { Recall, RecallBalance, RecallLots, RecallWhole } from '@flowviz/contract/recall'
import { timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import type { StoredRecord } from '../store/record-store.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'

const Params = Type.Object({ recall_id: Uuid })

/** Finding recalls and drills, what is in their scope and where it is; all else about them is a command. */
export function recalls(app: Doors, parts: Pick<AppParts, 'reader' | 'now'>): void {
  const { reader, now } = parts
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
        tags: ['recall'],
        summary: 'A recall with its tasks, the versions of its scope and its consignees.',
        params: Params,
        response: { 200: RecallWhole, ...REFUSAL },
      },
    },
    async ({ params: { recall_id } }) => reader.recalls.whole(foundRecall(reader, recall_id), timestampOf(now())),
  )
  app.get(
    '/api/v1/recalls/:recall_id/lots',
    {
      schema: {
        operationId: 'listRecallLots',
        tags: ['recall'],
        summary: 'The lots in scope as they are now.',
        params: Params,
        response: { 200: RecallLots, ...REFUSAL },
      },
    },
    async ({ params: { recall_id } }) => reader.recalls.lots(foundRecall(reader, recall_id)),
  )
  app.get(
    '/api/v1/recalls/:recall_id/balance',
    {
      schema: {
        operationId: 'getRecallBalance',
        tags: ['recall'],
        summary: 'The mass balance of each lot in scope and over all: as it was reconciled, else as it is now.',
        params: Params,
        response: { 200: RecallBalance, ...REFUSAL },
      },
    },
    async ({ params: { recall_id } }) => reader.recalls.balance(foundRecall(reader, recall_id)),
  )
}

/** @throws FlowError record_not_found */
export function foundRecall({ record }: AppParts['reader'], id: string): StoredRecord {
  const row = record('recall', id)
  if (row === null) throw new FlowError('record_not_found', `There is no recall ${id} at this site.`)
  return row
}
