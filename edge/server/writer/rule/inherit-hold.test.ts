import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { expect, test } from 'vitest'
import { openBox } from '../testing/box.ts'
import { furnish, goods, hold, MANAGER, pass, started } from '../testing/kitchen.ts'

test('what a run gives out after something in it was held is held too, where the site says so', () => {
  for (const hold_descendants of [true, false]) {
    const box = openBox()
    furnish(box)
    box.act(
      'configure-site',
      { body: { ...DEFAULT_SETTINGS, hold_descendants } },
      { actor: { ...MANAGER, role: 'ADMIN' } },
    )
    const beef = goods(box, 'beef')
    const run = started(box, { item_id: 'stew' })
    const params = { run_id: run.run_id }
    box.act('consume-lot', { params, body: { lot_id: beef.lot_id, weight_kg: '50' } })
    pass(box, { run }, 3)
    const out = () => box.act('produce-lot', { params, body: { kind: 'good', weight_kg: '10' } }).lot
    const before = out()
    hold(box, beef)
    const after = out()
    expect([before.open_holds, after.open_holds]).toEqual([0, hold_descendants ? 1 : 0])
    expect(after.status).toBe(hold_descendants ? 'HOLD' : 'PENDING_QC')
  }
})
