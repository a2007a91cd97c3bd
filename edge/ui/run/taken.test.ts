import { expect, test } from 'vitest'
import { flaggedOf } from './flagged.ts'
import { needsOf } from './need.ts'
import { type ToldMaterial, takenOf } from './taken.ts'
import { cannedEntry, cannedLot, cannedRun } from './testing/canned.ts'

const lot = cannedLot()
const AS_OF = Date.parse('2026-11-26T06:00:00.000Z')
const told: ToldMaterial = {
  as_of: AS_OF,
  material: {
    inputs: [
      {
        lot_id: lot.lot_id,
        lot_code: lot.lot_code,
        lot_type: 'RAW',
        item_id: 'onions',
        stage: 1,
        weight_mg: 10_000_000,
        count: null,
        seq: 7,
      },
    ],
    returns: [],
    outputs: [],
  },
}
const consumed = (more: object = {}) =>
  cannedEntry('consume-lot', { body: { lot_id: lot.lot_id, weight_kg: '2.5' }, ...more })
const know = (entries: Parameters<typeof takenOf>[1]['entries']) => ({ told, entries, lot: () => lot })

test('what waits on this tablet counts with what the appliance told', () => {
  const [taken] = takenOf(cannedRun(), know([consumed()]))
  expect(taken).toMatchObject({ lot_code: lot.lot_code, weight_mg: 12_500_000, waiting_mg: 2_500_000 })
})

test('a confirmed consumption counts once, whether or not the list was asked for since', () => {
  const acked = (closed_at: string) => consumed({ state: 'acked', closed_at })
  const before = takenOf(cannedRun(), know([acked('2026-11-26T05:59:00.000Z')]))
  const after = takenOf(cannedRun(), know([acked('2026-11-26T06:00:01.000Z')]))
  expect([before[0]?.weight_mg, after[0]?.weight_mg]).toEqual([10_000_000, 12_500_000])
})

test('what is put back is in the run no more, and a refusal never was', () => {
  const back = cannedEntry('return-material', { body: { lot_id: lot.lot_id, weight_kg: '10' } })
  expect(takenOf(cannedRun(), know([back, consumed({ state: 'rejected' })]))).toEqual([])
})

test('a lot that a scale is still to weigh is in the list without a weight', () => {
  const entry = consumed({ body: { lot_id: lot.lot_id, scale_id: 'scale-1' } })
  const known = { told: null, entries: [entry], lot: () => lot }
  expect(takenOf(cannedRun(), known)).toMatchObject([{ weight_mg: 0, is_weighed_later: true }])
  const noted = takenOf(cannedRun(), { ...known, noted_kg: () => '3.2' })
  expect(noted).toMatchObject([{ weight_mg: 3_200_000, is_weighed_later: false }])
})

test('what is still needed is the recipe for as much as is planned, less what is in', () => {
  const recipe = { batch_kg: '120', inputs: [{ item_id: 'onions', target_kg: '34', max_kg: '40' }] }
  const taken = takenOf(cannedRun(), know([consumed()]))
  const [need] = needsOf(cannedRun(), recipe, { taken, items: [{ item_id: 'onions', title: 'Onions' }] })
  expect(need).toMatchObject({
    title: 'Onions',
    target_mg: 17_000_000,
    max_mg: 20_000_000,
    used_mg: 12_500_000,
    waiting_mg: 2_500_000,
    left_mg: 4_500_000,
  })
})

test('a lot that is held after it went in flags the run, also when nothing of it is left in the house', () => {
  const taken = takenOf(cannedRun(), know([]))
  expect(flaggedOf(taken, [lot], [])).toEqual([])
  expect(flaggedOf(taken, [{ ...lot, status: 'HOLD' }], [])).toHaveLength(1)
  const held = { lots: [{ ...lot, open: true, waiting: false }] }
  expect(flaggedOf(taken, [], [held])).toHaveLength(1)
})
