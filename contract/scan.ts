import Type, { type Static } from 'typebox'
import { object, oneOf, orNull } from './event/shape.ts'
import { WARNING_CODES } from './gs1/scan.ts'
import { Name } from './name.ts'
import { Uuid } from './uuid.ts'

const Elements = Type.Array(object({ ai: Type.String(), value: Type.String() }))
const LabelDate = orNull(object({ date: Type.String(), precision: oneOf('day', 'month') }))
const LabelWeight = orNull(object({ value: Type.String(), unit: oneOf('kg', 'lb'), decimals: Type.Integer() }))
const Text = orNull(Type.String())

/** What a label says, in a plant's words. Dates of a month are its last day. */
export const Label = object({
  gtin: Text,
  lot: Text,
  serial: Text,
  sscc: Text,
  gln: Text,
  gln_extension: Text,
  count: orNull(Type.Integer()),
  net: LabelWeight,
  gross: LabelWeight,
  production_date: LabelDate,
  packaging_date: LabelDate,
  best_before: LabelDate,
  sell_by: LabelDate,
  use_by: LabelDate,
})

/** The symbols of one item, as the scanner sent them; GS (0x1D) may travel as its picture, U+241D. */
export const ScanRequest = Type.Object(
  {
    symbols: Type.Array(Type.String({ minLength: 1, maxLength: 8_000 }), { minItems: 1, maxItems: 6 }),
    separator: Type.Optional(
      Type.String({ minLength: 1, maxLength: 8, description: 'What the scanner sends instead of GS.' }),
    ),
  },
  { $id: 'ScanRequest', additionalProperties: false },
)

const ScanFault = object({ code: Type.String(), at: Type.Integer(), message: Type.String(), hint: Type.String() })

/**
 * What was scanned. Several `lots` bear the same label: a person chooses. `warnings` say what was assumed, `fault` why a
 * known code of the plant is no GS1 data. What is not known here is refused: scan_unknown, with all but the ids.
 */
export const ScanAnswer = Type.Object(
  {
    what: oneOf('lot', 'handling_unit', 'hold', 'item'),
    lots: Type.Array(object({ lot_id: Uuid, lot_code: Type.String() })),
    hu_id: orNull(Uuid),
    hold_id: orNull(Uuid),
    item_id: orNull(Name),
    form: orNull(oneOf('bracketed', 'element_string', 'digital_link', 'gtin', 'sscc', 'plain')),
    symbology: orNull(Type.String({ description: 'AIM identifier, as ]C1.' })),
    elements: Elements,
    label: Label,
    warnings: Type.Array(
      object({
        code: oneOf(...WARNING_CODES),
        message: Type.String(),
        other: Type.Optional(Elements),
      }),
    ),
    fault: orNull(ScanFault),
  },
  { $id: 'ScanAnswer', additionalProperties: false },
)
export type ScanAnswer = Static<typeof ScanAnswer>
