import type { Lot } from '@flowviz/contract/lot'
import type { Run } from '@flowviz/contract/run'
import fc from 'fast-check'
import { type Box, OPERATOR, openBox } from './box.ts'
import { furnish, goods, hold, MANAGER, pass, planned, REVIEWER, signerOf } from './kitchen.ts'

const DAY_MS = 86_400_000

/** A plant in the middle of a random history: its lots and its runs, in order. */
export interface Plant {
  box: Box
  lots: Lot[]
  runs: Run[]
  /** Why an act was refused, in order. */
  refusals: string[]
}
export type Act = (plant: Plant) => void

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

function onRun(at: number, act: (box: Box, given: { params: { run_id: string } }) => void): Act {
  return ({ box, runs }) => {
    const run = pick(runs, at)
    if (run !== undefined) act(box, { params: { run_id: run.run_id } })
  }
}

const index = fc.nat(5)
const kg = fc.constantFrom('0.000001', '7.5', '12.25', '40', '100')
const recent = fc.nat(1)

const supply: fc.Arbitrary<Act> = fc
  .record({ item: fc.constantFrom('beef', 'pasta', 'nuts'), days: fc.nat(3), count: fc.constantFrom(undefined, 8) })
  .map(({ item, days, count }) => ({ box, lots }) => {
    const expires_on = new Date(box.clock.ms + days * DAY_MS).toISOString().slice(0, 10)
    lots.push(goods(box, item, { expires_on, ...(count === undefined ? {} : { count }) }))
  })
const ungated: Act = ({ box, lots }) => {
  lots.push(box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '50', item_id: 'beef' } }))
}
const judge: fc.Arbitrary<Act> = fc
  .record({ at: index, how: fc.constantFrom('hold', 'pass', 'fail') })
  .map(({ at, how }) => ({ box, lots }) => {
    const lot = pick(lots, at)
    if (lot === undefined) return
    if (how === 'hold') hold(box, lot)
    else if (how === 'pass') pass(box, { lot }, 4)
    else pass(box, { lot, status: 'REJECTED' }, 1)
  })
const begin: fc.Arbitrary<Act> = fc
  .constantFrom<{ recipe_id?: string; item_id?: string }>({}, { recipe_id: 'lasagne' }, { item_id: 'stew' })
  .map(body => ({ box, runs }) => {
    const run = planned(box, body)
    runs.unshift(run)
    pass(box, { run }, 2)
    box.act('start-run', { params: { run_id: run.run_id }, body: {} })
  })
const consume: fc.Arbitrary<Act> = fc
  .record({ run: recent, lot: index, weight_kg: kg, count: fc.constantFrom(undefined, 1) })
  .map(
    ({ run, lot, weight_kg, count }) =>
      plant =>
        onRun(run, (box, given) => {
          const lot_id = pick(plant.lots, lot)?.lot_id ?? 'NONE'
          box.act('consume-lot', { ...given, body: { lot_id, weight_kg, ...(count === undefined ? {} : { count }) } })
        })(plant),
  )
const produce: fc.Arbitrary<Act> = fc
  .record({ run: recent, kind: fc.constantFrom('good', 'by_product', 'rework'), weight_kg: kg })
  .map(
    ({ run, kind, weight_kg }) =>
      plant =>
        onRun(run, (box, given) => {
          plant.lots.unshift(box.act('produce-lot', { ...given, body: { kind, weight_kg } }).lot)
        })(plant),
  )
/** What is to be worked again goes into the run that it came of. */
const again: fc.Arbitrary<Act> = recent.map(
  run => plant =>
    onRun(run, (box, given) => {
      const { lot } = box.act('produce-lot', { ...given, body: { kind: 'rework', weight_kg: '7.5' } })
      plant.lots.unshift(lot)
      box.act('consume-lot', { ...given, body: { lot_id: lot.lot_id, weight_kg: '7.5' } })
    })(plant),
)
const lose: fc.Arbitrary<Act> = fc
  .record({ run: recent, cause: fc.constantFrom('waste', 'sample', 'process_loss'), weight_kg: kg })
  .map(({ run, cause, weight_kg }) =>
    onRun(run, (box, given) => box.act('lose-material', { ...given, body: { cause, weight_kg } })),
  )
const giveBack: fc.Arbitrary<Act> = fc
  .record({ run: recent, lot: index, weight_kg: kg, count: fc.constantFrom(undefined, 1) })
  .map(
    ({ run, lot, weight_kg, count }) =>
      plant =>
        onRun(run, (box, given) => {
          const lot_id = pick(plant.lots, lot)?.lot_id ?? 'NONE'
          box.act('return-material', {
            ...given,
            body: { lot_id, weight_kg, ...(count === undefined ? {} : { count }) },
          })
        })(plant),
  )
const step: fc.Arbitrary<Act> = fc
  .record({ run: recent, name: fc.constantFrom('pause-run', 'resume-run', 'complete-run', 'close-run') })
  .map(({ run, name }) =>
    onRun(run, (box, given) => box.act(name, { ...given, body: { reason: 'Because.' } } as never)),
  )
const finish: fc.Arbitrary<Act> = fc
  .record({ run: recent, explained: fc.boolean(), signed: fc.boolean() })
  .map(({ run, explained, signed }) =>
    onRun(run, (box, given) => {
      const body = explained ? { explanation: 'Left in the pipe.' } : {}
      box.act('complete-run', { ...given, body: {} })
      box.act('reconcile-run', { ...given, body }, { signer: signed ? signerOf(OPERATOR) : null })
      box.act('review-run', { ...given, body: {} }, { actor: REVIEWER, signer: signerOf(REVIEWER) })
      box.act('close-run', { ...given, body: {} })
    }),
  )
const undo: fc.Arbitrary<Act> = fc
  .record({ run: recent, how: fc.constantFrom('abort', 'scrap', 'void') })
  .map(({ run, how }) =>
    onRun(run, (box, given) => {
      if (how === 'void') box.act('void-run', { ...given, body: {} }, { actor: MANAGER })
      else box.act('abort-run', { ...given, body: { reason: 'Belt torn.', scrap: how === 'scrap' } })
    }),
  )
const night: Act = ({ box }) => {
  box.clock.ms += DAY_MS
}

/** Random days of a kitchen: goods come, are judged, and go into runs that end in every way. */
export const history = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: supply },
    { weight: 1, arbitrary: fc.constant(ungated) },
    { weight: 3, arbitrary: judge },
    { weight: 3, arbitrary: begin },
    { weight: 8, arbitrary: consume },
    { weight: 5, arbitrary: produce },
    { weight: 3, arbitrary: again },
    { weight: 2, arbitrary: lose },
    { weight: 2, arbitrary: giveBack },
    { weight: 1, arbitrary: step },
    { weight: 1, arbitrary: finish },
    { weight: 1, arbitrary: undo },
    { weight: 1, arbitrary: fc.constant(night) },
  ),
  { minLength: 10, maxLength: 40 },
)

/** Lives a history; a refusal is part of it, a defect is not. */
export function live(acts: Act[]): Plant {
  const plant: Plant = { box: openBox(), lots: [], runs: [], refusals: [] }
  furnish(plant.box)
  const run = planned(plant.box)
  pass(plant.box, { run }, 2)
  plant.runs.push(plant.box.act('start-run', { params: { run_id: run.run_id }, body: {} }))
  plant.lots.push(goods(plant.box, 'beef'))
  for (const act of acts)
    try {
      act(plant)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === undefined || code === 'internal') throw error
      plant.refusals.push(code)
    }
  return plant
}
