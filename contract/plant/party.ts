import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'

type Kind = 'supplier' | 'customer' | 'carrier'

/** A business that goods come from or go to, with the location description of 21 CFR 1.1310. */
export const Party = Type.Object(
  {
    party_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    kinds: Type.Array(Type.Enum(['supplier', 'customer', 'carrier'] as Kind[]), { minItems: 1, maxItems: 3 }),
    approved: Type.Optional(
      Type.Boolean({ description: 'A supplier is approved; goods of another one are not received.' }),
    ),
    gln: Type.Optional(Type.String({ pattern: '^\\d{13}$' })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    street: Type.Optional(Type.String({ maxLength: 120 })),
    city: Type.Optional(Type.String({ maxLength: 80 })),
    region: Type.Optional(Type.String({ maxLength: 80 })),
    postal_code: Type.Optional(Type.String({ maxLength: 20 })),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    active: Type.Optional(Type.Boolean()),
  },
  { $id: 'Party', additionalProperties: false },
)
export type Party = Static<typeof Party>
