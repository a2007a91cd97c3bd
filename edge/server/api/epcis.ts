import { Readable } from 'node:stream'
import { queryDocument, SCHEMA_VERSION } from '@flowviz/contract/epcis/document'
import { eventHash } from '@flowviz/contract/epcis/event-hash'
import type { Json } from '@flowviz/contract/epcis/finding'
import { namespacesOf, OWN_CONTEXT } from '@flowviz/contract/epcis/namespace'
import { EpcisQuery, matcher } from '@flowviz/contract/epcis/query'
import { FlowError } from '@flowviz/contract/error'
import { Timestamp, timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { sha256 } from '../writer/ledger.ts'
import { type Doors, REFUSAL } from './door.ts'
import { epcisCapture } from './epcis-capture.ts'
import { versions } from './epcis-version.ts'
import { type Placed, walk } from './epcis-walk.ts'
import type { AppParts } from './parts.ts'

const PER_PAGE = 30
/** Rows that one answer looks at: what lies behind them is on the next page, even if this one is not full. */
const ROWS_MAX = 4_000

const Document = Type.Unsafe<Json>({ type: 'object', additionalProperties: true })
const Params = Type.Object({ event_id: Type.String({ minLength: 1, maxLength: 500 }) })
const Range = Type.Object(
  { from: Type.Optional(Timestamp), to: Type.Optional(Timestamp) },
  { additionalProperties: false },
)

type Parts = Pick<AppParts, 'reader' | 'now' | 'site' | 'plant' | 'newId' | 'sync'>

/** The plant in the words of EPCIS 2.0: queries, one event, a document of all, and the capture of what others say. */
export function epcis(app: Doors, parts: Parts): void {
  queries(app, parts)
  documents(app, parts)
  epcisCapture(app, parts)
}

function queries(app: Doors, { reader, now }: Parts): void {
  app.get(
    '/api/v1/epcis/events',
    {
      schema: {
        operationId: 'listEpcisEvents',
        tags: ['epcis'],
        description:
          'In the order of their capture. A page may be short and still have a next one: see its Link header.',
        querystring: EpcisQuery,
        response: { 200: Document, ...REFUSAL },
      },
    },
    async ({ query }, reply) => {
      const { found, next } = await page(query, { reader })
      if (next !== null) reply.header('link', `<${address(query, next)}>; rel="next"`)
      return versions(reply).send(queryDocument(found, timestampOf(now())))
    },
  )

  app.get(
    '/api/v1/epcis/events/:event_id',
    {
      schema: {
        operationId: 'getEpcisEvent',
        tags: ['epcis'],
        description: 'The event, and where it was declared wrong the declaration. Its hash is in flowviz-event-hash.',
        params: Params,
        response: { 200: Document, ...REFUSAL },
      },
    },
    async ({ params }, reply) => {
      const events = reader.epcis.byId(params.event_id)
      const [first] = events
      if (first === undefined) throw new FlowError('epcis_event_not_found')
      const reading = { namespaces: namespacesOf(OWN_CONTEXT, first['@context']) }
      reply.header('flowviz-event-hash', eventHash(sha256, first, reading))
      return versions(reply).send(queryDocument(events, timestampOf(now())))
    },
  )
}

function address(query: EpcisQuery, next: string): string {
  const given = Object.entries({ ...query, nextPageToken: next }).map(([key, value]) => [key, String(value)])
  return `/api/v1/epcis/events?${new URLSearchParams(given as [string, string][]).toString()}`
}

/** Events that match from a place on, and the place where the next page begins. */
async function page(query: EpcisQuery, { reader }: Pick<Parts, 'reader'>) {
  const { perPage = PER_PAGE, nextPageToken = '1.0' } = query
  const [fromSeq, fromAt] = nextPageToken.split('.').map(Number) as [number, number]
  const matches = matcher(query)
  const found: Json[] = []
  let looked = 0
  for await (const { placed, rows, last } of walk(reader.epcis, fromSeq)) {
    for (const { seq, at, event } of placed) {
      if ((seq === fromSeq && at < fromAt) || !matches(event)) continue
      if (found.length === perPage) return { found, next: `${seq}.${at}` }
      found.push(event)
    }
    looked += rows
    if (looked >= ROWS_MAX) return { found, next: `${last + 1}.0` }
  }
  return { found, next: null }
}

function documents(app: Doors, { reader, now, site }: Parts): void {
  app.get(
    '/api/v1/epcis/document',
    {
      schema: {
        operationId: 'exportEpcisDocument',
        tags: ['epcis'],
        description: 'One EPCISDocument, streamed: all that was recorded from a moment on and before another one.',
        querystring: Range,
        response: {
          200: { description: 'The document.', content: { 'application/ld+json': { schema: Document } } },
          ...REFUSAL,
        },
      },
    },
    async ({ query }, reply) => {
      const { from = '', to = '9' } = query
      const created = timestampOf(now())
      const name = `epcis-${site}-${created.slice(0, 10)}.jsonld`
      versions(reply).header('content-disposition', `attachment; filename="${name}"`).type('application/ld+json')
      const isIn = ({ recorded_at }: Placed) => recorded_at >= from && recorded_at < to
      return reply.send(Readable.from(documentText(reader, created, isIn)) as never)
    },
  )
}

/** A document event by event; a file without its last line is not whole. */
async function* documentText(
  reader: AppParts['reader'],
  creationDate: string,
  isIn: (placed: Placed) => boolean,
): AsyncGenerator<string> {
  const head = { '@context': OWN_CONTEXT, type: 'EPCISDocument', schemaVersion: SCHEMA_VERSION, creationDate }
  yield `${JSON.stringify(head).slice(0, -1)},"epcisBody":{"eventList":[`
  let isFirst = true
  for await (const { placed } of walk(reader.epcis, 1)) {
    const lines = placed.filter(isIn).map(({ event }) => {
      // When this plant recorded it is no business of whoever captures it next.
      const { recordTime: _, ...rest } = event
      return JSON.stringify(rest)
    })
    if (lines.length > 0) yield `${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`
    isFirst &&= lines.length === 0
  }
  yield '\n]}}\n'
}
