import type { CaptureJob } from '@flowviz/contract/epcis/capture'
import type { Json } from '@flowviz/contract/epcis/finding'
import type { Problem } from '@flowviz/contract/error'
import type { Lot } from '@flowviz/contract/lot'
import { describe, expect, it } from 'vitest'
import { anchor, anchors, schemaVerdict } from '../epcis/testing/anchor.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const DOCUMENTS = 'epcis-openepcis/Capture/Documents'
const REFUSED_BY_THE_SCHEMA = [
  'AggregationEvent_with_persistentDisposition.json',
  'SensorData_with_combined_events.json',
  'TransactionEvent_with_userExtensions.json',
]
const verdict = schemaVerdict()

const post = (plant: TestPlant, path: string, { headers = {}, ...body }: Json & { headers?: object }) =>
  plant.ask('MANAGER', `/api/v1/epcis/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/ld+json', ...headers },
    body: JSON.stringify(body),
  })
const get = async (plant: TestPlant, path: string) => (await plant.ask('VIEWER', `/api/v1/epcis/${path}`)).json()
const seq = async (plant: TestPlant) =>
  ((await (await plant.ask('AUDITOR', '/api/v1/ledger/head')).json()) as { head: { seq: number } }).head.seq

async function captured(plant: TestPlant, body: Json, headers = {}): Promise<CaptureJob> {
  const answer = await post(plant, 'capture', { ...body, headers })
  expect(answer.status, await answer.clone().text()).toBe(202)
  const job = await plant.ask('VIEWER', answer.headers.get('location')!)
  return (await job.json()) as CaptureJob
}
const listed = async (plant: TestPlant, query: string): Promise<Json[]> => {
  const document = (await get(plant, `events?${query}`)) as Json
  expect(verdict(document)).toEqual([])
  const { epcisBody } = document as { epcisBody: { queryResults: { resultsBody: { eventList: Json[] } } } }
  return epcisBody.queryResults.resultsBody.eventList
}
async function register(plant: TestPlant): Promise<Lot> {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  return (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
}

const EVENT = {
  '@context': ['https://ref.gs1.org/standards/epcis/epcis-context.jsonld'],
  type: 'ObjectEvent',
  eventTime: '2026-02-15T14:30:00.000Z',
  eventTimeZoneOffset: '-06:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: ['https://id.gs1.org/00/095212345000000018'],
}

describe('EPCIS at its doors', () => {
  it('every valid document is captured, and captured again it creates nothing; every wrong one is refused with a pointer', async () => {
    const plant = await startPlant()
    for (const name of anchors(DOCUMENTS).filter(name => !REFUSED_BY_THE_SCHEMA.includes(name))) {
      const document = anchor(`${DOCUMENTS}/${name}`)
      const first = await captured(plant, document)
      expect(first, name).toMatchObject({ success: true, errors: [] })
      const again = await captured(plant, document)
      expect(again, name).toMatchObject({ success: true, captured: 0, known: first.eventCount })
    }
    for (const name of anchors('epcis-openepcis/Capture/Invalid')) {
      const answer = await post(plant, 'capture', anchor(`epcis-openepcis/Capture/Invalid/${name}`))
      if (answer.status === 202) {
        const job = (await (await plant.ask('VIEWER', answer.headers.get('location')!)).json()) as CaptureJob
        expect(job, name).toMatchObject({ success: false, captured: 0 })
        expect(job.errors[0]?.pointer, name).toMatch(/^\/epcisBody\/eventList\/\d+/)
      } else expect(await answer.json(), name).toMatchObject({ code: 'epcis_invalid', errors: [{}] })
    }
    await listed(plant, 'perPage=500')
  }, 60_000)

  it('a lot that was registered is found by its class, by its step and by its id, with the hash of its event', async () => {
    const plant = await startPlant()
    const lot = await register(plant)
    const uri = `https://flowviz.example/id/plant-a/lot/${lot.lot_id}`
    const [event, ...others] = await listed(plant, `MATCH_anyEPCClass=${encodeURIComponent(uri)}`)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      eventID: `urn:uuid:${lot.event_id}`,
      bizStep: 'creating_class_instance',
      action: 'ADD',
    })
    expect(await listed(plant, 'EQ_bizStep=creating_class_instance|shipping')).toEqual([event])
    expect(await listed(plant, 'EQ_bizStep=shipping')).toEqual([])
    expect(await listed(plant, 'GE_eventTime=2100-01-01T00:00:00Z')).toEqual([])
    const one = await plant.ask('VIEWER', `/api/v1/epcis/events/urn:uuid:${lot.event_id}`)
    expect(one.headers.get('flowviz-event-hash')).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
    expect(one.headers.get('gs1-epcis-version')).toBe('2.0')

    await plant.ask('ADMIN', `/api/v1/lots/${lot.lot_id}?reason=counted%20twice`, { method: 'DELETE' })
    const document = (await get(plant, `events/urn:uuid:${lot.event_id}`)) as Json
    expect(JSON.stringify(document)).toContain('"reason":"did_not_occur"')
    expect(await listed(plant, 'EXISTS_errorDeclaration=true')).toMatchObject([{ eventID: event!.eventID }])
  })

  it('pages follow each other without a gap, each naming the next', async () => {
    const plant = await startPlant()
    const lots: string[] = []
    for (let at = 0; at < 5; at++) lots.push((await register(plant)).event_id)
    const found: string[] = []
    for (let path: string | null = '/api/v1/epcis/events?perPage=2'; path !== null; ) {
      const answer: Response = await plant.ask('VIEWER', path)
      const ids: string[] = (await answer.text()).match(/urn:uuid:[0-9a-f-]+/g) ?? []
      expect(ids.length).toBeLessThanOrEqual(2)
      found.push(...ids)
      path = /^<(?<next>[^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.groups?.next ?? null
    }
    expect(found).toEqual(lots.map(id => `urn:uuid:${id}`))
  })

  it('the whole plant comes as one document that another repository takes', async () => {
    const plant = await startPlant()
    await register(plant)
    expect((await post(plant, 'events', EVENT)).status).toBe(201)
    const document = (await get(plant, 'document')) as Json
    expect(verdict(document)).toEqual([])
    const other = await startPlant()
    expect(await captured(other, document)).toMatchObject({ success: true, captured: 2 })
    // Our own events back at home are no news.
    expect(await captured(plant, document)).toMatchObject({ success: true, captured: 0, known: 2 })
  })

  it('one event is captured before the answer, and the same again is told to be known', async () => {
    const plant = await startPlant()
    const first = await post(plant, 'events', { ...EVENT, recordTime: '2020-01-01T00:00:00Z' })
    expect(first.status).toBe(201)
    const again = await post(plant, 'events', EVENT)
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ code: 'epcis_event_known' })
    const [event] = await listed(plant, 'MATCH_epc=urn:epc:id:sscc:9521234.0500000001')
    expect(event).toMatchObject({ bizStep: 'shipping' })
    expect(event!.recordTime).not.toBe('2020-01-01T00:00:00Z')
  })

  it('an event is never edited: it is declared wrong under its own id, and said right under another', async () => {
    const plant = await startPlant()
    const event = { ...EVENT, eventID: 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8' }
    expect((await post(plant, 'events', event)).status).toBe(201)
    const edited = await post(plant, 'events', { ...event, bizStep: 'departing' })
    expect(edited.status).toBe(422)
    expect(((await edited.json()) as Problem).errors).toMatchObject([{ field: '' }])
    const errorDeclaration = { declarationTime: '2026-02-16T00:00:00Z', reason: 'incorrect_data' }
    expect((await post(plant, 'events', { ...event, errorDeclaration })).status).toBe(201)
    expect(await listed(plant, `EQ_eventID=${event.eventID}`)).toHaveLength(2)
  })

  it('one wrong event keeps all of a document out, or only itself, as the sender says; a second capture writes no event', async () => {
    const plant = await startPlant()
    const { '@context': context, ...right } = EVENT
    const document = {
      '@context': context,
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: '2026-02-15T15:00:00Z',
      epcisBody: { eventList: [right, { ...right, action: 'LOOK' }] },
    }
    const all = await captured(plant, document)
    expect(all).toMatchObject({ success: false, captured: 0, errors: [{ pointer: '/epcisBody/eventList/1/action' }] })
    const some = await captured(plant, document, { 'gs1-capture-error-behaviour': 'proceed' })
    expect(some).toMatchObject({ success: false, captured: 1 })
    const before = await seq(plant)
    expect(await captured(plant, document, { 'gs1-capture-error-behaviour': 'proceed' })).toMatchObject({ captured: 0 })
    expect(await seq(plant)).toBe(before + 1)
  })

  it('says its limits before anything is sent, and lets only those capture who answer for the plant', async () => {
    const plant = await startPlant()
    const limits = await plant.ask('VIEWER', '/api/v1/epcis/capture', { method: 'OPTIONS' })
    expect(limits.headers.get('gs1-epcis-capture-limit')).toBe('500')
    const refused = await plant.ask('OPERATOR', '/api/v1/epcis/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EVENT),
    })
    expect(refused.status).toBe(403)
  })
})
