import { expect, test } from 'vitest'
import { openBox } from '../writer/testing/box.ts'
import { furnish, goods, started } from '../writer/testing/kitchen.ts'
import { linkedLots } from './lot-links.ts'
import { plantStore } from './plant-store.ts'

test('what was eaten by a run is the parent of what came out behind it, and of nothing that came out before', () => {
  const box = openBox()
  furnish(box)
  const [beef, pasta] = [goods(box, 'beef'), goods(box, 'pasta')]
  const run = started(box, { recipe_id: 'lasagne', planned_kg: '100' })
  const params = { run_id: run.run_id }
  const consume = (lot_id: string, weight_kg: string) => box.act('consume-lot', { params, body: { lot_id, weight_kg } })
  const produce = (weight_kg: string) =>
    box.act('produce-lot', { params, body: { kind: 'good', weight_kg, location_id: 'receiving' } }).lot
  consume(beef.lot_id, '10')
  const early = produce('9')
  consume(pasta.lot_id, '20')
  consume(beef.lot_id, '5')
  const late = produce('20')

  const store = plantStore(box.engine.db)
  const links = ({ lot_id }: { lot_id: string }, way: 'up' | 'down') =>
    linkedLots(store.lots.keyOf(lot_id)!, way, store).map(({ lot_code, weight_mg, run_id }) => {
      expect(run_id).toBe(run.run_id)
      return [lot_code, weight_mg / 1_000_000]
    })
  expect(links(early, 'up')).toEqual([[beef.lot_code, 10]])
  expect(links(late, 'up').sort()).toEqual([
    [beef.lot_code, 10],
    [beef.lot_code, 5],
    [pasta.lot_code, 20],
  ])
  expect(links(pasta, 'down')).toEqual([[late.lot_code, 20]])
  expect(links(beef, 'down').sort()).toEqual([
    [early.lot_code, 9],
    [late.lot_code, 20],
  ])
  expect(links(early, 'down')).toEqual([])
})
