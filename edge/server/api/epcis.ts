import { queryDocument } from '@flowviz/contract/epcis/document'
import { eventHash } from '@flowviz/contract/epcis/event-hash'
import type { Json } from '@flowviz/contract/epcis/finding'
import { canonicalUri } from '@flowviz/contract/epcis/gs1-uri'
import { namespacesOf, OWN_CONTEXT } from '@flowviz/contract/epcis/namespace'
import { EpcisQuery, goodsAsked, matcher } from '@flowviz/contract/epcis/query'
import { FlowError } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { sha256 } from '../writer/ledger.ts'
import { type Doors, REFUSAL } from './door.ts'
import { epcisCapture } from './epcis-capture.ts'
import { epcisDocument } from './epcis-document.ts'
import { versions } from './epcis-version.ts'
import { walk, walkNaming } from './epcis-walk.ts'
import type { AppParts } from './parts.ts'

const PER_PAGE = 30
/** Rows that one answer looks at: what lies behind them is on the next page, even if this one is not full. */
const ROWS_MAX = 4_000

const Document = Type.Unsafe<Json>({ type: 'object', additionalProperties: true })
const Params = Type.Object({ event_id: Type.String({ minLength: 1, maxLength: 500 }) })
const OfResource = Type.Object({ value: Type.String({ minLength: 1, maxLength: 500 }) })

/** What a query asks of each event, and the goods that it is about. */
interface Question {
  matches(event: Json): boolean
  goods: string[][]
}

const questionOf = (query: EpcisQuery): Question => ({ matches: matcher(query), goods: goodsAsked(query) })

/** Resources of the standard that have events of their own: how they are asked for, by the name of the operation. */
const RESOURCES: Readonly<Record<string, { of: string; ask: (value: string) => Question }>> = {
  epcs: {
    of: 'Epc',
    ask: value => {
      const anyOf = [matcher({ MATCH_anyEPC: value }), matcher({ MATCH_anyEPCClass: value })]
      return { matches: event => anyOf.some(matches => matches(event)), goods: [[canonicalUri(value)]] }
    },
  },
  bizSteps: { of: 'BizStep', ask: value => questionOf({ EQ_bizStep: value }) },
  bizLocations: { of: 'BizLocation', ask: value => questionOf({ EQ_bizLocation: value }) },
  readPoints: { of: 'ReadPoint', ask: value => questionOf({ EQ_readPoint: value }) },
  dispositions: { of: 'Disposition', ask: value => questionOf({ EQ_disposition: value }) },
  eventTypes: { of: 'EventType', ask: value => questionOf({ eventType: value }) },
}

type Parts = Pick<AppParts, 'reader' | 'read' | 'now' | 'site' | 'plant' | 'newId' | 'sync'>

/** The plant in the words of EPCIS 2.0: queries, one event, a document of all, and the capture of what others say. */
export function epcis(app: Doors, parts: Parts): void {
  queries(app, parts)
  resources(app, parts)
  epcisDocument(app, parts)
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
      const { found, next } = await page(query, questionOf(query), reader)
      if (next !== null) reply.header('link', address('events', query, next))
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

function resources(app: Doors, { reader, now }: Parts): void {
  for (const [name, { of, ask }] of Object.entries(RESOURCES))
    app.get(
      `/api/v1/epcis/${name}/:value/events`,
      {
        schema: {
          operationId: `listEpcisEventsOf${of}`,
          tags: ['epcis'],
          description: 'The events of one of these, restricted by the same parameters as all events are.',
          params: OfResource,
          querystring: EpcisQuery,
          response: { 200: Document, ...REFUSAL },
        },
      },
      async ({ params: { value }, query }, reply) => {
        const [own, asked] = [ask(value), questionOf(query)]
        const matches = (event: Json) => own.matches(event) && asked.matches(event)
        const { found, next } = await page(query, { matches, goods: [...own.goods, ...asked.goods] }, reader)
        if (next !== null) reply.header('link', address(`${name}/${encodeURIComponent(value)}/events`, query, next))
        return versions(reply).send(queryDocument(found, timestampOf(now())))
      },
    )
}

function address(path: string, query: EpcisQuery, next: string): string {
  const given = Object.entries({ ...query, nextPageToken: next }).map(([key, value]) => [key, String(value)])
  return `</api/v1/epcis/${path}?${new URLSearchParams(given as [string, string][]).toString()}>; rel="next"`
}

/** Events that match from a place on, and the place where the next page begins: what comes later is behind it. */
async function page(
  { perPage = PER_PAGE, nextPageToken = '1.0' }: EpcisQuery,
  asked: Question,
  reader: Parts['reader'],
) {
  const [fromSeq, fromAt] = nextPageToken.split('.').map(Number) as [number, number]
  const [goods] = asked.goods
  const found: Json[] = []
  let looked = 0
  const stretches = goods === undefined ? walk(reader.epcis, fromSeq) : walkNaming(reader.epcis, goods, fromSeq)
  for await (const { placed, rows, last } of stretches) {
    for (const { seq, at, event } of placed) {
      if ((seq === fromSeq && at < fromAt) || !asked.matches(event)) continue
      if (found.length === perPage) return { found, next: `${seq}.${at}` }
      found.push(event)
    }
    looked += rows
    if (looked >= ROWS_MAX) return { found, next: `${last + 1}.0` }
  }
  return { found, next: null }
}
