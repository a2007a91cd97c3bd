import type { Item } from '@flowviz/contract/plant/item'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import type { Run } from '@flowviz/contract/run'
import { mgOf } from './mass.ts'
import type { Taken } from './taken.ts'

/** One line of a recipe as the line needs it for this run. */
export interface Need {
  item_id: string
  title: string
  target_mg: number
  /** More than this is refused; null: nothing is said. */
  max_mg: number | null
  used_mg: number
  /** Of it, what the appliance has not confirmed. */
  waiting_mg: number
  left_mg: number
}

type Scaled = Pick<Run, 'planned'>
type Made = Pick<Recipe, 'batch_kg' | 'inputs'>

/** What a recipe asks for, for as much as the run is planned to make; without a plan, for one batch. */
export function needsOf(
  run: Scaled,
  recipe: Made,
  { taken, items }: { taken: readonly Taken[]; items: readonly Pick<Item, 'item_id' | 'title'>[] },
): Need[] {
  const batch_mg = mgOf(recipe.batch_kg)
  const made_mg = run.planned?.weight_mg ?? batch_mg
  const forRun = (kg: string) => Number((BigInt(mgOf(kg)) * BigInt(made_mg)) / BigInt(batch_mg))
  return recipe.inputs.map(({ item_id, target_kg, max_kg }) => {
    const mine = taken.filter(one => one.item_id === item_id)
    const sum = (field: 'weight_mg' | 'waiting_mg') => mine.reduce((total, one) => total + one[field], 0)
    const target_mg = forRun(target_kg)
    const used_mg = sum('weight_mg')
    return {
      item_id,
      title: items.find(item => item.item_id === item_id)?.title ?? item_id,
      target_mg,
      max_mg: max_kg === undefined ? null : forRun(max_kg),
      used_mg,
      waiting_mg: sum('waiting_mg'),
      left_mg: Math.max(0, target_mg - used_mg),
    }
  })
}
