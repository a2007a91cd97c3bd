import Type, { type Static, type TSchema } from 'typebox'

const bytes = (title: string, description: string) =>
  Type.String({ title, description, pattern: '^([0-9a-fA-F]{2}){0,32}$', default: '' })

const texts = (title: string) => Type.Array(Type.String({ maxLength: 40 }), { title, maxItems: 20, default: [] })

const mapped = <T extends TSchema>(title: string, to: T) =>
  Type.Record(Type.String({ maxLength: 40 }), to, { title, maxProperties: 20, default: {} })

const Maps = Type.Object(
  {
    stable: mapped('Texts of the group `stable`: true for a stable load', Type.Boolean()),
    basis: mapped(
      'Texts of the group `basis`',
      Type.Enum(['gross', 'net', 'tare', 'unknown'] as ('gross' | 'net' | 'tare' | 'unknown')[]),
    ),
    unit: mapped('Texts of the group `unit`', Type.String({ maxLength: 10 })),
    over: texts('Texts of `over`, `stable` or `value` that mean overload'),
    under: texts('Texts of `under`, `stable` or `value` that mean underload'),
  },
  { title: 'What the words of the scale mean', additionalProperties: false, default: {} },
)

/** What describes a scale that sends lines of text. */
export const SCHEMA = {
  start: bytes('Bytes that begin a frame', 'In hex, `02` for STX; empty where frames are lines.'),
  terminator: Type.String({
    title: 'What ends a frame',
    description: 'crlf, cr, lf or etx, or up to four bytes in hex.',
    pattern: '^(crlf|cr|lf|etx|([0-9a-fA-F]{2}){1,4})$',
    default: 'crlf',
  }),
  length_max: Type.Integer({
    title: 'Longest frame, in bytes',
    description: 'What is longer is noise.',
    minimum: 2,
    maximum: 512,
    default: 128,
  }),
  mask_bit7: Type.Boolean({
    title: 'Look at seven bits only',
    description: 'A port opened 8N1 on a line with parity carries it in bit 7.',
    default: true,
  }),
  poll: bytes('Question for the weight', 'In hex, `570d` for W CR; empty for a scale that speaks by itself.'),
  poll_stable: bytes('Question for a stable weight', 'In hex; empty where there is none.'),
  tare: bytes('Command that tares', 'In hex; empty where there is none.'),
  clear_tare: bytes('Command that clears the tare', 'In hex; empty where there is none.'),
  zero: bytes('Command that zeroes', 'In hex; empty where there is none.'),
  pattern: Type.String({
    title: 'Pattern of a whole frame, without what begins and ends it',
    description:
      'RE2 syntax: no look-around and no back-references. Groups: value, and sign, unit, stable, basis, over, under, addr, tare, alibi where the scale sends them.',
    minLength: 1,
    maxLength: 400,
  }),
  maps: Maps,
  decimal_char: Type.Enum(['.', ','] as ('.' | ',')[], { title: 'Decimal mark', default: '.' }),
  implied_decimals: Type.Integer({
    title: 'Decimal places where no mark is sent',
    minimum: 0,
    maximum: 6,
    default: 0,
  }),
  unit_default: Type.String({
    title: 'Unit where none is sent',
    description: 'Empty for the unit of the channel.',
    maxLength: 10,
    default: '',
  }),
  address: Type.String({
    title: 'Address',
    description: 'Frames whose group `addr` is another one are left alone; empty hears all.',
    maxLength: 20,
    default: '',
  }),
  sample: Type.String({
    title: 'A frame that the scale has sent, without what begins and ends it',
    description: 'The pattern is tried on it whenever the configuration is read.',
    minLength: 1,
    maxLength: 512,
  }),
  expected: Type.String({
    title: 'The weight that the display showed for it',
    description: 'As decimal text, or overload, underload.',
    pattern: '^(-?[0-9]{1,12}(\\.[0-9]{1,9})?|overload|underload)$',
  }),
}

const Settings = Type.Object(SCHEMA)
export type GenericSettings = Static<typeof Settings>
