import type { RecordKind } from '@flowviz/contract/change'
import { FlowError } from '@flowviz/contract/error'
import type { FastifyInstance } from 'fastify'
import Type, { type Static, type TObject } from 'typebox'
import type { StoredRecord } from '../store/record-store.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

/** How records of a kind are shown. */
export interface RecordDoor<View extends TObject> {
  /** `/api/v1/items` */
  path: string
  kind: RecordKind
  tag: string
  /** `listItems` and `getItem`. */
  operations: { list: string; get: string }
  view: View
  viewOf: (record: StoredRecord) => Static<View>
  /** What `parent` of these records is called, when they are listed by it. */
  parent?: string
  /** What the id is called in the address; left out: `id`. The commands of one address call it the same. */
  param?: string
}

const Cursor = Type.String({ pattern: '^\\d{1,16}\\.[^\\s]{1,100}$', description: '`next` of the page before.' })

/** `GET path` and `GET path/:id`: one page of records, newest first, by state and parent; and one of them. */
export function recordDoors<View extends TObject>(
  doors: Doors,
  parts: Pick<AppParts, 'reader'>,
  door: RecordDoor<View>,
): void {
  recordListDoor(doors, parts, door)
  recordGetDoor(doors, parts, door)
}

/** `GET path` alone, for records that are shown otherwise one by one. */
export function recordListDoor<View extends TObject>(
  doors: Doors,
  { reader }: Pick<AppParts, 'reader'>,
  door: RecordDoor<View>,
): void {
  // The shapes are only known when this runs: the router checks them, the types cannot.
  const app = doors as unknown as FastifyInstance
  const { path, kind, tag, operations, view, viewOf, parent } = door
  const Page = Type.Object(
    { records: Type.Array(view), next: Type.Union([Type.String(), Type.Null()]) },
    { $id: `${(view as { $id?: string }).$id}Page`, additionalProperties: false },
  )
  const Query = Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
      cursor: Type.Optional(Cursor),
      state: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      ...(parent === undefined ? {} : { [parent]: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }),
    },
    { additionalProperties: false },
  )
  app.get(
    path,
    {
      schema: { operationId: operations.list, tags: [tag], querystring: Query, response: { 200: Page, ...REFUSAL } },
    },
    async request => {
      const query = request.query as { limit?: number; cursor?: string; state?: string } & Record<string, string>
      const limit = query.limit ?? 50
      const found = reader.records({
        kind,
        state: query.state,
        parent: parent === undefined ? undefined : query[parent],
        before: query.cursor === undefined ? undefined : readCursor(query.cursor),
        limit: limit + 1,
      })
      const last = found[limit - 1]
      const next = found.length > limit && last !== undefined ? `${last.at}.${last.id}` : null
      return { records: found.slice(0, limit).map(viewOf), next }
    },
  )
}

function recordGetDoor<View extends TObject>(
  doors: Doors,
  { reader }: Pick<AppParts, 'reader'>,
  { path, kind, tag, operations, view, viewOf, param = 'id' }: RecordDoor<View>,
): void {
  const app = doors as unknown as FastifyInstance
  app.get(
    `${path}/:${param}`,
    {
      schema: {
        operationId: operations.get,
        tags: [tag],
        params: Type.Object({ [param]: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: view, ...REFUSAL },
      },
    },
    async request => {
      const id = (request.params as Record<string, string>)[param] as string
      const record = reader.record(kind, id)
      if (record === null) throw new FlowError('record_not_found', `There is no ${kind} ${id} at this site.`)
      return viewOf(record)
    },
  )
}

function readCursor(cursor: string): { at: number; id: string } {
  const cut = cursor.indexOf('.')
  return { at: Number(cursor.slice(0, cut)), id: cursor.slice(cut + 1) }
}
