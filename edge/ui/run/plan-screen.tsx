import type { RecipeVersion } from '@flowviz/contract/master'
import type { Run } from '@flowviz/contract/run'
import { sumText } from '@flowviz/contract/screen/format'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { Choice } from '../part/choice.tsx'
import { NumberPad } from '../part/number-pad.tsx'
import { say } from './words.ts'

const LINE_DEFAULT = 'L1'

/** Plans a run by an approved recipe: what, how much, on which line. */
export function PlanScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const recipes = currentOf(floor.shelf.recipes.value.value ?? [])
  const [recipe, choose] = useState<RecipeVersion | null>(null)
  const [kg, setKg] = useState('')
  const lines = [...new Set((floor.shelf.runs.value.value ?? []).map(run => run.line))].sort()
  const [line, setLine] = useState<string | null>(null)
  const usual = (floor.shelf.runs.value.value ?? []).find(run => run.recipe_id === recipe?.recipe_id)?.line
  const chosen_line = line ?? usual ?? lines[0] ?? LINE_DEFAULT
  const plan = async () => {
    if (recipe === null) return
    const body = { recipe_id: recipe.recipe_id, planned_kg: kg, line: chosen_line }
    try {
      const { key } = await floor.outbox.put({ command: 'plan-run', body, about: recipe.title })
      const pending = floor.away.value === null ? {} : { text: say('planned_waits') }
      floor.scan.bus.say({ tone: 'ok', title: say('planned', { title: recipe.title }), ...pending })
      if (floor.away.value !== null) return route('/runs')
      const { answer } = await floor.outbox.settled(key)
      const run = answer as Run | null
      await floor.shelf.runs.refresh()
      route(run === null ? '/runs' : `/run/${encodeURIComponent(run.run_code)}`)
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') })
    }
  }
  const missing = recipe === null ? say('missing_recipe') : Number(kg) > 0 ? null : say('missing_kg')
  return (
    <Screen
      title={say('plan_title')}
      back="/runs"
      class="run-screen"
      primary={{ word: say('plan_it'), missing, run: () => void plan() }}
    >
      <div class="left">
        <h2>{say('choose_recipe')}</h2>
        {recipes.length === 0 && <p class="notice">{say('no_recipes')}</p>}
        <div class="choices">
          {recipes.map(one => (
            <button
              key={one.recipe_id}
              type="button"
              class="button"
              aria-pressed={one === recipe}
              onClick={() => {
                choose(one)
                setKg(sumPlain(one.batch_kg))
                setLine(null)
              }}
            >
              <b>{one.title}</b>
              <span>{say('batch', { kg: sumText(one.batch_kg) })}</span>
            </button>
          ))}
        </div>
      </div>
      <div class="right">
        <NumberPad label={say('how_much')} unit="kg" value={kg} change={setKg} />
        {lines.length > 1 && (
          <Choice
            name="line"
            legend={say('which_line')}
            options={lines.map(value => ({ value, face: value }))}
            chosen={chosen_line}
            choose={setLine}
          />
        )}
      </div>
    </Screen>
  )
}

const sumPlain = (kg: string) => (kg.includes('.') ? kg.replace(/\.?0+$/, '') : kg)

/** The approved version of each recipe that counts now. */
const currentOf = (recipes: readonly RecipeVersion[]): RecipeVersion[] =>
  recipes.filter(
    one =>
      one.state === 'APPROVED' &&
      !recipes.some(
        other => other.recipe_id === one.recipe_id && other.state === 'APPROVED' && other.version > one.version,
      ),
  )
