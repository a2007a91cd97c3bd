import Type from 'typebox'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { Hash, object, oneOf, orNull } from './shape.ts'

/** Packs of records for an audit: asked for, made beside the ledger, or not to be made. */
export const PACK_EVENTS = {
  /** One of lot, run and period. */
  'pack.requested': object({
    pack_id: Uuid,
    lot_id: orNull(Uuid),
    run_id: orNull(Uuid),
    from: orNull(Timestamp),
    to: orNull(Timestamp),
    format: oneOf('pdf', 'zip'),
  }),
  /** The file stands beside the ledger under its digest, for so long; its records are under that signed head. */
  'pack.made': object({
    pack_id: Uuid,
    records: Type.Integer({ minimum: 0 }),
    size_bytes: Type.Integer({ minimum: 1 }),
    sha256: Hash,
    ledger_size: Type.Integer({ minimum: 1 }),
    expires_at: Timestamp,
  }),
  'pack.failed': object({ pack_id: Uuid, code: Type.String({ maxLength: 60 }), text: Type.String({ maxLength: 500 }) }),
} as const
