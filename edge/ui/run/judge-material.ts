import type { Recipe } from '@flowviz/contract/plant/recipe'
import type { Run } from '@flowviz/contract/run'
import type { JudgedLot } from '../lot/judge-lot.ts'

/** Why a lot that may be used does not belong into a run. */
export type NotMaterial = 'not_in_recipe' | 'allergen' | 'enough'

interface Into {
  run: Pick<Run, 'declared_allergens'>
  recipe: Pick<Recipe, 'inputs' | 'rework_max_pct'> | null
  /** Milligrams of the same line that are in the run, and the most that may be; null: as much as there is. */
  inside_mg: number
  max_mg: number | null
}

/** Whether a usable lot belongs into a run. */
export function judgeMaterial(lot: JudgedLot, { run, recipe, inside_mg, max_mg }: Into): NotMaterial | null {
  const isInput = recipe === null || recipe.inputs.some(({ item_id }) => item_id === lot.item_id)
  const isRework = lot.lot_type === 'REWORK' && recipe?.rework_max_pct !== undefined
  if (!isInput && !isRework) return 'not_in_recipe'
  const declared = run.declared_allergens
  if (declared !== null && lot.allergens.some(allergen => !declared.includes(allergen))) return 'allergen'
  return max_mg !== null && inside_mg >= max_mg ? 'enough' : null
}
