import Type, { type Static } from 'typebox'

/** Name of the file that `flowviz restore` leaves in the data folder, and that the appliance takes away once healed. */
export const RESTORED_MARKER = 'restored.json'

/** Says to the appliance that its files come from a copy, so that it asks headquarters before it takes writes. */
export const RestoredMarker = Type.Object(
  {
    v: Type.Literal(1),
    /** Which copy it was, for the ledger and for people. */
    source: Type.String({ maxLength: 500 }),
    restored_seq: Type.Integer({ minimum: 0 }),
    /** Copies that were tried and not taken, each with its cause. */
    refused: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 }),
  },
  { $id: 'RestoredMarker', additionalProperties: false },
)
export type RestoredMarker = Static<typeof RestoredMarker>
