import type { HandlingUnit, ReceivedGoods, Shipment } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import type { LocationStock, LotLinks, LotPostings } from '@flowviz/contract/stock-view'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const PAPERS = [{ type: 'bol', number: 'B-17' }]

async function done<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer
  const body = await response.json()
  expect([response.status < 300, body]).toEqual([true, body])
  return body as T
}

const post = <T>(plant: TestPlant, path: string, body: unknown) =>
  done<T>(plant.post('OPERATOR', `/api/v1${path}`, { body }))
const get = <T>(plant: TestPlant, path: string) => done<T>(plant.ask('VIEWER', `/api/v1${path}`))
const define = (plant: TestPlant, path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' }
  return done(plant.ask('MANAGER', `/api/v1${path}`, { method: 'PUT', headers, body: JSON.stringify(body) }))
}

test('from the dock to the customer over HTTP: a lane in its order, the links of a lot, and books that balance', async () => {
  const plant = await startPlant()
  await define(plant, '/locations/lane', { title: 'Lane', kind: 'lane', discipline: 'fefo', capacity_kg: '500' })
  await define(plant, '/items/beef', { title: 'Beef', lot_type: 'RAW' })
  await define(plant, '/parties/farm', { title: 'Farm', kinds: ['supplier'], approved: true })
  await define(plant, '/parties/shop', { title: 'Shop', kinds: ['customer'] })
  const { receipt, lots } = await post<ReceivedGoods>(plant, '/receipts', {
    supplier_id: 'farm',
    previous_source: 'Farm, Kiel',
    location_id: 'lane',
    documents: PAPERS,
    lines: [
      { item_id: 'beef', weight_kg: '80', expires_on: '2099-02-01' },
      { item_id: 'beef', weight_kg: '20', expires_on: '2099-01-01' },
    ],
  })
  const [late, soon] = lots as [Lot, Lot]
  plant.pass(90_000)

  const lane = await get<LocationStock>(plant, '/locations/lane/stock')
  expect(lane).toMatchObject({ capacity_kg: '500', weight_mg: 100_000_000, lot_count: 2, discipline: 'fefo' })
  expect(lane.lots.map(({ lot_id }) => lot_id)).toEqual([soon.lot_id, late.lot_id])
  expect(lane.lots[0]!.age_s).toBeGreaterThanOrEqual(90)

  const { lots: parts } = await post<{ lots: Lot[] }>(plant, `/lots/${soon.lot_code}/split`, {
    parts: [{ weight_kg: '5' }],
  })
  const links = await get<LotLinks>(plant, `/lots/${soon.lot_code}/links`)
  expect(links.children).toMatchObject([
    { lot_id: parts[0]!.lot_id, kind: 'SPLIT', run_id: null, weight_mg: 5_000_000 },
  ])
  expect((await get<LotLinks>(plant, `/lots/${parts[0]!.lot_id}/links`)).parents).toMatchObject([
    { lot_id: soon.lot_id, kind: 'SPLIT' },
  ])

  const hu = await post<HandlingUnit>(plant, '/handling-units', {
    kind: 'pallet',
    location_id: 'lane',
    sscc: '106141412345678908',
  })
  expect(await get<HandlingUnit>(plant, '/handling-units/106141412345678908')).toEqual(hu)
  expect((await get<{ records: HandlingUnit[] }>(plant, '/handling-units?location_id=lane')).records).toEqual([hu])

  const { shipment_id } = await post<Shipment>(plant, '/shipments', { customer_id: 'shop', ship_to: 'Hamburg' })
  await post(plant, `/shipments/${shipment_id}/lines`, { lot_id: soon.lot_id, weight_kg: '10' })
  const books = await get<LotPostings>(plant, `/lots/${soon.lot_id}/postings?limit=1`)
  expect(books).toMatchObject({
    registered_mg: 20_000_000,
    left_mg: 5_000_000,
    on_hand_mg: 15_000_000,
    came_back_mg: 0,
    balanced: true,
    postings: [{ from: 'location:lane', to: `lot:${parts[0]!.lot_id}`, weight_kg: '5.000000' }],
    next: null,
  })
  expect((await get<Shipment>(plant, `/shipments/${shipment_id}`)).lines).toMatchObject([{ weight_kg: '10' }])
  expect(await get(plant, `/receipts/${receipt.receipt_id}`)).toEqual(receipt)

  const staged = await done<Shipment>(plant.post('OPERATOR', `/api/v1/shipments/${shipment_id}/stage`, { body: {} }))
  expect(staged.state).toBe('STAGED')
  const seq = await plant.seq()
  const ship = await plant.post('OPERATOR', `/api/v1/shipments/${shipment_id}/ship`, { body: { documents: PAPERS } })
  expect([ship.status, ((await ship.json()) as { in_the_way: unknown[] }).in_the_way]).toMatchObject([
    409,
    [{ lot_id: soon.lot_id, why: 'gate_missing' }],
  ])
  expect(await plant.seq()).toBe(seq)
})
