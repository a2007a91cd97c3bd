import { FlowError } from '@flowviz/contract/error'
import type { QcPlanVersion, Versioned } from '@flowviz/contract/master'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { FastifyInstance } from 'fastify'
import Type, { type TObject } from 'typebox'
import { type DraftedKind, versionView } from '../store/version-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'

/** How drafted and approved versions of a kind are shown. */
export interface VersionDoor {
  path: string
  kind: DraftedKind
  operations: { list: string; get: string }
  /** What the id that all versions share is called. */
  param: string
  version: TObject
  versions: TObject
}

const VERSIONS_MAX = 200

/** The plan that the release brings with it was drafted by nobody here. */
const OF_THE_RELEASE: QcPlanVersion = {
  ...SEVEN_GATES,
  version: SEVEN_GATES_VERSION,
  state: 'APPROVED',
  drafted_at: null,
  drafted_by: null,
  approved_at: null,
  approved_by: null,
}

/** `GET path`: versions of all ids, by state and id; `GET path/:id`: all versions of one, and which one counts. */
export function versionDoors(doors: Doors, parts: Pick<AppParts, 'reader'>, door: VersionDoor): void {
  const { path, kind, operations, param, version, versions } = door
  const viewOf = (record: Parameters<typeof versionView>[0]) => versionView<Versioned>(record, kind) as never
  recordListDoor(doors, parts, { path, kind, tag: 'master', operations, view: version, viewOf, parent: param })
  const app = doors as unknown as FastifyInstance
  app.get(
    `${path}/:${param}`,
    {
      schema: {
        operationId: operations.get,
        tags: ['master'],
        params: Type.Object({ [param]: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: versions, ...REFUSAL },
      },
    },
    async request => {
      const id = (request.params as Record<string, string>)[param] as string
      const own = parts.reader.records({ kind, parent: id, limit: VERSIONS_MAX }).map(record => viewOf(record))
      const all: Versioned[] = kind === 'qc_plan' && id === SEVEN_GATES.plan_id ? [...own, OF_THE_RELEASE] : own
      if (all.length === 0) throw new FlowError('record_not_found', `There is no ${kind} ${id} at this site.`)
      return { current: all.find(({ state }) => state === 'APPROVED')?.version ?? null, versions: all }
    },
  )
}
