import { hash } from 'node:crypto'
import {
  ATTACHMENT_BYTES_MAX,
  Attachment,
  AttachmentPage,
  AttachmentQuery,
  AttachmentUpload,
  agrees,
  MEDIA_TYPES,
  type MediaType,
  mediaTypeOf,
} from '@flowviz/contract/attachment'
import { FlowError } from '@flowviz/contract/error'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { actorOf } from './token.ts'

/** So many uploads are held in memory at once: 4 x 8 MiB. */
const UPLOADS_MAX = 4
const RETRY_AFTER_S = 2

const Digest = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const binary = { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) }
const BYTES = Object.fromEntries(MEDIA_TYPES.map(type => [type, binary]))

type Upload = Static<typeof AttachmentUpload>
type Parts = Pick<AppParts, 'audit' | 'telemetry' | 'telemetryWriter' | 'plant' | 'newId' | 'sync'>

/** Documents and photos: bytes under their digest, and the fact that they belong to a record in the ledger. */
export function attachments(app: Doors, parts: Parts): void {
  app.get(
    '/api/v1/attachments',
    {
      schema: {
        operationId: 'listAttachments',
        tags: ['attachment'],
        querystring: AttachmentQuery,
        response: { 200: AttachmentPage, ...REFUSAL },
      },
    },
    async ({ query }) => parts.audit.attachmentsOf(query.subject, { limit: query.limit ?? 50, cursor: query.cursor }),
  )

  app.get(
    '/api/v1/attachments/:sha256',
    {
      schema: {
        operationId: 'getAttachment',
        tags: ['attachment'],
        params: Digest,
        response: { 200: { description: 'The bytes as they were sent.', content: BYTES }, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { sha256 } = request.params
      const kept = parts.telemetry.attachment(sha256)
      if (kept === null) throw new FlowError('attachment_not_found')
      // The name of bytes that never change: whoever has them need not fetch them again.
      reply.headers({ etag: `"${sha256}"`, 'cache-control': 'private, no-cache' })
      if (request.headers['if-none-match'] === `"${sha256}"`) return reply.code(304).send(null as never)
      // Foreign bytes: saved, never shown as a page of this address.
      reply.headers({
        'content-type': kept.media_type.startsWith('text/') ? `${kept.media_type}; charset=utf-8` : kept.media_type,
        'content-disposition': `attachment; filename="${sha256.slice(0, 16)}.${ENDINGS[kept.media_type as MediaType]}"`,
        'content-security-policy': "default-src 'none'; sandbox",
      })
      return reply.send(kept.bytes as never)
    },
  )

  app.register((scope, _options, done) => {
    uploads(scope as unknown as Doors, parts)
    done()
  })
}

const ENDINGS: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
}

/** The one route that takes bytes, and more of them than any other; a scope of its own, so that no other does. */
function uploads(app: Doors, parts: Parts): void {
  const { attach, admit } = keeper(parts)
  const check = app.validatorCompiler!
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([...MEDIA_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post(
    '/api/v1/attachments',
    {
      bodyLimit: ATTACHMENT_BYTES_MAX,
      onRequest: admit,
      // Bytes are judged by what they begin with; the schema describes them.
      validatorCompiler: part => (part.httpPart === 'body' ? () => true : check(part)),
      schema: {
        operationId: 'addAttachment',
        tags: ['attachment'],
        description: 'The body is the bytes themselves. The same document again for the same record is one attachment.',
        querystring: AttachmentUpload,
        body: { content: BYTES } as never,
        response: { 200: Attachment, 201: Attachment, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { added, attachment } = await attach(request, request.query)
      if (added) reply.code(201).header('location', `/api/v1/attachments/${attachment.sha256}`)
      return reply.send(attachment)
    },
  )
}

function keeper({ audit, telemetryWriter, plant, newId, sync }: Parts) {
  let running = 0

  /** Before the body is read: what there is no room for is not taken. */
  const admit = (_request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
    if (running >= UPLOADS_MAX)
      return done(new FlowError('writer_overloaded', undefined, { extra: { retry_after_s: RETRY_AFTER_S } }))
    running += 1
    reply.raw.once('close', () => {
      running -= 1
    })
    done()
  }

  function sameAs(sha256: string, { subject, name }: Upload): Attachment | null {
    for (let cursor: string | undefined; ; ) {
      const { attachments, next } = audit.attachmentsOf(subject, { limit: 200, cursor })
      const same = attachments.find(one => one.sha256 === sha256 && one.name === name)
      if (same !== undefined || next === null) return same ?? null
      cursor = next
    }
  }

  /** @throws FlowError attachment_invalid, subject_unknown, media_type_unsupported. */
  async function attach(request: FastifyRequest, upload: Upload): Promise<{ added: boolean; attachment: Attachment }> {
    const { media_type, bytes } = bytesOf(request)
    const { subject, name } = upload
    if (!audit.knows(subject)) throw new FlowError('subject_unknown', `No event of this site concerns ${subject}.`)
    const sha256 = hash('sha256', bytes)
    const same = sameAs(sha256, upload)
    if (same !== null) return { added: false, attachment: same }
    // The bytes first: the ledger never names what is not there.
    await telemetryWriter.attach({ sha256, media_type, bytes })
    const actor = actorOf(signedInOf(request))
    const data = { attachment_id: newId(), sha256, size_bytes: bytes.length, media_type, name, subject }
    const { seq } = await plant.submit('record', { type: 'attachment.added', actor, subject, data, occurred_at: null })
    sync.nudge()
    const { recorded_at } = audit.entry(seq)!
    return { added: true, attachment: { ...data, added_at: recorded_at, added_by: actor.id } }
  }

  return { attach, admit }
}

/** @throws FlowError attachment_invalid, media_type_unsupported. */
function bytesOf({ headers, body }: FastifyRequest): { media_type: MediaType; bytes: Buffer } {
  const media_type = mediaTypeOf(headers['content-type'])
  if (media_type === null || !Buffer.isBuffer(body)) throw new FlowError('media_type_unsupported')
  if (body.length === 0 || !agrees(body, media_type))
    throw new FlowError('attachment_invalid', `The bytes are not ${media_type}.`)
  return { media_type, bytes: body }
}
