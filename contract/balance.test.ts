import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf, shareOf } from './balance.ts'
import { NOTHING } from './change/run.ts'

const mg = fc.integer({ min: 0, max: 1_000_000_000_000 })

test('a balance is what went in less everything that came out, to the milligram', () => {
  const totals = {
    input_mg: 100_000_000,
    good_mg: 90_000_000,
    by_product_mg: 1_000_000,
    rework_mg: 2_000_000,
    waste_mg: 3_000_000,
    sample_mg: 500_000,
    process_loss_mg: 1_500_001,
  }
  const balance = balanceOf(totals, { tolerance_pct: '2', yield_min_pct: '90', yield_max_pct: '90' })
  expect(balance).toEqual({
    unexplained_mg: 1_999_999,
    tolerance_mg: 2_000_000,
    closes: true,
    yield_pct: '90.00',
    yield_expected: true,
  })
  expect(balanceOf(totals, { tolerance_pct: '2', yield_min_pct: '90.001' }).yield_expected).toBe(false)
  expect(balanceOf(totals, { tolerance_pct: '1.999' })).toMatchObject({ tolerance_mg: 1_999_000, closes: false })
})

test('more out than in does not close either, and a run of nothing is in balance and has no yield', () => {
  const more = balanceOf({ ...NOTHING, input_mg: 10, good_mg: 12 }, { tolerance_pct: '2' })
  expect(more).toMatchObject({ unexplained_mg: -2, closes: false })
  expect(balanceOf(NOTHING, { tolerance_pct: '2' })).toMatchObject({ closes: true, yield_pct: null })
})

test('a tolerance is never rounded towards more than its share', () => {
  fc.assert(
    fc.property(mg, fc.integer({ min: 0, max: 100_000 }), (weight_mg, thousandths) => {
      const share = BigInt(shareOf(weight_mg, (thousandths / 1_000).toFixed(3)))
      const exact = BigInt(weight_mg) * BigInt(thousandths)
      expect(share * 100_000n <= exact && exact < (share + 1n) * 100_000n).toBe(true)
    }),
  )
})
