import { epcisDocument } from '@flowviz/contract/epcis/document'
import type { EpcisEvent } from '@flowviz/contract/epcis/event'
import { epcisOf } from '@flowviz/contract/epcis/map'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { CorrectableKde } from '@flowviz/contract/event/fsma'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { epcisKnown } from '../store/epcis-known.ts'
import { eventIn } from '../store/event-body.ts'
import { plantStore } from '../store/plant-store.ts'
import { type Box, openBox, SITE } from '../writer/testing/box.ts'
import { openDock, PAPERS, readyLot, receipt } from '../writer/testing/dock.ts'
import { MANAGER } from '../writer/testing/kitchen.ts'
import { attempt, type Scene, step } from '../writer/testing/quality-history.ts'
import { history, live } from '../writer/testing/run-acts.ts'
import { schemaVerdict } from './testing/anchor.ts'

const verdict = schemaVerdict()
const NOW = '2026-11-23T05:00:00.000Z'

function told(box: Box): { events: LedgerEvent[]; said: EpcisEvent[] } {
  const store = plantStore(box.engine.db)
  const known = epcisKnown(store, SITE)
  const events = store.ledger.rows(1, 1_000_000).map(({ body }) => eventIn(body))
  return { events, said: events.flatMap(event => epcisOf(event, known)) }
}

function holdsTheSchema(box: Box): EpcisEvent[] {
  const { said } = told(box)
  expect(verdict(epcisDocument(said, NOW))).toEqual([])
  return said
}

it('all that a kitchen tells of its random days is EPCIS by the schema of GS1', () => {
  fc.assert(
    fc.property(history, acts => {
      const { box } = live(acts)
      holdsTheSchema(box)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

it('all that quality tells of its random days is EPCIS by the schema of GS1', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), steps => {
      const scene: Scene = { box: openBox(), lots: [] }
      for (const one of steps) attempt(scene, one)
      holdsTheSchema(scene.box)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

/** A plant with its numbers from GS1, in which goods come, are packed, moved, counted, shipped and come back. */
function tradingPlant() {
  const room = openDock()
  const { box } = room
  box.act('configure-site', { body: { ...DEFAULT_SETTINGS, gln: '9521234500001' } }, { actor: MANAGER })
  box.act('define-party', {
    params: { party_id: 'shop' },
    body: { title: 'Shop', kinds: ['customer'], gln: '9520000900007' },
  })
  room.item('soup', { lot_type: 'FG', gtin: '10952123400007' })
  room.item('beef', { gtin: '00952123400000', shelf_life_days: 20 })
  const { lots } = box.act(
    'receive-goods',
    receipt([
      { item_id: 'beef', weight_kg: '500', supplier_lot_code: 'SUP-77', supplier_tlc_source: 'Farm, Kiel' },
      { item_id: 'beef', weight_kg: '20' },
    ]),
  )
  const soup = readyLot(room, { item_id: 'soup', weight_kg: '90', lot_code: 'FG-0088' })
  return { room, box, lots, soup }
}

const gone = (box: Box, type: string, at = 0) => {
  const { events } = told(box)
  const store = plantStore(box.engine.db)
  return epcisOf(events.filter(event => event.type === type)[at]!, epcisKnown(store, SITE))
}

it('a receipt is received from its supplier under its documents, and says the codes that the supplier gave', () => {
  const { box } = tradingPlant()
  const [receiving] = gone(box, 'receipt.recorded')
  expect(receiving).toMatchObject({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    destinationList: [{ type: 'location', destination: 'https://id.gs1.org/414/9521234500001' }],
    readPoint: { id: 'https://id.gs1.org/414/9521234500001/254/receiving' },
  })
  expect(receiving!.bizTransactionList).toContainEqual({
    type: 'bol',
    bizTransaction: 'urn:epcglobal:cbv:bt:9521234500001:B-17',
  })
  expect(receiving!.quantityList).toMatchObject([
    { quantity: 500, uom: 'KGM' },
    { quantity: 20, uom: 'KGM' },
  ])
  expect(receiving!.quantityList![0]!.epcClass).toMatch(/^https:\/\/id\.gs1\.org\/01\/00952123400000\/10\/[A-Z0-9-]+$/)
  expect(receiving!['fv:lots']).toMatchObject([{ 'fv:supplierLotNumber': 'SUP-77' }, { 'fv:product': 'beef' }])
})

it('a pallet is packed, moved and shipped under its SSCC, and what is loose under its lot', () => {
  const { room, box, soup } = tradingPlant()
  const { hu_id } = box.act('create-hu', {
    body: { kind: 'pallet', location_id: 'receiving', sscc: '095212345000000018' },
  })
  box.act('pack-hu', { params: { hu_id }, body: { lines: [{ lot_id: soup.lot_id, weight_kg: '45' }] } })
  box.act('move-hu', { params: { hu_id }, body: { to_location_id: 'cold-room' } })
  box.act('move-stock', { params: { lot_id: soup.lot_id }, body: { to_location_id: 'cold-room', weight_kg: '20' } })
  box.act('adjust-stock', {
    params: { lot_id: soup.lot_id },
    body: { cause: 'sample', weight_kg: '1', location_id: 'cold-room', reason: 'laboratory' },
  })
  const { shipment_id } = box.act('plan-shipment', { body: { customer_id: 'shop', ship_to: 'Shop, Hamburg' } })
  const params = { shipment_id }
  box.act('pick-shipment', { params, body: { hu_id } })
  box.act('pick-shipment', { params, body: { lot_id: soup.lot_id, weight_kg: '10', location_id: 'cold-room' } })
  box.act('stage-shipment', { params, body: {} })
  box.act('ship-shipment', { params, body: { documents: PAPERS } })
  box.act('return-goods', {
    params,
    body: { lot_id: soup.lot_id, weight_kg: '5', location_id: 'quarantine', reason: 'torn bags' },
  })
  const pallet = 'https://id.gs1.org/00/095212345000000018'
  const lot = 'https://id.gs1.org/01/10952123400007/10/FG-0088'
  expect(gone(box, 'hu.packed')).toMatchObject([
    {
      type: 'AggregationEvent',
      action: 'ADD',
      bizStep: 'packing',
      parentID: pallet,
      childQuantityList: [{ epcClass: lot, quantity: 45, uom: 'KGM' }],
    },
  ])
  expect(gone(box, 'shipment.shipped')).toMatchObject([
    {
      bizStep: 'shipping',
      disposition: 'in_transit',
      epcList: [pallet],
      quantityList: [{ epcClass: lot, quantity: 10, uom: 'KGM' }],
      destinationList: [{ type: 'location', destination: 'https://id.gs1.org/414/9520000900007' }],
    },
  ])
  expect(gone(box, 'stock.adjusted')).toMatchObject([{ action: 'DELETE', bizStep: 'sampling' }])
  expect(gone(box, 'shipment.staged')).toMatchObject([{ bizStep: 'staging_outbound', epcList: [pallet] }])
  expect(gone(box, 'shipment.returned')).toMatchObject([{ bizStep: 'receiving', disposition: 'returned' }])
  const said = holdsTheSchema(box)
  expect(new Set(said.map(({ eventID }) => eventID)).size).toBe(said.length)
  expect(room.where(soup)['cold-room']).toBe(9)
})

it('a lot that was registered by mistake is said again, with its own id and the declaration that it never was', () => {
  const { box, room } = tradingPlant()
  const lot = room.lot({ item_id: 'beef', lot_code: 'OOPS-1' })
  box.act('void-lot', { params: { lot_id: lot.lot_id }, body: { reason: 'counted twice' } })
  const before = told(box).events.filter(({ subject }) => subject === `lot:${lot.lot_id}`)
  const [first] = epcisOf(before[0]!, epcisKnown(plantStore(box.engine.db), SITE))
  const [again] = gone(box, 'lot.voided')
  const { errorDeclaration, ...rest } = again!
  expect(rest).toEqual(first)
  expect(errorDeclaration).toMatchObject({ reason: 'did_not_occur' })
  holdsTheSchema(box)
})

it('a received lot that is voided makes its receipt wrong: it is declared so, and told again without the lot', () => {
  const { box, lots } = tradingPlant()
  const [first] = gone(box, 'receipt.recorded')
  box.act('void-lot', { params: { lot_id: lots[1]!.lot_id }, body: { reason: 'counted twice' } })
  const [wrong, right, ...more] = gone(box, 'lot.voided')
  expect(more).toEqual([])
  const { errorDeclaration, ...rest } = wrong!
  expect(rest).toEqual(first)
  expect(errorDeclaration).toMatchObject({ reason: 'incorrect_data', correctiveEventIDs: [right!.eventID] })
  expect(right!.quantityList).toEqual([first!.quantityList![0]])
  box.act('void-lot', { params: { lot_id: lots[0]!.lot_id }, body: { reason: 'never came' } })
  expect(gone(box, 'lot.voided', 1)).toMatchObject([
    { eventID: right!.eventID, errorDeclaration: { reason: 'did_not_occur' } },
  ])
  holdsTheSchema(box)
})

it('an element that is put right is told under its old id as wrong and under a new one as it is, each time anew', () => {
  const { box, lots } = tradingPlant()
  const [first] = gone(box, 'receipt.recorded')
  const { receipt_id } = told(box).events.find(event => event.type === 'receipt.recorded')!.data
  const correct = (of: string, kde: CorrectableKde, now: string) =>
    box.act('correct-kde', { body: { of, kde, now, reason: 'wrong paper' } }, { actor: MANAGER })
  correct(`receipt:${receipt_id}`, 'previous_source', 'Farm, Bremen')
  correct(`receipt:${receipt_id}`, 'documents', 'bol B-18; po 7')
  correct(`lot:${lots[0]!.lot_id}`, 'supplier_lot_code', 'SUP-78')
  correct(`receipt:${receipt_id}`, 'received_at', '2026-11-22T04:00:00.000Z')
  let before = first!
  for (const at of [0, 1, 2, 3]) {
    const [wrong, right, ...more] = gone(box, 'kde.corrected', at)
    expect(more).toEqual([])
    const { errorDeclaration, ...rest } = wrong!
    expect(rest).toEqual(before)
    expect(errorDeclaration).toMatchObject({ reason: 'incorrect_data', correctiveEventIDs: [right!.eventID] })
    before = right!
  }
  expect(before).toMatchObject({ 'fv:previousSource': 'Farm, Bremen', eventTime: '2026-11-22T04:00:00.000Z' })
  expect(before['fv:lots']).toMatchObject([{ 'fv:supplierLotNumber': 'SUP-78' }, {}])
  expect(JSON.stringify(before.bizTransactionList)).toContain('B-18')
  // What the receipt said on its day does not change.
  expect(gone(box, 'receipt.recorded')).toEqual([first])
  holdsTheSchema(box)
})

it('a shipment tells whom it went to as it is known when it leaves, and again when that is put right', () => {
  const { box, soup } = tradingPlant()
  const params = picked(box, soup)
  const kde = { of: `shipment:${params.shipment_id}`, kde: 'ship_to', reason: 'wrong paper' } as const
  box.act('correct-kde', { body: { ...kde, now: 'Shop, Altona' } }, { actor: MANAGER })
  expect(gone(box, 'kde.corrected')).toEqual([])
  box.act('stage-shipment', { params, body: {} })
  box.act('ship-shipment', { params, body: { documents: PAPERS } })
  const [shipped] = gone(box, 'shipment.shipped')
  expect(shipped).toMatchObject({ 'fv:shipTo': 'Shop, Altona' })
  box.act('correct-kde', { body: { ...kde, now: 'Shop, Kiel' } }, { actor: MANAGER })
  expect(gone(box, 'kde.corrected', 1)).toMatchObject([
    { eventID: shipped!.eventID, errorDeclaration: { reason: 'incorrect_data' } },
    { 'fv:shipTo': 'Shop, Kiel' },
  ])
  expect(gone(box, 'shipment.shipped')).toEqual([shipped])
  holdsTheSchema(box)
})

it('a shipment that is taken back declares wrong what was told of it, and says which goods stay', () => {
  const { box, soup } = tradingPlant()
  const params = picked(box, soup)
  box.act('stage-shipment', { params, body: {} })
  const [pick] = gone(box, 'shipment.picked')
  const [stage] = gone(box, 'shipment.staged')
  box.act('void-shipment', { params, body: { reason: 'wrong lorry' } }, { actor: MANAGER })
  const voided = gone(box, 'shipment.voided')
  const declared = { reason: 'did_not_occur', correctiveEventIDs: [voided.at(-1)!.eventID] }
  expect(voided).toMatchObject([
    { eventID: pick!.eventID, errorDeclaration: declared },
    { eventID: stage!.eventID, errorDeclaration: declared },
    { bizStep: 'void_shipping', quantityList: [{ quantity: 10, uom: 'KGM' }] },
  ])
  holdsTheSchema(box)
})

it('what is taken out of a shipment again was never picked, and what stood ready with it did not', () => {
  const { box, soup } = tradingPlant()
  const params = picked(box, soup)
  const body = { lot_id: soup.lot_id, weight_kg: '5', location_id: 'receiving' }
  box.act('pick-shipment', { params, body })
  box.act('stage-shipment', { params, body: {} })
  const [[first], [second]] = [gone(box, 'shipment.picked'), gone(box, 'shipment.picked', 1)]
  const [stage] = gone(box, 'shipment.staged')
  expect(stage).toMatchObject({ quantityList: [{ quantity: 15 }] })
  box.act('unpick-shipment', { params, body: { lot_id: soup.lot_id } })
  const wrong = gone(box, 'shipment.unpicked')
  const errorDeclaration = { reason: 'did_not_occur' }
  expect(wrong).toMatchObject([
    { eventID: second!.eventID, quantityList: [{ quantity: 5 }], errorDeclaration },
    { eventID: stage!.eventID, quantityList: [{ quantity: 15 }], errorDeclaration },
  ])
  box.act('stage-shipment', { params, body: {} })
  expect(gone(box, 'shipment.staged')).toEqual([stage])
  expect(gone(box, 'shipment.staged', 1)).toMatchObject([{ quantityList: [{ quantity: 10 }] }])
  expect(gone(box, 'shipment.picked', 1)).toEqual([second])
  box.act('void-shipment', { params, body: { reason: 'wrong lorry' } }, { actor: MANAGER })
  expect(gone(box, 'shipment.voided')).toMatchObject([
    { eventID: first!.eventID, errorDeclaration },
    { bizStep: 'staging_outbound', quantityList: [{ quantity: 10 }], errorDeclaration },
    { bizStep: 'void_shipping', quantityList: [{ quantity: 10 }] },
  ])
  holdsTheSchema(box)
})

function picked(box: Box, { lot_id }: { lot_id: string }): { shipment_id: string } {
  const { shipment_id } = box.act('plan-shipment', { body: { customer_id: 'shop', ship_to: 'Shop, Hamburg' } })
  const params = { shipment_id }
  box.act('pick-shipment', { params, body: { lot_id, weight_kg: '10', location_id: 'receiving' } })
  return params
}
