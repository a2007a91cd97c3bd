import Type, { type Static } from 'typebox'

/** What is put in front of a command's text before it is signed. */
export const COMMAND_CONTEXT = 'flowviz/command/v1\n'

/** The public half of a tablet's own key; the private half cannot leave the tablet. */
export const TabletKey = Type.Object(
  {
    kty: Type.Literal('EC'),
    crv: Type.Literal('P-256'),
    x: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    y: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  },
  { $id: 'TabletKey', additionalProperties: false },
)
export type TabletKey = Static<typeof TabletKey>

export type TabletState = 'ENROLLED' | 'REVOKED'

/** Numbers from one to another, both included. */
export const SeqRange = Type.Object(
  { from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
export type SeqRange = Static<typeof SeqRange>
