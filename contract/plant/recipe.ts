import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'

const Kg = Type.String({ pattern: '^\\d{1,7}(\\.\\d{1,6})?$' })
const Percent = Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,3})?$' })

/** How an item is made: what goes in for a batch, what comes out, and what yield is believable. */
export const Recipe = Type.Object(
  {
    recipe_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    item_id: Name,
    batch_kg: Kg,
    inputs: Type.Array(
      Type.Object(
        { item_id: Name, min_kg: Type.Optional(Kg), target_kg: Kg, max_kg: Type.Optional(Kg) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 100 },
    ),
    by_products: Type.Optional(Type.Array(Name, { maxItems: 20 })),
    yield_min_pct: Type.Optional(Percent),
    yield_max_pct: Type.Optional(Percent),
    /** Unexplained difference that a run may close with; left out: that of the site. */
    tolerance_pct: Type.Optional(Percent),
    /** Share of a batch that may be rework. */
    rework_max_pct: Type.Optional(Percent),
    steps: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 50 })),
    plan_id: Type.Optional(Name),
  },
  { $id: 'Recipe', additionalProperties: false },
)
export type Recipe = Static<typeof Recipe>
