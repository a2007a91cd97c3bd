import { compareDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import { crossed } from './master.ts'

/** Refuses a recipe that contradicts itself. @throws FlowError recipe_invalid with `problems`. */
export function requireSoundRecipe(recipe: Recipe): void {
  const problems = [...inputProblems(recipe), ...yieldProblems(recipe)]
  if (problems.length === 0) return
  throw new FlowError('recipe_invalid', `${recipe.recipe_id}: ${problems.join('; ')}.`, { extra: { problems } })
}

function inputProblems({ item_id, inputs, batch_kg }: Recipe): string[] {
  const problems = inputs.flatMap(({ item_id: input, min_kg, target_kg, max_kg }, at) => {
    const said: string[] = []
    if (input === item_id) said.push(`${input} is both input and output; rework is no input of a recipe`)
    if (inputs.findIndex(other => other.item_id === input) !== at) said.push(`${input} is an input twice`)
    if (crossed(min_kg, target_kg)) said.push(`min_kg of ${input} is above its target_kg`)
    if (crossed(target_kg, max_kg)) said.push(`target_kg of ${input} is above its max_kg`)
    return said
  })
  if (compareDecimal(batch_kg, '0') <= 0) problems.push('batch_kg is not above zero')
  return problems
}

function yieldProblems({ yield_min_pct, yield_max_pct, tolerance_pct, rework_max_pct, item_id, ...recipe }: Recipe) {
  const problems: string[] = []
  if (crossed(yield_min_pct, yield_max_pct)) problems.push('yield_min_pct is above yield_max_pct')
  if (crossed(tolerance_pct, '100')) problems.push('tolerance_pct is above 100')
  if (crossed(rework_max_pct, '100')) problems.push('rework_max_pct is above 100')
  if (recipe.by_products?.includes(item_id) === true) problems.push(`${item_id} is both output and by-product`)
  return problems
}
