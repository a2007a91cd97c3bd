import Type, { type Static } from 'typebox'

const Tag = Type.Object(
  {
    tag: Type.Integer({
      title: 'Number of the tag',
      description: 'In PDACONFIG.XML of the machine.',
      minimum: 1,
      maximum: 65_535,
    }),
    // Defaults are not filled in below a name that the plant chooses: decode.ts has them.
    type: Type.Optional(
      Type.Enum(['uint32', 'int32', 'float32'] as ('uint32' | 'int32' | 'float32')[], {
        title: 'What its four bytes are',
        default: 'uint32',
      }),
    ),
    places: Type.Optional(
      Type.Integer({
        title: 'Decimal places',
        description: 'Where the point stands in a whole number; a float has its own.',
        minimum: 0,
        maximum: 6,
        default: 0,
      }),
    ),
  },
  { additionalProperties: false },
)

/** Which tag of the machine each channel reads. */
export const WeihenstephanSettings = Type.Object(
  {
    tags: Type.Record(Type.String({ maxLength: 40 }), Tag, {
      title: 'Tags by the name of their channel',
      maxProperties: 64,
    }),
  },
  { additionalProperties: false },
)
export type WeihenstephanSettings = Static<typeof WeihenstephanSettings>
