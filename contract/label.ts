import Type, { type Static } from 'typebox'
import { Allergens } from './allergen.ts'
import { Decimal } from './decimal.ts'
import { Day, object, oneOf, orNull } from './event/shape.ts'
import { Name } from './name.ts'
import { Uuid } from './uuid.ts'

/** What is labelled: a case or an ingredient of a lot, a pallet (SSCC), or goods that are held. */
export const LABEL_KINDS = ['case', 'pallet', 'ingredient', 'hold'] as const
export type LabelKind = (typeof LABEL_KINDS)[number]
export const LabelKind = oneOf('case', 'pallet', 'ingredient', 'hold')

/** Lines of a label that are words alone. */
export const LABEL_LINES_MAX = 8

const Line = Type.String({ maxLength: 120 })

/**
 * All that a label says, frozen when it is queued: what was printed can be shown years later, and a reprint says the
 * same. Barcodes, words and places are a pure function of this and of the size of the label.
 */
export const LabelContent = object({
  label: LabelKind,
  site: Name,
  title: Line,
  lot_code: orNull(Type.String({ maxLength: 40 })),
  gtin: orNull(Type.String({ pattern: '^\\d{14}$' })),
  sscc: orNull(Type.String({ pattern: '^\\d{18}$' })),
  hold_id: orNull(Uuid),
  produced_on: orNull(Day),
  best_before: orNull(Day),
  expires_on: orNull(Day),
  /** Net weight of what bears the label, where each has its own. */
  weight_kg: orNull(Decimal),
  /** Cases on a pallet. */
  count: orNull(Type.Integer({ minimum: 1 })),
  allergens: Allergens,
  storage: orNull(oneOf('ambient', 'chilled', 'frozen')),
  lines: Type.Array(Line, { maxItems: LABEL_LINES_MAX }),
})
export type LabelContent = Static<typeof LabelContent>

/** What a label is of: exactly the one that its kind needs. */
export const LabelSubject = {
  label: LabelKind,
  lot_id: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'Case or ingredient: id or code.' })),
  hu_id: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Pallet: id or SSCC.' })),
  hold_id: Type.Optional(Uuid),
  weight_kg: Type.Optional(
    Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,6})?$', description: 'Net weight of one case of a variable weight.' }),
  ),
}

/** Size of the label and resolution of the printer. */
export const LabelSize = {
  dpi: Type.Enum([203, 300] as (203 | 300)[]),
  width_mm: Type.Integer({ minimum: 25, maximum: 220 }),
  height_mm: Type.Integer({ minimum: 15, maximum: 400 }),
}

export const LabelPreviewRequest = Type.Object(
  {
    ...LabelSubject,
    format: oneOf('svg', 'zpl'),
    printer_id: Type.Optional(Name),
    dpi: Type.Optional(LabelSize.dpi),
    width_mm: Type.Optional(LabelSize.width_mm),
    height_mm: Type.Optional(LabelSize.height_mm),
  },
  { $id: 'LabelPreviewRequest', additionalProperties: false },
)
export type LabelPreviewRequest = Static<typeof LabelPreviewRequest>

/** A label as it would come out: an image, or what the printer would get. */
export const LabelPreview = Type.Object(
  {
    format: oneOf('svg', 'zpl'),
    dpi: LabelSize.dpi,
    width_mm: LabelSize.width_mm,
    height_mm: LabelSize.height_mm,
    /** GS1 elements of all its barcodes together, in brackets: `(01)09521234543213(10)AB-1`. */
    elements: Type.String(),
    link: orNull(Type.String({ description: 'GS1 Digital Link of the QR code.' })),
    text: Type.String(),
  },
  { $id: 'LabelPreview', additionalProperties: false },
)
export type LabelPreview = Static<typeof LabelPreview>
