import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, openBox, refusal } from '../testing/box.ts'

const MINUTE_MS = 60_000
const OTHER = { ...OPERATOR, id: '019ab0a2-5c00-7000-8000-0000000000aa' }
const TABLET = { device: 't01' }

function openDock() {
  const box = openBox()
  const define = (location_id: string) =>
    box.act('define-location', { params: { location_id }, body: { title: location_id, kind: 'storage' } })
  for (const place of ['receiving', 'cold-room']) define(place)
  const register = (actor = OPERATOR) =>
    box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '10', count: 4 } }, { actor })
  const undo = ({ lot_id }: { lot_id: string }, actor = OPERATOR) =>
    box.act('undo-lot', { params: { lot_id }, body: {} }, { actor })
  return { box, register, undo }
}

test('a registration by mistake is taken back, its record stays, and its stock is nowhere', () => {
  const { box, register, undo } = openDock()
  const lot = register()
  box.clock.ms += 15 * MINUTE_MS
  expect(undo(lot)).toMatchObject({ status: 'VOIDED', on_hand_kg: '0.000000', stock: [] })
  const { body } = plantStore(box.engine.db).ledger.row(box.engine.head().seq)!
  expect(JSON.parse(body)).toMatchObject({
    type: 'lot.voided',
    actor: { id: OPERATOR.id },
    data: {
      lot_id: lot.lot_id,
      cause: 'undone',
      postings: [{ to: 'void', quantity: { weight_mg: 10_000_000, count: 4 } }],
    },
  })
  expect(refusal(() => undo(lot))).toBe('lot_unusable')
  expect(refusal(() => undo({ lot_id: 'NONE' }))).toBe('lot_not_found')
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('it is taken back by the person or on the tablet that did it, and not after a quarter of an hour', () => {
  const { box, register, undo } = openDock()
  const lot = register()
  expect(refusal(() => undo(lot, OTHER))).toBe('undo_not_yours')
  const onTablet = register({ ...OPERATOR, ...TABLET })
  expect(undo(onTablet, { ...OTHER, ...TABLET })).toMatchObject({ status: 'VOIDED' })
  box.clock.ms += 15 * MINUTE_MS + 1
  expect(refusal(() => undo(lot))).toBe('undo_too_late')
})

test('what something was done with is not taken back: moved, held, judged', () => {
  const { box, register, undo } = openDock()
  const moved = register()
  box.act('move-stock', { params: { lot_id: moved.lot_id }, body: { to_location_id: 'cold-room' } })
  const held = register()
  box.act('place-hold', { body: { lot_ids: [held.lot_id], reason: 'glass in the line' } })
  const source = register()
  const gate = { lot_id: source.lot_id, gate_id: 'receiving', decision: 'FAIL' as const, notes: 'it is warm' }
  expect(() => box.act('decide-gate', { body: gate })).not.toThrow()
  for (const lot of [moved, held, source]) expect(refusal(() => undo(lot))).toBe('lot_in_use')
})
