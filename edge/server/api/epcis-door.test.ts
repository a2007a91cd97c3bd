import type { Json } from '@flowviz/contract/epcis/finding'
import type { Lot } from '@flowviz/contract/lot'
import { expect, it } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const PALLET = 'https://id.gs1.org/00/095212345000000018'
const EVENT = {
  '@context': ['https://ref.gs1.org/standards/epcis/epcis-context.jsonld'],
  type: 'ObjectEvent',
  eventTime: '2026-02-15T14:30:00.000Z',
  eventTimeZoneOffset: '-06:00',
  action: 'OBSERVE',
  bizStep: 'https://ref.gs1.org/cbv/BizStep-shipping',
  disposition: 'in_transit',
  readPoint: { id: 'https://id.gs1.org/414/9521234500001' },
  epcList: ['urn:epc:id:sscc:9521234.0500000001'],
}

const post = (plant: TestPlant, body: unknown) =>
  plant.ask('MANAGER', '/api/v1/epcis/events', {
    method: 'POST',
    headers: { 'content-type': 'application/ld+json' },
    body: JSON.stringify(body),
  })
const events = async (plant: TestPlant, path: string): Promise<Json[]> => {
  const answer = await plant.ask('VIEWER', `/api/v1/epcis/${path}`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  const { epcisBody } = (await answer.json()) as { epcisBody: { queryResults: { resultsBody: { eventList: Json[] } } } }
  return epcisBody.queryResults.resultsBody.eventList
}
const register = async (plant: TestPlant): Promise<Lot> => {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  return (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
}

it('each resource of the standard has its events, however its id is written', async () => {
  const plant = await startPlant()
  expect((await post(plant, EVENT)).status).toBe(201)
  const lot = await register(plant)
  for (const path of [
    `epcs/${encodeURIComponent(PALLET)}`,
    `epcs/${encodeURIComponent(EVENT.epcList[0]!)}`,
    'bizSteps/shipping',
    `bizSteps/${encodeURIComponent(EVENT.bizStep)}`,
    'dispositions/in_transit',
    `readPoints/${encodeURIComponent(EVENT.readPoint.id)}`,
    'eventTypes/ObjectEvent',
  ])
    expect((await events(plant, `${path}/events`))[0], path).toMatchObject({ epcList: EVENT.epcList })
  const own = `https://flowviz.example/id/plant-a/lot/${lot.lot_id}`
  expect(await events(plant, `epcs/${encodeURIComponent(own)}/events`)).toHaveLength(1)
  expect(await events(plant, `bizLocations/${encodeURIComponent(PALLET)}/events`)).toEqual([])
  expect(await events(plant, 'eventTypes/ObjectEvent/events?EQ_bizStep=creating_class_instance')).toHaveLength(1)
})

it('an event is found by the hash that it was given, whose address is long', async () => {
  const plant = await startPlant()
  const answer = await post(plant, EVENT)
  expect((await plant.ask('VIEWER', answer.headers.get('location')!)).status).toBe(200)
})

it('pages are the same when more is told between them', async () => {
  const plant = await startPlant()
  const lots = [await register(plant), await register(plant), await register(plant)]
  const first = await plant.ask('VIEWER', '/api/v1/epcis/eventTypes/ObjectEvent/events?perPage=2')
  await register(plant)
  const next = /^<\/api\/v1\/epcis\/(?<next>[^>]+)>; rel="next"$/.exec(first.headers.get('link')!)!.groups!.next!
  expect((await events(plant, next)).map(({ eventID }) => eventID)).toContain(`urn:uuid:${lots[2]!.event_id}`)
})

const NOT_UNDERSTOOD = [
  'events?EQ_bizSteps=shipping',
  'events?perPage=0',
  'events?perPage=many',
  'events?nextPageToken=abc',
  'events?GE_eventTime=yesterday-at-noon-or-so',
  'epcs/urn%3Ax%3Ay/events?orderBy=eventTime',
  'document?from=monday',
  'document?since=2026-01-01T00:00:00.000Z',
]
it('a parameter that is not understood is refused, not passed over', async () => {
  const plant = await startPlant()
  for (const path of NOT_UNDERSTOOD) {
    const answer = await plant.ask('VIEWER', `/api/v1/epcis/${path}`)
    expect(answer.status, path).toBe(400)
    expect(await answer.json()).toMatchObject({ code: expect.any(String), hint: expect.any(String) })
  }
})

it('a period of the plant is a document of what was recorded in it', async () => {
  const plant = await startPlant()
  await register(plant)
  const all = await (await plant.ask('VIEWER', '/api/v1/epcis/document?to=2999-01-01T00:00:00.000Z')).json()
  expect(all).toMatchObject({ type: 'EPCISDocument', epcisBody: { eventList: [{ type: 'ObjectEvent' }] } })
  const none = await (await plant.ask('VIEWER', '/api/v1/epcis/document?from=2999-01-01T00:00:00.000Z')).json()
  expect(none).toMatchObject({ epcisBody: { eventList: [] } })
})
