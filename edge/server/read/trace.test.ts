import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidOfHex } from '../store/uuid-bytes.ts'
import { openDock, PAPERS, planned, readyLot, receipt } from '../writer/testing/dock.ts'
import { goods, MANAGER, started } from '../writer/testing/kitchen.ts'
import { type Act, history, live } from '../writer/testing/run-acts.ts'
import { kitchen, line } from '../writer/testing/run-line.ts'
import { closure, edgesOf, tracer, turned } from './testing/trace.ts'

const ids = (lots: readonly { lot_id: string }[]) => lots.map(({ lot_id }) => lot_id).sort()

const pair = fc.record({ from: fc.nat(9), into: fc.nat(9) })
/** What happens to lots outside of runs; a lot without an item and without a last day takes part. */
const aside: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>(({ box, lots }) => {
    lots.push(box.act('register-lot', { body: { lot_type: 'WIP', weight_kg: '20' } }))
  }),
  pair.map(
    ({ from, into }): Act =>
      ({ box, lots }) => {
        const source_lot_id = lots[from % lots.length]!.lot_id
        const { lot_id } = lots[into % lots.length]!
        box.act('link-lot', { params: { lot_id }, body: { source_lot_id, weight_kg: '0.5' } })
      },
  ),
  fc.nat(9).map(
    (which): Act =>
      ({ box, lots }) => {
        const { lot_id } = lots[which % lots.length]!
        lots.push(
          ...box.act('split-lot', { params: { lot_id }, body: { parts: [{ weight_kg: '1' }, { weight_kg: '2' }] } })
            .lots,
        )
      },
  ),
  fc.nat(9).map(
    (which): Act =>
      ({ box, lots }) => {
        const { lot_id } = lots[which % lots.length]!
        box.act('void-lot', { params: { lot_id }, body: {} }, { actor: { ...MANAGER, role: 'ADMIN' } })
      },
  ),
)

test('a trace equals the closure by brute force, whatever a plant has done', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(history, fc.array(aside, { maxLength: 12 }), (acts, more) => {
      const { box } = live(acts.flatMap((act, n) => (more[n] === undefined ? [act] : [act, more[n]])))
      const { db } = box.engine
      const trace = tracer(box)
      const edges = edgesOf(db)
      const plain = edges.filter(({ rework }) => !rework)
      const all = db.prepare<[], string>('SELECT lower(hex(lot_id)) FROM lot').pluck().all()
      for (const hex of all) {
        const lot = uuidOfHex(hex)
        const forward = closure(lot, edges)
        const backward = closure(lot, edges.map(turned))
        expect(ids(trace(lot, { direction: 'forward' }).lots)).toEqual(forward)
        expect(ids(trace(lot, { direction: 'backward' }).lots)).toEqual(backward)
        expect(ids(trace(lot, { direction: 'forward', rework: false }).lots)).toEqual(closure(lot, plain))
        expect(ids(trace(lot, { direction: 'backward', rework: false }).lots)).toEqual(closure(lot, plain.map(turned)))
        const both = trace(lot)
        expect(ids(both.lots)).toEqual([...new Set([...forward, ...backward])].sort())
        for (const { quantities: q } of both.lots) {
          const gone = q.consumed_mg + q.into_lots_mg + q.shipped_mg + q.waste_mg + q.sample_mg + q.adjusted_mg
          expect(gone + q.on_hand_mg).toBe(q.registered_mg)
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('every lot of a material is named when several went into a run', () => {
  const box = kitchen()
  const beefs = [goods(box, 'beef'), goods(box, 'beef'), goods(box, 'beef')]
  const run = started(box, {})
  for (const { lot_id } of beefs) line(box, run).consume(lot_id, '10')
  const { lot } = line(box, run).produce('25')
  const { lots, runs, links } = tracer(box)(lot.lot_code, { direction: 'backward' })
  expect(ids(lots)).toEqual(ids([lot, ...beefs]))
  expect(runs).toMatchObject([{ run_id: run.run_id, run_code: run.run_code, state: 'RUNNING', stages: [1] }])
  expect(runs[0]!.gates).toMatchObject([{ gate_no: 2, decision: 'PASS' }])
  expect(links.filter(({ weight_mg }) => weight_mg === 10_000_000)).toHaveLength(3)
})

test('rework that came back into its own run is in the trace once, and left out when it is not wanted', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box, {})
  line(box, run).consume(beef.lot_id, '50')
  const first = line(box, run).produce('30').lot
  const rework = line(box, run).produce('5', { kind: 'rework' }).lot
  line(box, run).consume(rework.lot_id, '5')
  const second = line(box, run).produce('15').lot
  const trace = tracer(box)
  const all = trace(beef.lot_id, { direction: 'forward' })
  expect(ids(all.lots)).toEqual(ids([beef, first, rework, second]))
  expect(all.runs).toMatchObject([{ stages: [1, 2] }])
  expect(ids(trace(rework.lot_id, { direction: 'forward' }).lots)).toEqual(ids([rework, second]))
  const plain = trace(beef.lot_id, { direction: 'forward', rework: false })
  expect(ids(plain.lots)).toEqual(ids([beef, first, second]))
})

test('a voided lot in between is seen through, and says what it is', () => {
  const box = kitchen()
  const beef = goods(box, 'beef')
  const run = started(box, {})
  line(box, run).consume(beef.lot_id, '50')
  const { lot } = line(box, run).produce('30')
  box.engine.db.prepare("UPDATE lot SET status = 'VOIDED' WHERE lot_code = ?").run(beef.lot_code)
  const { lots } = tracer(box)(lot.lot_id, { direction: 'backward' })
  expect(lots).toMatchObject([
    { lot_id: lot.lot_id, way: 'start' },
    { lot_id: beef.lot_id, way: 'backward', status: 'VOIDED' },
  ])
})

test('what was shipped is named with its shipment and its consignee', () => {
  const room = openDock()
  const lot = readyLot(room)
  const shipment_id = planned(room)
  const params = { shipment_id }
  room.box.act('pick-shipment', { params, body: { lot_id: lot.lot_id, weight_kg: '40' } })
  room.box.act('stage-shipment', { params, body: {} })
  room.box.act('ship-shipment', { params, body: { documents: PAPERS } })
  const trace = tracer(room.box)(lot.lot_id, { direction: 'forward' })
  expect(trace.lots).toMatchObject([
    {
      product: 'soup',
      quantities: { shipped_mg: 40_000_000, on_hand_mg: 60_000_000 },
      shipped: [{ customer_id: 'shop', shipment_id, weight_mg: 40_000_000 }],
    },
  ])
  expect(trace.shipments).toMatchObject([{ shipment_id, customer_id: 'shop', ship_to: 'Shop, Hamburg' }])
  expect(trace.consignees).toMatchObject([{ customer_id: 'shop', title: 'shop', lot_count: 1, weight_mg: 40_000_000 }])
})

test('a lot is found by what its supplier, its label or its pallet says', () => {
  const room = openDock()
  room.item('beef', { gtin: '09506000134352' })
  const tlc = { supplier_lot_code: 'LOT-9', weight_kg: '100' }
  const { lots } = room.box.act('receive-goods', receipt([{ item_id: 'beef', ...tlc }]))
  const [lot] = lots
  const trace = tracer(room.box)
  const by = (start: NonNullable<Parameters<typeof trace>[1]>['start']) => ids(trace('', { start: start! }).lots)
  const lot_id = [lot!.lot_id]
  expect(by({ by: 'supplier_lot', supplier_lot_code: 'LOT-9', supplier_id: 'farm' })).toEqual(lot_id)
  expect(by({ by: 'supplier_lot', supplier_lot_code: 'LOT-9', supplier_id: null })).toEqual(lot_id)
  expect(() => by({ by: 'supplier_lot', supplier_lot_code: 'LOT-9', supplier_id: 'shop' })).toThrow()
  expect(by({ by: 'gtin', gtin: '09506000134352', lot_code: lot!.lot_code })).toEqual(lot_id)
  const hu = room.box.act('create-hu', {
    body: { kind: 'pallet', location_id: 'receiving', sscc: '106141412345678908' },
  })
  room.pass(lot!, 1)
  const lines = [{ lot_id: lot!.lot_id, weight_kg: '30' }]
  room.box.act('pack-hu', { params: { hu_id: hu.hu_id }, body: { lines } })
  const sscc = '106141412345678908'
  expect(by({ by: 'sscc', sscc })).toEqual(lot_id)
  expect(by({ by: 'lot', ref: sscc })).toEqual(lot_id)
  expect(by({ by: 'gtin', gtin: '09506000134352', lot_code: 'LOT-9' })).toEqual(lot_id)
  expect(() => by({ by: 'gtin', gtin: '09506000134369', lot_code: 'LOT-9' })).toThrow()
  const foreign = { by: 'label', sscc: '106141412345678915', gtin: '09506000134352', lot_code: 'LOT-9' } as const
  expect(by(foreign)).toEqual(lot_id)
  const { lots: traced, suppliers } = trace(lot!.lot_id)
  expect(traced).toMatchObject([{ supplier_id: 'farm', supplier_lot_code: 'LOT-9' }])
  expect(suppliers).toMatchObject([{ supplier_id: 'farm', title: 'farm', lot_count: 1, weight_mg: 100_000_000 }])
})

test('a pallet that was used up is still traced by its number', () => {
  const room = openDock()
  const lot = room.lot()
  room.pass(lot, 1)
  const sscc = '106141412345678908'
  const params = room.box.act('create-hu', { body: { kind: 'pallet', location_id: 'receiving', sscc } })
  const lines = [{ lot_id: lot.lot_id, weight_kg: '30' }]
  room.box.act('pack-hu', { params, body: { lines } })
  room.box.act('unpack-hu', { params, body: { lines } })
  expect(ids(tracer(room.box)('', { start: { by: 'sscc', sscc } }).lots)).toEqual([lot.lot_id])
})

test('a supplier code of two suppliers is refused with the lots of both, and of two deliveries it is one trace', () => {
  const room = openDock()
  room.box.act('define-party', {
    params: { party_id: 'mill' },
    body: { title: 'Mill', kinds: ['supplier'], approved: true },
  })
  const tlc = { supplier_lot_code: 'LOT-9', weight_kg: '100' }
  const deliver = (supplier_id: string) =>
    room.box.act('receive-goods', receipt([{ item_id: 'beef', ...tlc }], { supplier_id })).lots[0]!.lot_id
  const mine = [deliver('farm'), deliver('farm')].sort()
  const trace = tracer(room.box)
  const by = (supplier_id: string | null) =>
    ids(trace('', { start: { by: 'supplier_lot', supplier_lot_code: 'LOT-9', supplier_id } }).lots)
  expect(by(null)).toEqual(mine)
  const other = deliver('mill')
  const asked = () => by(null)
  expect(asked).toThrow(expect.objectContaining({ code: 'lot_ambiguous' }))
  expect(by('mill')).toEqual([other])
  expect(by('farm')).toEqual(mine)
})

test('who stood in the same room at the same time is a neighbour, with a confidence below one', () => {
  const room = openDock()
  room.place('cold-room')
  room.place('rack-1', { parent_id: 'cold-room' })
  const HOUR = 3_600_000
  const [lot, near, late, dry] = [room.lot(), room.lot(), room.lot(), room.lot()]
  const move = ({ lot_id }: { lot_id: string }, to_location_id: string) =>
    room.box.act('move-stock', { params: { lot_id }, body: { to_location_id } })
  room.box.clock.ms += HOUR
  move(dry, 'quarantine')
  move(near, 'rack-1')
  room.box.clock.ms += HOUR
  move(lot, 'cold-room')
  room.box.clock.ms += HOUR
  move(near, 'receiving')
  room.box.clock.ms += HOUR
  move(lot, 'quarantine')
  move(late, 'cold-room')
  room.box.clock.ms += HOUR
  const trace = tracer(room.box)
  expect(trace(lot.lot_id).neighbours).toEqual([])
  const { neighbours, lots } = trace(lot.lot_id, { same_room: true })
  expect(ids(lots)).toEqual([lot.lot_id])
  const inCold = neighbours.filter(({ room_id }) => room_id === 'cold-room')
  expect(inCold).toMatchObject([{ lot_id: near.lot_id, beside_lot_id: lot.lot_id, confidence: 0.45 }])
  expect(Date.parse(inCold[0]!.until!) - Date.parse(inCold[0]!.from)).toBe(HOUR)
  for (const { confidence } of neighbours) expect(confidence > 0 && confidence < 1).toBe(true)
})
