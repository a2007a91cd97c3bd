import Type, { type Static } from 'typebox'
import { LotRef } from './command/lot.ts'
import { RunRef } from './command/run.ts'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** So long a finished file is kept, days. Its records stay in the ledger. */
export const PACK_KEPT_DAYS = 30
/** More are some thousand pages, which nobody reads; the archive has them in volumes. */
export const PACK_PDF_RECORDS_MAX = 5_000
/** Some hundred megabytes, and a quarter of an hour of work. */
export const PACK_ZIP_RECORDS_MAX = 200_000

export const PackFormat = oneOf('pdf', 'zip')
export type PackFormat = Static<typeof PackFormat>

export const PackRequest = Type.Object(
  {
    of: Type.Union(
      [object({ lot_id: LotRef }), object({ run_id: RunRef }), object({ from: Timestamp, to: Timestamp })],
      { description: 'One lot, one run, or all that was recorded from one time on and before another.' },
    ),
    format: PackFormat,
  },
  { $id: 'PackRequest', additionalProperties: false },
)
export type PackRequest = Static<typeof PackRequest>

/** A pack of records for an audit, and how far it is. GONE: it was made, and its file is not kept any more. */
export const Pack = Type.Object(
  {
    pack_id: Uuid,
    state: oneOf('QUEUED', 'RUNNING', 'MADE', 'FAILED', 'GONE'),
    lot_id: orNull(Uuid),
    run_id: orNull(Uuid),
    from: orNull(Timestamp),
    to: orNull(Timestamp),
    format: PackFormat,
    requested_at: Timestamp,
    requested_by: Type.String({ description: 'Id of the person.' }),
    records_done: orNull(Type.Integer({ description: 'Null before it runs.' })),
    records: orNull(Type.Integer({ description: 'Null until they are counted.' })),
    size_bytes: orNull(Type.Integer()),
    sha256: Text,
    ledger_size: orNull(Type.Integer({ description: 'Size of the signed tree that its proofs lead to.' })),
    made_at: orNull(Timestamp),
    expires_at: orNull(Timestamp),
    problem: orNull(object({ code: Type.String(), text: Type.String(), hint: Type.String() })),
  },
  { $id: 'Pack', additionalProperties: false },
)
export type Pack = Static<typeof Pack>
