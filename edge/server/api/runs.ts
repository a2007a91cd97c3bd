import { FlowError } from '@flowviz/contract/error'
import { Run, RunWhole } from '@flowviz/contract/run'
import Type from 'typebox'
import type { RunBody } from '../store/run-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'

const Params = Type.Object({ run_id: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code.' }) })

/** Finding production runs; all else about them is a command. */
export function runs(app: Doors, parts: Pick<AppParts, 'reader'>): void {
  const { reader } = parts
  recordListDoor(app, parts, {
    path: '/api/v1/production-runs',
    kind: 'run',
    tag: 'run',
    operations: { list: 'listRuns', get: 'getRun' },
    view: Run,
    viewOf: ({ body }) => reader.runView(body as unknown as RunBody),
    parent: 'line',
  })
  app.get(
    '/api/v1/production-runs/:run_id',
    { schema: { operationId: 'getRun', tags: ['run'], params: Params, response: { 200: RunWhole, ...REFUSAL } } },
    async ({ params }) => {
      const run = reader.run(params.run_id)
      if (run === null) throw new FlowError('record_not_found', `There is no run ${params.run_id} at this site.`)
      return run
    },
  )
}
