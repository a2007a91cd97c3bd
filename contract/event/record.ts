import Type from 'typebox'
import { Uuid } from '../uuid.ts'
import { Hash, object } from './shape.ts'

/** Documents and photos, by what they are: the bytes stand beside the ledger under their digest. */
export const RECORD_EVENTS = {
  'attachment.added': object({
    attachment_id: Uuid,
    sha256: Hash,
    size_bytes: Type.Integer({ minimum: 1 }),
    media_type: Type.String({ maxLength: 60 }),
    name: Type.String({ maxLength: 120 }),
    /** What it belongs to, as `kind:id`. */
    subject: Type.String({ maxLength: 100 }),
  }),
} as const
