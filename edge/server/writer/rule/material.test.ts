import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { CAPTURED, refusal } from '../testing/box.ts'
import { goods, hold, pass, started } from '../testing/kitchen.ts'
import { at, kitchen, line, refused } from '../testing/run-line.ts'

test('a held, expired, ungated or undeclared lot is not consumed', () => {
  const box = kitchen()
  const run = started(box, { item_id: 'stew' })
  const held = goods(box, 'beef')
  hold(box, held)
  const old = goods(box, 'beef', { expires_on: '2026-11-22' })
  const ungated = box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '10', item_id: 'beef' } })
  const codes = [held, old, ungated, goods(box, 'nuts')].map(lot =>
    refusal(() => line(box, run).consume(lot.lot_id, '1')),
  )
  expect(codes).toEqual(['lot_held', 'lot_expired', 'gate_missing', 'allergen_conflict'])
  expect(refusal(() => line(box, run).produce('1'))).toBe('run_empty')
  expect(refusal(() => line(box, run).lose('waste', '1'))).toBe('run_empty')
})

test('a recipe takes its own inputs up to their maximum, and rework up to its share', () => {
  const box = kitchen()
  const [beef, nuts] = [goods(box, 'beef', { weight_kg: '300' }), goods(box, 'nuts')]
  const run = started(box, { recipe_id: 'lasagne', planned_kg: '200' })
  expect(refused(() => line(box, run).consume(nuts.lot_id))).toMatchObject({
    code: 'recipe_mismatch',
    allowed: ['beef', 'pasta'],
  })
  line(box, run).consume(beef.lot_id, '130')
  expect(refused(() => line(box, run).consume(beef.lot_id, '11'))).toMatchObject({
    code: 'recipe_exceeded',
    left_kg: '10.000000',
  })
  box.act('return-material', { ...at(run), body: { lot_id: beef.lot_id, weight_kg: '5' } })
  line(box, run).consume(beef.lot_id, '15')
  const rework = box.act('register-lot', { body: { lot_type: 'REWORK', weight_kg: '50' } })
  pass(box, { lot: rework }, 1)
  line(box, run).consume(rework.lot_id, '20')
  expect(refusal(() => line(box, run).consume(rework.lot_id, '0.000001'))).toBe('recipe_exceeded')
  expect(refusal(() => line(box, run).produce('1', { item_id: 'stew' }))).toBe('recipe_mismatch')
  expect(refusal(() => line(box, run).produce('1', { kind: 'by_product', item_id: 'stew' }))).toBe('recipe_mismatch')
  expect(line(box, run).produce('1', { kind: 'by_product', item_id: 'broth' }).run.totals.by_product_mg).toBe(1_000_000)
})

test('a lane gives the oldest lot first, or another one with a reason that the event keeps', () => {
  const box = kitchen()
  box.act('define-location', {
    params: { location_id: 'lane-1' },
    body: { title: 'Lane 1', kind: 'lane', discipline: 'fifo' },
  })
  const first = goods(box, 'beef', { location_id: 'lane-1' })
  const second = goods(box, 'beef', { location_id: 'lane-1' })
  const run = started(box)
  expect(refused(() => line(box, run).consume(second.lot_id))).toMatchObject({
    code: 'lane_order',
    first: { lot_id: first.lot_id },
  })
  line(box, run).consume(second.lot_id, '50', { reason: 'First pallet is blocked.' })
  const { ledger } = plantStore(box.engine.db)
  expect(JSON.parse(ledger.row(box.engine.head().seq)!.body)).toMatchObject({
    data: { passed_over: [first.lot_id] },
    reason: 'First pallet is blocked.',
  })
})

test('the weight of a consumption and of an output is the scale own one where a scale is named', () => {
  const box = kitchen()
  const beef = goods(box, 'beef', { weight_kg: '500' })
  const run = started(box)
  const captured = CAPTURED
  const taken = box.act('consume-lot', { ...at(run), body: { lot_id: beef.lot_id, scale_id: 'scale-1' } }, { captured })
  expect(taken.run.totals.input_mg).toBe(100_500_000)
  const made = box.act('produce-lot', { ...at(run), body: { kind: 'good', scale_id: 'scale-1' } }, { captured })
  expect(made.lot).toMatchObject({ weight_kg: '100.50', weight: { method: 'captured', scale_id: 'scale-1' } })
  expect(refusal(() => box.act('consume-lot', { ...at(run), body: { lot_id: beef.lot_id } }))).toBe('weight_missing')
})

test('rework of a run goes into its next stage, and the genealogy is a spiral', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box)
  line(box, run).consume(beef.lot_id)
  const { lot: rework } = line(box, run).produce('20', { kind: 'rework' })
  expect(line(box, run).consume(rework.lot_id, '20').run.stage).toBe(2)
  const { lot: good } = line(box, run).produce('45')
  const { links, lots } = plantStore(box.engine.db)
  const key = (lot: { lot_id: string }) => lots.keyOf(lot.lot_id)!
  expect(links.descends(key(good), key(rework))).toBe(true)
  expect(links.descends(key(good), key(beef))).toBe(true)
  expect(links.descends(key(rework), key(good))).toBe(false)
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('no more comes back than went in, and a counted lot comes back in pieces', () => {
  const box = kitchen()
  const beef = goods(box, 'beef', { count: 10 })
  const run = started(box)
  line(box, run).consume(beef.lot_id, '40', { count: 4 })
  const back = (weight_kg: string, count?: number) =>
    box.act('return-material', {
      ...at(run),
      body: { lot_id: beef.lot_id, weight_kg, ...(count === undefined ? {} : { count }) },
    })
  expect(refusal(() => back('41', 4))).toBe('stock_insufficient')
  expect(refusal(() => back('10'))).toBe('quantity_count_missing')
  expect(back('10', 1).lot).toMatchObject({ on_hand_mg: 70_000_000, stock: [{ count: 7 }] })
  expect(back('30', 3).run.totals.input_mg).toBe(0)
})

test('pieces that cannot weigh what is said do not come back', () => {
  const box = kitchen()
  const beef = goods(box, 'beef', { count: 10 })
  const run = started(box)
  line(box, run).consume(beef.lot_id, '40', { count: 4 })
  line(box, run).consume(beef.lot_id, '20', { count: 3 })
  const back = (weight_kg: string, count: number) =>
    box.act('return-material', { ...at(run), body: { lot_id: beef.lot_id, weight_kg, count } })
  // The second charge goes back whole, with its three pieces.
  for (const count of [1, 2, 8])
    expect(['quantity_invalid', 'stock_insufficient']).toContain(refusal(() => back('30', count)))
  expect(back('30', 4).lot.on_hand_mg).toBe(70_000_000)
  expect(back('30', 1).run.totals.input_mg).toBe(0)
})
