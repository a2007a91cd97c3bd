import { givenMg } from '@flowviz/contract/balance'
import { decimalOf } from '@flowviz/contract/decimal'
import type { RunBody } from '../../../store/run-record.ts'
import { recipeOf } from '../../../store/version-record.ts'
import { decideOn } from './say-gate.ts'
import { weighing } from './say-lot.ts'
import {
  CARELESS,
  type Idea,
  lotThat,
  NOBODY,
  partOf,
  placeIn,
  runThat,
  type Said,
  type Scene,
  say,
  sound,
  spotOf,
} from './scene.ts'

type State = RunBody['state']
const OVER: readonly State[] = ['CLOSED', 'ABORTED', 'VOIDED']
const OPEN_RUNS = 4
const plan: Idea = scene => {
  const { dice, store } = scene
  const open = store.records.page({ kind: 'run', limit: 100 }).filter(({ state }) => !OVER.includes(state as State))
  if (open.length >= OPEN_RUNS && !dice.chance(CARELESS)) return null
  return say('plan-run', {
    body: {
      ...dice.one<object>(
        {},
        { recipe_id: 'lasagne' },
        { recipe_id: 'lasagne' },
        { item_id: 'stew' },
        { item_id: 'broth' },
      ),
      ...(dice.chance(70) ? { line: dice.one('L1', 'L2') } : {}),
      ...(dice.chance(8) ? { run_code: dice.one('R-1', 'R-2') } : {}),
      ...(dice.chance(3) ? { item_id: 'nuts' } : {}),
    },
  })
}

type Walk = (run: RunBody, scene: Scene) => Said | null
const params = ({ run_id }: RunBody) => ({ params: { run_id } })

const consume: Walk = (run, scene) => {
  const { dice, store } = scene
  const wanted = recipeOf(run, store)?.inputs.map(({ item_id }) => item_id)
  const fits = (item: string | null) => wanted === undefined || (item !== null && wanted.includes(item))
  const lot = lotThat(scene, one => sound(scene)(one) && one.gate_passed > 0 && (fits(one.item_id) || dice.chance(20)))
  const spot = lot === null ? null : spotOf(scene, lot)
  if (lot === null) return null
  const amount = partOf(scene, spot ?? { weight_mg: 1_000_000, count: null })
  const location = spot === null || dice.chance(40) ? {} : { location_id: spot.location_id }
  const reason = dice.chance(40) ? { reason: 'It is nearer.' } : {}
  const lot_id = dice.chance(1) ? NOBODY : lot.lot_id
  return say('consume-lot', { ...params(run), body: { lot_id, ...amount, ...location, ...reason } })
}

const restOf = ({ totals }: RunBody): number => totals.input_mg - givenMg(totals)

const produce: Walk = (run, scene) => {
  const { dice } = scene
  const rest = restOf(run)
  const weight_kg = decimalOf(Math.max(1, dice.chance(60) ? rest : Math.floor(rest / 2)), 6)
  const kind = dice.one('good', 'good', 'good', 'by_product', 'rework')
  const item = dice.chance(15) ? { item_id: dice.one('broth', 'stew', 'lasagne') } : {}
  return say('produce-lot', {
    ...params(run),
    body: {
      kind,
      ...weighing(scene, weight_kg),
      ...item,
      ...(dice.chance(20) ? { count: 1 + dice.below(9) } : {}),
      ...(dice.chance(40) ? { location_id: placeIn(scene) } : {}),
    },
  })
}

const lose: Walk = (run, scene) => {
  const cause = scene.dice.one('waste', 'sample', 'process_loss')
  const weight_kg = decimalOf(Math.max(1, Math.floor(restOf(run) / scene.dice.one(1, 10))), 6)
  return say('lose-material', { ...params(run), body: { cause, ...weighing(scene, weight_kg) } })
}

const giveBack: Walk = (run, scene) => {
  const { dice, store } = scene
  const inside = store.runs.material(run.run_id).filter(({ to_account }) => to_account === `run:${run.run_id}`)
  const charge = dice.recent(inside)
  const lot = charge === undefined ? null : store.lots.byKey(charge.lot_key)
  if (charge === undefined || lot === null) return null
  const place = dice.chance(30) ? { location_id: placeIn(scene) } : {}
  return say('return-material', { ...params(run), body: { lot_id: lot.lot_id, ...partOf(scene, charge), ...place } })
}

const step =
  (name: 'release-run' | 'prepare-run' | 'start-run' | 'resume-run' | 'complete-run' | 'close-run'): Walk =>
  run =>
    say(name, { ...params(run), body: {} })

const pause: Walk = run => say('pause-run', { ...params(run), body: { reason: 'Belt torn.' } })
const reconcile: Walk = (run, { dice }) =>
  say('reconcile-run', { ...params(run), body: dice.chance(60) ? { explanation: 'Left in the pipe.' } : {} })
const review: Walk = (run, { dice }) =>
  say('review-run', { ...params(run), body: dice.chance(50) ? { notes: 'All there.' } : {} })
const abort: Walk = (run, { dice }) =>
  say('abort-run', { ...params(run), body: { reason: 'Fire alarm.', scrap: dice.chance(50) } })
const undo: Walk = run => say('void-run', { ...params(run), body: { reason: 'A mistake.' } })
const gate: Walk = (run, scene) => decideOn({ run_id: run.run_id, passed: run.gate_passed }, scene)

/** The line is cleared, then the run starts. */
const clear: Walk = (run, scene) => (run.gate_passed < 2 ? gate : step('start-run'))(run, scene)

/** Material first, then what comes of it. */
const work: Walk = (run, scene) => {
  const empty = run.totals.input_mg === 0 && !scene.dice.chance(CARELESS)
  const walk = empty ? consume : scene.dice.one(consume, consume, produce, produce, lose, giveBack)
  return walk(run, scene)
}

const finish: Walk = (run, scene) => (run.totals.input_mg === 0 ? consume : step('complete-run'))(run, scene)

/** What usually comes next for a run in a state. */
const NEXT: Partial<Record<RunBody['state'], readonly Walk[]>> = {
  DRAFT: [step('release-run')],
  RELEASED: [step('prepare-run')],
  PRE_OP: [clear],
  RUNNING: [work, work, work, work, work, gate, pause, finish],
  PAUSED: [step('resume-run'), step('resume-run'), lose, step('complete-run')],
  COMPLETED: [lose, giveBack, gate, reconcile, reconcile],
  RECONCILED: [review],
  REVIEWED: [step('close-run')],
}
const ANY: readonly [Walk, ...Walk[]] = [abort, undo, ...new Set(Object.values(NEXT).flat())]

const goOn: Idea = scene => {
  const run = runThat(scene, ({ state }) => !OVER.includes(state))
  if (run === null) return null
  const { dice } = scene
  const usual = NEXT[run.state] ?? []
  const walk = dice.chance(93) && usual.length > 0 ? usual[dice.below(usual.length)]! : dice.one(...ANY)
  return walk(run, scene)
}

const end: Idea = scene => {
  const run = runThat(scene, () => true)
  return run === null ? null : scene.dice.one(abort, undo)(run, scene)
}

export const RUN_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [4, plan],
  [50, goOn],
  [2, end],
]
