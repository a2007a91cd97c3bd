import Type, { type Static, type TSchema } from 'typebox'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** The largest document or photo, bytes. */
export const ATTACHMENT_BYTES_MAX = 8_388_608

/** A record as `kind:id`. */
export const RecordSubject = Type.String({
  pattern: '^[a-z][a-z_]{0,30}:[A-Za-z0-9._-]{1,64}$',
  examples: ['lot:019ab0a2-5c00-7000-8000-000000000001'],
})

/** What a document is called: no path, and nothing that a header or a disk cannot carry. */
export const AttachmentName = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^[^\\u0000-\\u001f\\u007f/\\\\"]+$',
  examples: ['certificate-of-analysis.pdf'],
})

export const AttachmentUpload = Type.Object(
  { subject: RecordSubject, name: AttachmentName },
  { additionalProperties: false },
)

export const AttachmentQuery = Type.Object(
  {
    subject: RecordSubject,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
    cursor: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,16}-[0-9a-f-]{36}$', description: '`next` of the page before.' }),
    ),
  },
  { additionalProperties: false },
)

/** A document or photo that belongs to a record; its bytes are found by their digest. */
export const Attachment = Type.Object(
  {
    attachment_id: Uuid,
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    size_bytes: Type.Integer({ minimum: 1 }),
    media_type: Type.String(),
    name: Type.String(),
    subject: Type.String(),
    added_at: Timestamp,
    /** Id of the person who added it. */
    added_by: Type.String(),
  },
  { $id: 'Attachment', additionalProperties: false },
)
export type Attachment = Static<typeof Attachment>

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const AttachmentPage = Type.Object(
  { attachments: Type.Array(Attachment), next: orNull(Type.String()) },
  { $id: 'AttachmentPage', additionalProperties: false },
)
export type AttachmentPage = Static<typeof AttachmentPage>

/** The media type that a content-type header names, or null for one that is not kept. */
export function mediaTypeOf(header: string | undefined): MediaType | null {
  const named = header?.split(';')[0]?.trim().toLowerCase()
  return MEDIA_TYPES.find(type => type === named) ?? null
}

const starts = (bytes: Uint8Array, head: string, at = 0) =>
  bytes.length >= at + head.length && [...head].every((char, n) => bytes[at + n] === char.charCodeAt(0))

const SIGNATURES: Record<MediaType, (bytes: Uint8Array) => boolean> = {
  'image/jpeg': bytes => starts(bytes, '\xff\xd8\xff'),
  'image/png': bytes => starts(bytes, '\x89PNG\r\n\x1a\n'),
  'image/webp': bytes => starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8),
  'application/pdf': bytes => starts(bytes, '%PDF-'),
  'text/plain': isText,
  'text/csv': isText,
}

/** True when the bytes begin as their media type says: a program under the name of a photo is not kept. */
export function agrees(bytes: Uint8Array, type: MediaType): boolean {
  return SIGNATURES[type](bytes)
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
