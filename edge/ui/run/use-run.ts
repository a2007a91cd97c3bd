import type { Lot } from '@flowviz/contract/lot'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { knownLotOf } from '../lot/known-lots.ts'
import { useBook } from '../shelf/use-book.ts'
import { notedWeightsOf } from '../weight/noted-of.ts'
import { flaggedOf } from './flagged.ts'
import { type Need, needsOf } from './need.ts'
import { type RunNow, runNow } from './run-now.ts'
import { type Taken, takenOf } from './taken.ts'
import { useToldMaterial } from './told-material.ts'

/** All runs as they are now; null while nothing was ever heard. */
export function useRuns(): RunNow[] | null {
  const { shelf, outbox } = useFloor()
  const runs = useBook(shelf.runs, shelf.stirred)
  const as_of = shelf.runs.kept.value?.as_of ?? 0
  const entries = outbox.entries.value
  return runs?.map(run => runNow(run, entries, as_of)) ?? null
}

/** A run by its id or code: `loading` while nothing was ever heard, null when it is not known here. */
export function useRun(ref: string): RunNow | null | 'loading' {
  const runs = useRuns()
  if (runs === null) return 'loading'
  return runs.find(({ run }) => run.run_id === ref || run.run_code === ref) ?? null
}

export interface Material {
  taken: readonly Taken[]
  /** What the recipe asks for; null for a run without one, or one whose recipe this tablet lacks. */
  needs: readonly Need[] | null
  recipe: Recipe | null
  flagged: readonly Taken[]
  /** Codes of the lots that came of it, as told. */
  made: readonly string[]
}

/** What is in a run, what is still to come, and what of it should not be in there any more. */
export function useMaterial({ run }: RunNow): Material {
  const floor = useFloor()
  const told = useToldMaterial(run.run_id)
  const { shelf, outbox } = floor
  const noted = notedWeightsOf(floor)
  const taken = takenOf(run, {
    told,
    entries: outbox.entries.value,
    lot: ref => lotOf(floor, ref),
    noted_kg: key => noted.of(key)?.weight_kg,
  })
  const recipe = shelf.recipes.value.value?.find(
    one => one.recipe_id === run.recipe_id && one.version === run.recipe_version,
  )
  const items = shelf.items.value.value ?? []
  return {
    taken,
    recipe: recipe ?? null,
    needs: recipe === undefined ? null : needsOf(run, recipe, { taken, items }),
    made: told?.material.outputs?.map(({ lot_code }) => lot_code) ?? [],
    flagged: flaggedOf(taken, shelf.lots.value.value ?? [], useBook(shelf.holds, shelf.stirred) ?? []),
  }
}

/** A lot of the appliance that this tablet knows, by its id or code. */
export function lotOf(floor: Floor, ref: string): Lot | undefined {
  const lot = knownLotOf(floor, ref)
  return lot?.pending === true ? undefined : lot
}

/** The day (UTC, as lots are judged) by the appliance's clock. */
export const todayOf = ({ clock }: Pick<Floor, 'clock'>): string => new Date(clock.now.value).toISOString().slice(0, 10)
