import { type Allergen, undeclared } from '@flowviz/contract/allergen'
import { shareOf } from '@flowviz/contract/balance'
import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { LotType } from '@flowviz/contract/lot-word'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import { toBase } from '@flowviz/contract/unit'

/** Material on its way into a run. */
export interface Going {
  lot_code: string
  lot_type: LotType
  item_id: string | null
  weight_mg: number
}

export interface RecipeState {
  /** What the run is planned to make; null: one batch. */
  planned_mg: number | null
  /** What of the same item, or of rework, has gone in already. */
  inside_mg: number
}

/** True for rework that the recipe does not name as an input of its own. */
export const isRework = ({ lot_type, item_id }: Pick<Going, 'lot_type' | 'item_id'>, recipe: Recipe): boolean =>
  lot_type === 'REWORK' && !recipe.inputs.some(input => input.item_id === item_id)

/**
 * Refuses material that the recipe does not have, or more of it than the recipe allows for the planned quantity.
 * @throws FlowError recipe_mismatch (with `allowed`), recipe_exceeded (with `left_kg`).
 */
export function requireInRecipe(going: Going, recipe: Recipe, { planned_mg, inside_mg }: RecipeState): void {
  const most_mg = mostOf(going, recipe, planned_mg)
  if (most_mg === undefined) {
    const allowed = recipe.inputs.map(({ item_id }) => item_id)
    throw new FlowError('recipe_mismatch', `${recipe.title} is not made of ${going.item_id ?? 'that'}.`, {
      extra: { item_id: going.item_id, allowed },
    })
  }
  if (most_mg === null || inside_mg + going.weight_mg <= most_mg) return
  const left_kg = decimalOf(Math.max(0, most_mg - inside_mg), 6)
  throw new FlowError('recipe_exceeded', `${recipe.title} takes ${left_kg} kg more of lot ${going.lot_code}.`, {
    extra: { item_id: going.item_id, left_kg },
  })
}

/** Milligrams of it that may go in; null: as much as there is; undefined: none of it belongs in. */
function mostOf(going: Going, recipe: Recipe, planned_mg: number | null): number | null | undefined {
  const batch_mg = toBase(recipe.batch_kg, 'kg')
  if (isRework(going, recipe)) {
    const { rework_max_pct } = recipe
    return rework_max_pct === undefined ? undefined : shareOf(planned_mg ?? batch_mg, rework_max_pct)
  }
  const input = recipe.inputs.find(({ item_id }) => item_id === going.item_id)
  if (input === undefined) return undefined
  if (input.max_kg === undefined) return null
  const max_mg = BigInt(toBase(input.max_kg, 'kg'))
  return Number((max_mg * BigInt(planned_mg ?? batch_mg)) / BigInt(batch_mg))
}

/**
 * Refuses material with an allergen that the label does not declare (food-domain B6).
 * @param label null: there is no label yet that could be wrong.
 * @throws FlowError allergen_conflict with `undeclared`.
 */
export function requireDeclared(inside: readonly Allergen[], label: readonly Allergen[] | null, what: string): void {
  const extra = label === null ? [] : undeclared(inside, label)
  if (extra.length === 0) return
  throw new FlowError('allergen_conflict', `${what} holds ${extra.join(', ')}, which the output does not declare.`, {
    extra: { undeclared: extra, declared: label },
  })
}
