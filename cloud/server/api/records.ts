import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import { BATCH_EVENTS_MAX, BATCH_MEDIA_TYPE, LedgerReceipt, ReadingReceipt, SiteHead } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import Type, { type Static } from 'typebox'
import { parseLedgerBatch, parseReadingBatch } from '../domain/batch.ts'
import type { CopyQuery, LiveHub, RecordStore } from '../parts.ts'
import { BODY_BYTES_MAX, decompress } from './decompress.ts'
import type { Counters } from './operations.ts'
import type { App } from './type.ts'

export interface RecordParts {
  records: RecordStore
  live: LiveHub
  /** Something of this site is new: these of its lots, at least. */
  touch: (site: string, lotIds?: readonly string[]) => void
  counters: Counters
  now: () => number
}

const Site = Type.Object({ site: Name }, { additionalProperties: false })
const Copy = Type.Object(
  {
    epoch: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    from_seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: BATCH_EVENTS_MAX, default: BATCH_EVENTS_MAX })),
  },
  { additionalProperties: false },
)
const Lines = {
  description: 'The bodies of one epoch as they are stored, in order; empty behind the last one.',
  content: { [BATCH_MEDIA_TYPE]: { schema: Type.String() } },
}

/** The doors of the boxes: what they send, and what they ask back after they lost it. */
export function recordRoutes(app: App, { records, live, touch, counters, now }: RecordParts): void {
  app.addContentTypeParser(BATCH_MEDIA_TYPE, { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX }, (_, body, done) =>
    done(null, body),
  )
  const batch = { bodyLimit: BODY_BYTES_MAX }
  const ndjson = (lines: string[]) => lines.map(line => `${line}\n`).join('')

  app.post(
    '/v1/sites/:site/ledger',
    { ...batch, schema: { operationId: 'pushLedger', tags: ['box'], params: Site, response: { 200: LedgerReceipt } } },
    async request => {
      const { site } = request.params
      const bytes = await decompress(rawBody(request.body), request.headers['content-encoding'])
      const outcome = await records.appendLedger(parseLedgerBatch(bytes, site), timestampOf(now()))
      counters.batch('ledger', outcome.kind === 'stored' ? 'stored' : outcome.code)
      touch(site, outcome.kind === 'stored' ? outcome.lot_ids : [])
      if (outcome.kind === 'refused') {
        const { code, detail, head } = outcome
        if (code === 'ledger_fork') live.publish({ type: 'fork', site, detail, at: timestampOf(now()) })
        throw new FlowError(code, detail, { extra: { head } })
      }
      counters.stored('ledger', outcome.receipt.stored)
      return outcome.receipt
    },
  )

  app.post(
    '/v1/sites/:site/readings',
    {
      ...batch,
      schema: { operationId: 'pushReadings', tags: ['box'], params: Site, response: { 200: ReadingReceipt } },
    },
    async request => {
      const { site } = request.params
      const bytes = await decompress(rawBody(request.body), request.headers['content-encoding'])
      const outcome = await records.appendReadings(parseReadingBatch(bytes, site), timestampOf(now()))
      counters.batch('readings', outcome.kind)
      touch(site)
      if (outcome.kind === 'gap')
        throw new FlowError('ledger_gap', 'Readings before this batch are missing.', { extra: { head: outcome.head } })
      counters.stored('readings', outcome.receipt.stored)
      return outcome.receipt
    },
  )

  app.get(
    '/v1/sites/:site/head',
    { schema: { operationId: 'getHead', tags: ['box'], params: Site, response: { 200: SiteHead } } },
    request => records.head(request.params.site),
  )

  app.get(
    '/v1/sites/:site/ledger',
    { schema: { operationId: 'copyLedger', tags: ['box'], params: Site, querystring: Copy, response: { 200: Lines } } },
    async (request, reply) => {
      const lines = await records.copyLedger(copyQuery(request.params, request.query))
      return reply.type(BATCH_MEDIA_TYPE).send(ndjson(lines))
    },
  )

  app.get(
    '/v1/sites/:site/readings/copy',
    {
      schema: { operationId: 'copyReadings', tags: ['box'], params: Site, querystring: Copy, response: { 200: Lines } },
    },
    async (request, reply) => {
      const lines = await records.copyReadings(copyQuery(request.params, request.query))
      return reply.type(BATCH_MEDIA_TYPE).send(ndjson(lines))
    },
  )
}

function copyQuery({ site }: { site: string }, { limit = BATCH_EVENTS_MAX, ...from }: Static<typeof Copy>): CopyQuery {
  return { site, limit, ...from }
}

/** The body as it was sent. @throws FlowError media_type_unsupported when it came as another content type. */
function rawBody(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body
  throw new FlowError('media_type_unsupported', `A batch is ${BATCH_MEDIA_TYPE}.`)
}
