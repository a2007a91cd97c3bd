import { expect, test } from 'vitest'
import { RUN_STEPS, stepsFrom } from '../../domain/run-state.ts'
import { openPlantReader } from '../../store/plant-reader.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, refusal } from '../testing/box.ts'
import { goods, MANAGER, pass, planned, REVIEWER, signerOf, started } from '../testing/kitchen.ts'
import { at, CLEAN, kitchen, line, refused } from '../testing/run-line.ts'

test('a run goes from plan to close, and each step stands in the state machine', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const pasta = goods(box, 'pasta')
  const run = started(box, { recipe_id: 'lasagne', planned_kg: '100' })
  expect(run).toMatchObject({ run_code: 'RUN-261123-L1-01', state: 'RUNNING', item_id: 'lasagne', tolerance_pct: '1' })
  line(box, run).consume(beef.lot_id, '60')
  line(box, run).consume(pasta.lot_code, '40')
  const { lot, run: now } = line(box, run).produce('94.5', { location_id: 'receiving' })
  expect(lot).toMatchObject({
    origin: 'produced',
    lot_type: 'FG',
    item_id: 'lasagne',
    gate_passed: 2,
    run_id: run.run_id,
  })
  expect(lot).toMatchObject({ status: 'PENDING_QC', allergens: ['milk', 'wheat', 'gluten'], line: 'L1' })
  expect(now).toMatchObject({ allergens: ['wheat', 'gluten'], totals: { input_mg: 100_000_000, good_mg: 94_500_000 } })
  line(box, run).lose('process_loss', '5')
  box.act('complete-run', { ...at(run), body: {} })
  const balanced = box.act('reconcile-run', { ...at(run), body: {} })
  expect(balanced).toMatchObject({
    state: 'RECONCILED',
    balance: {
      unexplained_mg: 500_000,
      tolerance_mg: 1_000_000,
      closes: true,
      yield_pct: '94.50',
      yield_expected: true,
    },
  })
  const signer = signerOf(REVIEWER)
  expect(refusal(() => box.act('review-run', { ...at(run), body: {} }, { actor: REVIEWER }))).toBe('signature_missing')
  expect(
    refusal(() => box.act('review-run', { ...at(run), body: {} }, { actor: MANAGER, signer: signerOf(MANAGER) })),
  ).toBe('second_person_missing')
  box.act('review-run', { ...at(run), body: { notes: 'All there.' } }, { actor: REVIEWER, signer })
  const closed = box.act('close-run', { params: { run_id: run.run_code }, body: {} })
  expect(closed).toMatchObject({ state: 'CLOSED', reviewed_by: REVIEWER.id })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a run shows its inputs, returns and outputs whole', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box, {})
  line(box, run).consume(beef.lot_id, '50')
  line(box, run).produce('30')
  line(box, run).produce('5', { kind: 'rework' })
  box.act('return-material', { ...at(run), body: { lot_id: beef.lot_id, weight_kg: '10' } })
  const reader = openPlantReader(box.path)
  const whole = reader.run(run.run_code)!
  reader.close()
  expect(whole.inputs).toMatchObject([{ lot_code: beef.lot_code, stage: 1, weight_mg: 50_000_000 }])
  expect(whole.returns).toMatchObject([{ lot_code: beef.lot_code, weight_mg: 10_000_000 }])
  expect(whole.outputs).toMatchObject([
    { lot_type: 'FG', weight_mg: 30_000_000, rework: false },
    { lot_type: 'REWORK', weight_mg: 5_000_000, rework: true },
  ])
  expect(whole.totals).toMatchObject({ input_mg: 40_000_000, rework_mg: 5_000_000 })
})

test('a step that the state does not allow is refused with the state and the steps that it allows', () => {
  const box = kitchen()
  const { run_id } = box.act('plan-run', { body: {} })
  const start = () => box.act('start-run', { params: { run_id }, body: {} })
  expect(refused(start)).toMatchObject({ code: 'state_wrong', state: 'DRAFT', allowed: ['release', 'abort', 'void'] })
  expect(stepsFrom('VOIDED')).toEqual([])
  expect(stepsFrom('CLOSED')).toEqual(['void'])
  for (const { from, to } of Object.values(RUN_STEPS)) if (to !== undefined) expect(from).not.toContain(to)
})

test('a run does not start before its line is cleared', () => {
  const box = kitchen()
  const run = planned(box)
  const start = () => box.act('start-run', { ...at(run), body: {} })
  expect(refused(start)).toMatchObject({ code: 'gate_missing', gate_no: 2 })
  pass(box, { run }, 2)
  expect(start()).toMatchObject({ state: 'RUNNING' })
})

test('after a run with other allergens the line is cleared again, before the next one starts', () => {
  const box = kitchen()
  const pasta = goods(box, 'pasta')
  const before = started(box, { item_id: 'lasagne' })
  line(box, before).consume(pasta.lot_id)
  const next = planned(box, { item_id: 'stew' })
  const elsewhere = planned(box, { item_id: 'stew', line: 'L2' })
  const preOp = { gate_id: 'pre-op', decision: 'PASS', values: CLEAN } as const
  box.act('decide-gate', { body: { ...preOp, run_id: next.run_id } })
  box.act('decide-gate', { body: { ...preOp, run_id: elsewhere.run_id } })
  const start = (run: { run_id: string }) => box.act('start-run', { ...at(run), body: {} })
  expect(refused(() => start(next))).toMatchObject({ code: 'gate_missing', allergens: ['wheat', 'gluten'] })
  box.act('complete-run', { ...at(before), body: {} })
  expect(refusal(() => start(next))).toBe('gate_missing')
  const again = { ...preOp, run_id: next.run_id, recheck: true, reason: 'Allergen changeover.' }
  box.act('decide-gate', { body: again }, { actor: MANAGER })
  expect(start(next)).toMatchObject({ state: 'RUNNING' })
  expect(start(elsewhere)).toMatchObject({ state: 'RUNNING' })
})

test('a code counts by day and line, steps over typed ones, and is given once', () => {
  const box = kitchen()
  const code = (body: { run_code?: string; line?: string } = {}) => box.act('plan-run', { body }).run_code
  expect([code(), code(), code({ line: 'B2' })]).toEqual(['RUN-261123-L1-01', 'RUN-261123-L1-02', 'RUN-261123-B2-01'])
  code({ run_code: 'RUN-261123-L1-05' })
  expect([code(), code()]).toEqual(['RUN-261123-L1-04', 'RUN-261123-L1-06'])
  expect(refusal(() => code({ run_code: 'RUN-261123-L1-05' }))).toBe('run_code_taken')
})

test('a plan that names an unknown recipe, item or moment is refused', () => {
  const box = kitchen()
  const plan = (body: object) => () => box.act('plan-run', { body })
  expect(refusal(plan({ recipe_id: 'cake' }))).toBe('record_not_found')
  expect(refusal(plan({ item_id: 'cake' }))).toBe('record_not_found')
  expect(refusal(plan({ recipe_id: 'lasagne', item_id: 'stew' }))).toBe('body_invalid')
  expect(refusal(plan({ planned_start: '2026-02-30T00:00:00.000Z' }))).toBe('body_invalid')
})

test('a balance that does not close needs an explanation, and the explanation a signature', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box)
  line(box, run).consume(beef.lot_id, '100')
  line(box, run).produce('90')
  box.act('complete-run', { ...at(run), body: {} })
  const reconcile = (body: { explanation?: string }, signer = null as ReturnType<typeof signerOf> | null) =>
    box.act('reconcile-run', { ...at(run), body }, { signer })
  expect(refused(() => reconcile({}))).toMatchObject({
    code: 'balance_unexplained',
    totals: { input_mg: 100_000_000, good_mg: 90_000_000 },
    balance: { unexplained_mg: 10_000_000, tolerance_mg: 2_000_000, closes: false },
  })
  expect(refusal(() => reconcile({ explanation: 'Left in the pipe.' }))).toBe('signature_missing')
  expect(reconcile({ explanation: 'Left in the pipe.' }, signerOf(OPERATOR))).toMatchObject({
    state: 'RECONCILED',
    explanation: 'Left in the pipe.',
  })
  const { ledger } = plantStore(box.engine.db)
  const { seq } = box.engine.head()
  expect(JSON.parse(ledger.row(seq)!.body)).toMatchObject({
    type: 'record.signed',
    data: { signs: [{ seq: seq - 1, subject: `run:${run.run_id}` }] },
  })
})

test('an aborted run gives back what nothing has come of yet, or scraps it', () => {
  const box = kitchen()
  const beef = goods(box, 'beef', { count: 10 })
  const run = started(box)
  line(box, run).consume(beef.lot_id, '40', { count: 4 })
  line(box, run).produce('10')
  const aborted = box.act('abort-run', { ...at(run), body: { reason: 'Belt torn.' } })
  expect(aborted).toMatchObject({ state: 'ABORTED', last_reason: 'Belt torn.', balance: { unexplained_mg: 0 } })
  const { lots, stock } = plantStore(box.engine.db)
  expect(stock.ofLot(lots.keyOf(beef.lot_id)!)).toMatchObject([{ weight_mg: 90_000_000, count: 9 }])
  const other = started(box)
  line(box, other).consume(beef.lot_id, '40', { count: 4 })
  const scrapped = box.act('abort-run', { ...at(other), body: { reason: 'Fell down.', scrap: true } })
  expect(scrapped).toMatchObject({ totals: { waste_mg: 40_000_000 }, balance: { unexplained_mg: 0 } })
  expect(stock.onHandMg(lots.keyOf(beef.lot_id)!)).toBe(50_000_000)
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a voided run gives all of its material back and voids its outputs, unless one was used', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box)
  line(box, run).consume(beef.lot_id, '40')
  const { lot: rework } = line(box, run).produce('10', { kind: 'rework' })
  line(box, run).consume(rework.lot_id, '4')
  const { lot: good } = line(box, run).produce('30')
  const other = started(box)
  pass(box, { lot: good }, 4)
  line(box, other).consume(good.lot_id, '5')
  const voiding = () => box.act('void-run', { ...at(run), body: { reason: 'Wrong line.' } }, { actor: MANAGER })
  expect(refused(voiding)).toMatchObject({ code: 'lot_in_use', lots: [good.lot_code] })
  box.act('return-material', { ...at(other), body: { lot_id: good.lot_id, weight_kg: '5' } })
  expect(refusal(voiding)).toBe('lot_in_use')
  const again = started(box)
  line(box, again).consume(beef.lot_id, '40')
  const { lot: more } = line(box, again).produce('10', { kind: 'rework' })
  line(box, again).consume(more.lot_id, '4')
  const gone = box.act('void-run', { ...at(again), body: {} }, { actor: MANAGER })
  expect(gone.state).toBe('VOIDED')
  const { lots, stock } = plantStore(box.engine.db)
  expect(stock.onHandMg(lots.keyOf(beef.lot_id)!)).toBe(60_000_000)
  expect(stock.onHandMg(lots.keyOf(more.lot_id)!)).toBe(0)
  expect(lots.byId(more.lot_id)!.status).toBe('VOIDED')
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})
