import Type, { type Static } from 'typebox'
import { Allergens } from '../allergen.ts'
import { LotType } from '../lot-word.ts'
import { Name } from '../name.ts'

/** The categories of the Food Traceability List (21 CFR 1.1300), as GS1 US names them. */
export const FTL_CATEGORIES = [
  'CHEESE_PAST_FRESH_SOFT',
  'CHEESE_PAST_SOFT_RIPENED_SEMI_SOFT',
  'CHEESE_UNPAST_NOT_HARD',
  'SHELL_EGGS',
  'NUT_BUTTERS',
  'CUCUMBERS_FRESH',
  'HERBS_FRESH',
  'LEAFY_GREENS',
  'LEAFY_GREENS_FRESH_CUT',
  'MELONS_FRESH',
  'PEPPERS_FRESH',
  'SPROUTS',
  'TOMATOES_FRESH',
  'TROPICAL_TREE_FRUITS_FRESH',
  'FRUITS_FRESH_CUT',
  'VEGETABLES_FRESH_CUT_NOT_LEAFY',
  'FINFISH_HISTAMINE',
  'FINFISH_CIGUATOXIN',
  'FINFISH_OTHER',
  'FINFISH_SMOKED',
  'CRUSTACEANS',
  'MOLLUSCAN_BIVALVES',
  'RTE_DELI_SALADS_REFRIGERATED',
] as const
export type FtlCategory = (typeof FTL_CATEGORIES)[number]

/** A material: raw, in process, finished, rework or packaging (ISA-95 material definition). */
export const Item = Type.Object(
  {
    item_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    lot_type: LotType,
    gtin: Type.Optional(Type.String({ pattern: '^\\d{14}$' })),
    /** Pieces are counted and weighed, and each piece has its own weight. */
    catch_weight: Type.Optional(Type.Boolean()),
    nominal_weight_kg: Type.Optional(Type.String({ pattern: '^\\d{1,7}(\\.\\d{1,6})?$' })),
    shelf_life_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
    allergens: Type.Optional(Allergens),
    ftl_category: Type.Optional(Type.Enum([...FTL_CATEGORIES] as FtlCategory[])),
    fsma_exemption: Type.Optional(Type.String({ maxLength: 200 })),
    storage: Type.Optional(Type.Enum(['ambient', 'chilled', 'frozen'] as ('ambient' | 'chilled' | 'frozen')[])),
    /** The QC plan of its lots; left out: the plan of the site. */
    plan_id: Type.Optional(Name),
    active: Type.Optional(Type.Boolean()),
  },
  { $id: 'Item', additionalProperties: false },
)
export type Item = Static<typeof Item>
