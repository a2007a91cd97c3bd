import Type, { type Static } from 'typebox'

/** What differs between the makers of this transmitter. */
export const XyMd02Settings = Type.Object(
  {
    address: Type.Integer({
      title: 'Register of the temperature',
      description: 'On the wire, from 0; the humidity follows it. Some clones begin at 0.',
      minimum: 0,
      maximum: 65_534,
      default: 1,
    }),
    places: Type.Integer({
      title: 'Decimal places',
      description: '1: 305 is 30.5. Some clones send hundredths: 2.',
      minimum: 0,
      maximum: 3,
      default: 1,
    }),
    table: Type.Enum(['input', 'holding'] as ('input' | 'holding')[], {
      title: 'Register table',
      description: 'Input registers (function code 4) or holding registers (3).',
      default: 'input',
    }),
  },
  { additionalProperties: false },
)
export type XyMd02Settings = Static<typeof XyMd02Settings>
