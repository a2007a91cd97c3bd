import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { openBox } from '../testing/box.ts'
import { decide, lotOn } from '../testing/line.ts'

test('a hold of a gate says why, as the person at the gate said it', () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const { hold_id } = decide(box, { lot_id, gate_id: 1, decision: 'HOLD', reason: 'Seal broken', notes: 'box 3' })
  const hold = plantStore(box.engine.db).records.get('hold', hold_id!)
  expect(hold?.body).toMatchObject({ reason: 'Gate 1, Receiving inspection: HOLD. Seal broken. box 3' })
})
