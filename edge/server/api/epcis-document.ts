import { Readable } from 'node:stream'
import type { Json } from '@flowviz/contract/epcis/finding'
import { Timestamp, timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import { versions } from './epcis-version.ts'
import type { AppParts } from './parts.ts'

const Document = Type.Unsafe<Json>({ type: 'object', additionalProperties: true })
const Range = Type.Object(
  { from: Type.Optional(Timestamp), to: Type.Optional(Timestamp) },
  { additionalProperties: false },
)

/**
 * The plant as one document. The thread of heavy reads makes it, in one read transaction and no faster than it is
 * taken, so nothing has to be kept as a job and the floor does not wait for it.
 */
export function epcisDocument(app: Doors, { read, now, site }: Pick<AppParts, 'read' | 'now' | 'site'>): void {
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
    async ({ query, signal }, reply) => {
      const { from = null, to = null } = query
      const creation_date = timestampOf(now())
      const bytes = await read.ask('epcis_document', { from, to, creation_date }, signal)
      const name = `epcis-${site}-${creation_date.slice(0, 10)}.jsonld`
      versions(reply).header('content-disposition', `attachment; filename="${name}"`).type('application/ld+json')
      return reply.send(Readable.from(bytes, { objectMode: false }) as never)
    },
  )
}
