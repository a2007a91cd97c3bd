import type { TraceFilter } from '@flowviz/contract/event/fsma'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import { expect, test } from 'vitest'
import { plantStore } from '../store/plant-store.ts'
import { openDock, PAPERS, planned, readyLot, receipt } from '../writer/testing/dock.ts'
import { goods, MANAGER, started } from '../writer/testing/kitchen.ts'
import { line, refused } from '../writer/testing/run-line.ts'
import type { StoreRoom } from '../writer/testing/store-room.ts'
import { exported } from './testing/exported.ts'

// The acceptance tests of 21 CFR 1 subpart S, by their names in the domain reference.
const SPINACH = { item_id: 'spinach', weight_kg: '10', supplier_lot_code: '00017', supplier_tlc_source: 'Farm, Kiel' }
const ANNEX = {
  business: 'Werk Kiel GmbH, annex',
  phone: '+49 431 2000',
  street: 'Werftstr. 9',
  city: 'Kiel',
  region: 'SH',
  postal_code: '24143',
  country: 'DE',
}
const only = (change: Partial<TraceFilter>): TraceFilter => ({
  from: null,
  to: null,
  item_ids: null,
  lots: null,
  ...change,
})

/** A run that made lots of spinach and beef. */
function cooked(room: StoreRoom, body: { item_id?: string } = { item_id: 'salad' }) {
  room.item('salad', { lot_type: 'FG', ftl_category: 'LEAFY_GREENS_FRESH_CUT' })
  const spinach = room.box.act('receive-goods', receipt([{ ...SPINACH, weight_kg: '100' }])).lots[0]!
  room.pass(spinach, 1)
  const beef = goods(room.box, 'beef')
  const run = started(room.box, body)
  const on = line(room.box, run)
  on.consume(spinach.lot_id, '50')
  on.consume(beef.lot_id, '30')
  const outputs = ['40', '38'].map(weight => on.produce(weight).lot)
  return { run, outputs, params: { run_id: run.run_id } }
}

/** A lot is shipped to the shop. */
function left(room: StoreRoom, { lot_id }: { lot_id: string }) {
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
}

test('A-T1 nothing is received, transformed or shipped while a key data element is missing, which is named', () => {
  const room = openDock()
  const bare = room.refused('receive-goods', receipt([{ item_id: 'spinach', weight_kg: '1' }]))
  expect(bare).toMatchObject({
    code: 'kde_missing',
    missing: [{ cfr: '21 CFR 1.1345(a)(1)' }, { cfr: '21 CFR 1.1345(a)(7)' }],
  })
  const blank = [{ ...SPINACH, supplier_lot_code: ' ', supplier_tlc_source: ' ' }]
  const papers = { previous_source: ' ', documents: [{ type: 'bol' as const, number: ' ' }] }
  expect(room.refused('receive-goods', receipt(blank, papers))).toMatchObject({
    code: 'kde_missing',
    missing: ['(a)(4)', '(a)(8)', '(a)(1)', '(a)(7)'].map(paragraph => ({ cfr: `21 CFR 1.1345${paragraph}` })),
  })
  const [lot] = room.box.act('receive-goods', receipt([SPINACH])).lots
  room.pass(lot!, 7)
  const params = { shipment_id: planned(room) }
  room.box.act('pick-shipment', { params, body: { lot_id: lot!.lot_id } })
  room.box.act('stage-shipment', { params, body: {} })
  expect(room.refused('ship-shipment', { params, body: {} })).toMatchObject({
    code: 'kde_missing',
    missing: [{ kde: 'documents', cfr: '21 CFR 1.1340(a)(8)' }],
  })
  const nameless = cooked(room, {})
  expect(refused(() => room.box.act('complete-run', { params: nameless.params, body: {} }))).toMatchObject({
    code: 'kde_missing',
    missing: [{ line: 0, kde: 'product', cfr: '21 CFR 1.1350(a)(2)(iv)' }, { line: 1 }],
  })
})

test('A-T2 a move to another street address is shipped and received; one inside an address is neither', async () => {
  const room = openDock()
  room.place('annex', { address: ANNEX })
  room.place('annex-freezer', { parent_id: 'annex' })
  const lot = readyLot(room)
  const move = (to_location_id: string) =>
    room.box.act('move-stock', { params: { lot_id: lot.lot_id }, body: { to_location_id } })
  move('cold-room')
  expect((await exported(room.box))('Shipping')).toEqual([])
  move('annex-freezer')
  move('annex')
  const rows = await exported(room.box)
  const event = { Event: 'Move between addresses', TLC: lot.lot_code, Quantity: 100, 'Ref Doc Type': 'database_record' }
  expect(rows('Shipping')).toMatchObject([{ ...event, 'Ship-From Location': 'Werk Kiel' }])
  const [received, ...more] = rows('Receiving')
  expect(more).toEqual([])
  expect(received).toMatchObject({ ...event, 'Receive Location ID': 'annex' })
  expect(received!['Receive Location']).toContain('Werftstr. 9, Kiel')
})

test('A-T3 only a transformation gives a new code, and receiving from an exempt supplier without one', async () => {
  const room = openDock()
  const [lot, herbs] = room.box.act(
    'receive-goods',
    receipt([SPINACH, { item_id: 'garden-herbs', weight_kg: '1' }]),
  ).lots
  room.box.act('move-stock', { params: { lot_id: lot!.lot_id }, body: { to_location_id: 'cold-room' } })
  room.pass(lot!, 7)
  const parts = [{ weight_kg: '4' }]
  const [part] = room.box.act('split-lot', { params: { lot_id: lot!.lot_id }, body: { parts } }).lots
  room.hold(lot!)
  left(room, part!)
  const rows = await exported(room.box)
  expect(rows('Shipping')).toMatchObject([{ TLC: '00017', 'TLC Source Location': 'Farm, Kiel' }])
  expect(rows('Receiving')).toMatchObject([
    { TLC: '00017', 'TLC - Assigned By': 'supplier' },
    { TLC: herbs!.lot_code, 'TLC - Assigned By': 'plant', 'TLC Source Location': 'Werk Kiel' },
  ])
  const { outputs } = cooked(room)
  const made = (await exported(room.box))('Transformation').map(row => row['Food Produced TLC'])
  expect(new Set(made)).toEqual(new Set(outputs.map(({ lot_code }) => lot_code)))
})

test('A-T4 two suppliers use the same code for the same product, and both lots are there and trace apart', async () => {
  const room = openDock()
  const { outputs } = cooked(room)
  const [other] = room.box.act('receive-goods', receipt([{ ...SPINACH, supplier_tlc_source: 'Garden, Plön' }])).lots
  const rows = await exported(room.box, only({ lots: ['00017'] }))
  const sources = rows('Receiving').map(row => row['TLC Source Location'])
  expect(sources).toEqual(['Farm, Kiel', 'Garden, Plön'])
  const used = rows('Transformation').map(row => row['Food Used Lot Code'])
  expect(used).toHaveLength(outputs.length)
  expect(used).not.toContain(other!.lot_code)
  const { links, lots } = plantStore(room.box.engine.db)
  expect(links.from(lots.keyOf(other!.lot_id)!)).toEqual([])
})

test('A-T5 what is asked for by product and days, or by codes, is what is given', async () => {
  const room = openDock()
  room.box.act('receive-goods', receipt([SPINACH, { item_id: 'beef', weight_kg: '3' }]))
  const count = async (change: Partial<TraceFilter>) => (await exported(room.box, only(change)))('Receiving').length
  expect(await count({ from: '2026-11-23', to: '2026-11-23', item_ids: ['spinach'] })).toBe(1)
  expect(await count({ from: '2026-11-23', to: '2026-11-23' })).toBe(2)
  expect(await count({ from: '2026-11-24', to: '2026-12-31' })).toBe(0)
  expect(await count({ lots: ['00017'] })).toBe(1)
  expect(await count({ lots: ['unknown'] })).toBe(0)
})

test('A-T6 zeros stay, rows of a transformation share their event, nothing is a formula, and no row is lost', async () => {
  const room = openDock()
  const { run, outputs, params } = cooked(room)
  room.box.act('complete-run', { params, body: {} })
  room.box.act('receive-goods', receipt([{ ...SPINACH, supplier_lot_code: '=HYPERLINK("x")' }]))
  const rows = await exported(room.box)
  const made = rows('Transformation')
  expect(made).toHaveLength(2 * outputs.length)
  expect(new Set(made.map(row => row['Event ID']))).toEqual(new Set([run.run_id]))
  expect(made[0]).toMatchObject({ 'Food Used TLC': '00017', 'Food Used Quantity': 50, 'Ref Doc Number': run.run_code })
  expect(rows('Receiving').map(row => row.TLC)).toContain('\'=HYPERLINK("x")')
  for (const sheet of ['Receiving', 'Transformation', 'Shipping'])
    for (const cell of rows(sheet).flatMap(row => Object.values(row))) expect(String(cell)).not.toMatch(/^[=+\-@]/)
})

test('A-T7 records older than 24 months are given still, and no role has a door that throws them away', async () => {
  const room = openDock()
  room.box.act('receive-goods', receipt([SPINACH], { received_at: '2023-01-05T08:00:00.000Z' }))
  const rows = await exported(room.box, only({ from: '2023-01-01', to: '2023-12-31' }))
  expect(rows('Receiving')).toMatchObject([{ TLC: '00017', 'Receive Date': '2023-01-05' }])
  expect(() => room.box.engine.db.prepare('DELETE FROM ledger').run()).toThrow(/append-only/)
  const thrown = Object.keys(EDGE_ACCESS).filter(route => /^DELETE .*(fsma|receipts|ledger)/.test(route))
  expect(thrown).toEqual([])
})

test('A-T8 inputs that are not on the list are given and marked', async () => {
  const room = openDock()
  cooked(room)
  const made = (await exported(room.box))('Transformation')
  const marks = new Set(made.map(row => `${row['Food Used Product Description']} ${row['Food Used is FTL']}`))
  expect(marks).toEqual(new Set(['spinach yes', 'beef no']))
})

test('A-T9 a corrected element is given as it is true, marked, and the original stays', async () => {
  const room = openDock()
  const { receipt: kept } = room.box.act('receive-goods', receipt([SPINACH]))
  const of = `receipt:${kept.receipt_id}`
  const body = { of, kde: 'documents', now: 'bol B-71; po 5', reason: 'digits swapped' } as const
  room.box.act('correct-kde', { body }, { actor: MANAGER })
  const [row] = (await exported(room.box))('Receiving')
  expect(row).toMatchObject({ 'Ref Doc Type': 'bol; po', 'Ref Doc Number': 'B-71; 5' })
  expect(row!.Corrected).toBe('corrected: documents was "bol B-17"')
  expect(PAPERS).toEqual(kept.documents)
})

test('A-T9 what is put right of a lot is put right of its parts, whenever they were parted', async () => {
  const room = openDock()
  const [lot] = room.box.act('receive-goods', receipt([SPINACH])).lots
  room.pass(lot!, 7)
  const divide = (lot_id: string) =>
    room.box.act('split-lot', { params: { lot_id }, body: { parts: [{ weight_kg: '2' }] } }).lots[0]!
  const before = divide(divide(lot!.lot_id).lot_id)
  const body = { of: `lot:${lot!.lot_id}`, kde: 'supplier_lot_code', now: '00071', reason: 'digits swapped' } as const
  room.box.act('correct-kde', { body }, { actor: MANAGER })
  for (const part of [before, divide(lot!.lot_id)]) left(room, part)
  const shipped = { TLC: '00071', Corrected: 'corrected: supplier_lot_code was "00017"' }
  expect((await exported(room.box))('Shipping')).toMatchObject([shipped, shipped])
})

test('a run that is not completed, and a lot that was voided, are noted and not called corrected', async () => {
  const room = openDock()
  cooked(room)
  const [lot] = room.box.act('receive-goods', receipt([SPINACH])).lots
  room.box.act('void-lot', { params: { lot_id: lot!.lot_id }, body: { reason: 'entered twice' } })
  const rows = await exported(room.box)
  for (const row of rows('Transformation'))
    expect(row).toMatchObject({ Corrected: null, Notes: 'the run is not completed' })
  const notes = rows('Receiving').map(row => row.Notes)
  expect(notes).toContain(`lot ${lot!.lot_code} was voided`)
})
