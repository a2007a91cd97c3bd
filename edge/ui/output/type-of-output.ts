import type { Item } from '@flowviz/contract/plant/item'
import type { Run } from '@flowviz/contract/run'

type Typed = Pick<Item, 'item_id' | 'lot_type'>

/** What kind of lot an output is, by the product that the run makes: its label follows from it. */
export function typeOfOutput(kind: string, { item_id }: Pick<Run, 'item_id'>, items: readonly Typed[]) {
  if (kind !== 'good') return 'WIP'
  return items.find(item => item.item_id === item_id)?.lot_type ?? 'FG'
}
