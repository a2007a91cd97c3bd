import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'
import { Timestamp } from '../time.ts'
import { Hash, object, oneOf } from './shape.ts'

/** The ledger itself, and the readings that it seals. */
export const LEDGER_EVENTS = {
  'ledger.started': object({ site: Name, public_key: Type.String(), flowviz_version: Type.String() }),
  /** A restored box that could not ask headquarters goes on here; what it lost comes back as `ledger.recovered`. */
  'epoch.started': object({
    epoch: Type.Integer({ minimum: 2 }),
    resumed_from: object({ seq: Type.Integer({ minimum: 0 }), hash: Hash }),
    /** The last reading the box still held: later ones carry the new epoch, up to here the one before. */
    readings_seq: Type.Integer({ minimum: 0 }),
    cause: Type.String(),
  }),
  /** An event of an earlier epoch that headquarters had kept and this box had lost; `body` is its exact text. */
  'ledger.recovered': object({ epoch: Type.Integer(), seq: Type.Integer(), hash: Hash, body: Type.String() }),
  'ledger.restored': object({
    source: Type.String(),
    restored_seq: Type.Integer(),
    healed_events: Type.Integer(),
    healed_readings: Type.Integer(),
    refused: Type.Array(Type.String()),
  }),
  /** Puts readings under the chain without chaining each: SHA-256 over their seal lines joined by LF. */
  'reading.sealed': object({
    from_seq: Type.Integer(),
    to_seq: Type.Integer(),
    channels: Type.Array(object({ device_id: Name, channel: Name, count: Type.Integer(), digest: Hash })),
  }),
  /** A limit was crossed and stayed crossed: the reading that said so is copied here as evidence. */
  'limit.crossed': object({
    device_id: Name,
    channel: Name,
    verdict: oneOf('within', 'low', 'high'),
    value: Decimal,
    unit: Type.String(),
    reading_seq: Type.Integer(),
    measured_at: Timestamp,
  }),
} as const
