import Type from 'typebox'
import { Finding } from '../epcis/finding.ts'
import { Uuid } from '../uuid.ts'
import { Hash, object, oneOf } from './shape.ts'

/** An EPCIS event that is kept in the ledger has at most so many characters. */
export const EPCIS_TEXT_MAX = 32_768

/** What trading partners say of goods: their EPCIS events, kept word for word. */
export const EPCIS_EVENTS = {
  'epcis.captured': object({
    capture_id: Uuid,
    /** As the sender gave it; the hash of the event where there was none. */
    event_id: Type.String({ maxLength: 500 }),
    /** Of what happened (contract/epcis/event-hash.ts), hex. */
    hash: Hash,
    /** The event takes back what was said under the same id before. */
    declares_error: Type.Boolean(),
    /** The event as JSON with its context. */
    text: Type.String({ maxLength: EPCIS_TEXT_MAX, contentMediaType: 'application/json' }),
  }),
  'epcis.capture_ended': object({
    capture_id: Uuid,
    behaviour: oneOf('rollback', 'proceed'),
    success: Type.Boolean(),
    event_count: Type.Integer({ minimum: 0 }),
    captured: Type.Integer({ minimum: 0 }),
    /** Were here before: nothing was kept twice. */
    known: Type.Integer({ minimum: 0 }),
    findings: Type.Array(Finding, { maxItems: 100 }),
  }),
} as const
