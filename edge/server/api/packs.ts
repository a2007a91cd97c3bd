import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { CODES, type ErrorCode, FlowError } from '@flowviz/contract/error'
import { Pack, PackRequest } from '@flowviz/contract/pack'
import Type from 'typebox'
import type { PackScope } from '../pack/job.ts'
import { bodyOf, isPast } from '../pack/queue.ts'
import type { StoredRecord } from '../store/record-store.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { recordListDoor } from './record-list.ts'
import { actorOf } from './token.ts'

type Parts = Pick<AppParts, 'reader' | 'packs' | 'now' | 'sync' | 'site'>

const Params = Type.Object({ pack_id: Type.String({ minLength: 1, maxLength: 60 }) })
const binary = { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) }

/** Packs of records for an audit: asked for, made beside the floor's work, fetched. */
export function packs(app: Doors, parts: Parts): void {
  const view = viewOf(parts)
  requestDoor(app, parts, view)
  recordListDoor(app, parts, {
    path: '/api/v1/packs',
    kind: 'pack',
    tag: 'pack',
    operations: { list: 'listPacks', get: 'getPack' },
    view: Pack,
    viewOf: view,
  })
  app.get(
    '/api/v1/packs/:pack_id',
    {
      schema: { operationId: 'getPack', tags: ['pack'], params: Params, response: { 200: Pack, ...REFUSAL } },
    },
    async ({ params }) => view(packOf(params.pack_id, parts)),
  )
  app.post(
    '/api/v1/packs/:pack_id/cancel',
    {
      schema: {
        operationId: 'cancelPack',
        tags: ['pack'],
        description: 'Takes back a pack that is not made yet; one that has ended stays as it is.',
        params: Params,
        response: { 200: Pack, ...REFUSAL },
      },
    },
    async request => {
      const { id } = packOf(request.params.pack_id, parts)
      await parts.packs.cancel(id, actorOf(signedInOf(request)))
      return view(packOf(id, parts))
    },
  )
  fileDoor(app, parts)
}

function requestDoor(app: Doors, parts: Parts, view: (record: StoredRecord) => Pack): void {
  app.post(
    '/api/v1/packs',
    {
      schema: {
        operationId: 'requestPack',
        tags: ['pack'],
        description:
          'HACCP records of a lot, a run or a period with what proves them. Made in the background: see its state.',
        body: PackRequest,
        response: { 202: Pack, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { of, format } = request.body
      const actor = actorOf(signedInOf(request))
      const pack_id = await parts.packs.request(scopeOf(of, parts), { actor, format })
      parts.sync.nudge()
      reply.code(202).header('location', `/api/v1/packs/${pack_id}`)
      return view(packOf(pack_id, parts))
    },
  )
}

function fileDoor(app: Doors, parts: Parts): void {
  app.get(
    '/api/v1/packs/:pack_id/file',
    {
      schema: {
        operationId: 'getPackFile',
        tags: ['pack'],
        params: Params,
        response: {
          200: { description: 'The pack.', content: { 'application/pdf': binary, 'application/zip': binary } },
          ...REFUSAL,
        },
      },
    },
    async (request, reply) => {
      const record = packOf(request.params.pack_id, parts)
      const path = parts.packs.file(record)
      const { pack_id, format, sha256 } = bodyOf(record)
      reply.headers({
        'content-type': format === 'pdf' ? 'application/pdf' : 'application/zip',
        'content-length': (await stat(path)).size,
        'content-disposition': `attachment; filename="pack-${parts.site}-${pack_id}.${format}"`,
        etag: `"${sha256}"`,
        'cache-control': 'private, no-cache',
      })
      return reply.send(createReadStream(path) as never)
    },
  )
}

/** The lot or run by its id. @throws FlowError lot_not_found, record_not_found, body_invalid */
function scopeOf(of: PackRequest['of'], { reader }: Parts): PackScope {
  if ('lot_id' in of) {
    const lot = reader.lot(of.lot_id)
    if (lot === null) throw new FlowError('lot_not_found', `There is no lot ${of.lot_id} at this site.`)
    return { lot_id: lot.lot_id }
  }
  if ('run_id' in of) {
    const run = reader.run(of.run_id)
    if (run === null) throw new FlowError('record_not_found', `There is no run ${of.run_id} at this site.`)
    return { run_id: run.run_id }
  }
  if (of.from >= of.to)
    throw new FlowError('body_invalid', 'The period ends before it begins.', {
      extra: { errors: [{ field: '/of/to', message: 'must be after `from`' }] },
    })
  return of
}

/** @throws FlowError record_not_found */
function packOf(pack_id: string, { reader }: Pick<Parts, 'reader'>): StoredRecord {
  const record = reader.record('pack', pack_id)
  if (record === null) throw new FlowError('record_not_found', `There is no pack ${pack_id} at this site.`)
  return record
}

function viewOf({ packs: queue, now }: Pick<Parts, 'packs' | 'now'>): (record: StoredRecord) => Pack {
  return record => {
    const body = bodyOf(record)
    const progress = queue.progress(record.id)
    const { problem } = body
    return {
      pack_id: body.pack_id,
      state: stateOf(record, { running: progress !== null, now: now() }),
      lot_id: body.lot_id,
      run_id: body.run_id,
      from: body.from,
      to: body.to,
      format: body.format,
      requested_at: body.requested_at,
      requested_by: body.requested_by,
      records_done: body.records ?? progress?.done ?? null,
      records: body.records ?? progress?.of ?? null,
      size_bytes: body.size_bytes ?? null,
      sha256: body.sha256 ?? null,
      ledger_size: body.ledger_size ?? null,
      made_at: (record.body.made_at as string | undefined) ?? null,
      expires_at: body.expires_at ?? null,
      problem: problem === undefined ? null : { ...problem, hint: hintOf(problem.code) },
    }
  }
}

function stateOf(record: StoredRecord, { running, now }: { running: boolean; now: number }): Pack['state'] {
  if (record.state === 'FAILED') return 'FAILED'
  if (record.state === 'MADE') return isPast(record, now) ? 'GONE' : 'MADE'
  return running ? 'RUNNING' : 'QUEUED'
}

const hintOf = (code: string): string => CODES[code as ErrorCode]?.hint ?? CODES.internal.hint
