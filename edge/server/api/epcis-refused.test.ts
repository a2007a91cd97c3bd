import type { CaptureJob } from '@flowviz/contract/epcis/capture'
import { expect, it } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const CONTEXT = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld'
const right = {
  type: 'ObjectEvent',
  eventTime: '2026-02-15T14:30:00.000Z',
  eventTimeZoneOffset: '-06:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: ['https://id.gs1.org/00/095212345000000018'],
}
const document = (event: object, more: object = {}) => ({
  '@context': CONTEXT,
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-02-15T15:00:00Z',
  ...more,
  epcisBody: { eventList: [{ ...right, ...event }] },
})

const post = (plant: TestPlant, text: string) =>
  plant.ask('MANAGER', '/api/v1/epcis/capture', {
    method: 'POST',
    headers: { 'content-type': 'application/ld+json' },
    body: text,
  })
async function jobOf(plant: TestPlant, answer: Response): Promise<CaptureJob> {
  expect(answer.status, await answer.clone().text()).toBe(202)
  return (await (await plant.ask('VIEWER', answer.headers.get('location')!)).json()) as CaptureJob
}
const stored = async (plant: TestPlant): Promise<string> =>
  await (await plant.ask('VIEWER', '/api/v1/epcis/document')).text()

const EVENT = '/epcisBody/eventList/0'
const WRONG: [what: string, event: object, pointer: string][] = [
  ['a day that no calendar has', { eventTime: '2026-02-30T14:30:00Z' }, `${EVENT}/eventTime`],
  ['an offset that no clock shows', { eventTimeZoneOffset: '+15:00' }, `${EVENT}/eventTimeZoneOffset`],
  ['a step that was taken out', { bizStep: 'transforming' }, `${EVENT}/bizStep`],
  ['a prefix that nobody defines', { 'acme:note': 'x' }, `${EVENT}/acme:note`],
  ['a field without a namespace', { note: 'x' }, `${EVENT}/note`],
  ['a wrong check digit', { epcList: ['https://id.gs1.org/00/095212345000000019'] }, `${EVENT}/epcList/0`],
  ['an id that is no URI', { eventID: 'the first' }, `${EVENT}/eventID`],
  ['an id that is too long', { eventID: `urn:x:${'y'.repeat(600)}` }, `${EVENT}/eventID`],
  ['a context that is none', { '@context': ['no uri'] }, `${EVENT}/@context/0`],
  ['goods of a receipt with the data of their birth', { ilmd: { 'cbvmda:lotNumber': 'A' } }, EVENT],
  [
    'an aggregation without its parent',
    { type: 'AggregationEvent', epcList: undefined, action: 'ADD', childEPCs: right.epcList },
    EVENT,
  ],
]

it('what is wrong in an event is refused with its pointer and a hint, and nothing is kept', async () => {
  const plant = await startPlant()
  const creation = /"creationDate":"[^"]+"/
  const before = (await stored(plant)).replace(creation, '')
  for (const [what, event, pointer] of WRONG) {
    const job = await jobOf(plant, await post(plant, JSON.stringify(document(event))))
    expect(job, what).toMatchObject({ running: false, success: false, captured: 0, hint: expect.any(String) })
    expect(
      job.errors.map(error => error.pointer),
      what,
    ).toContain(pointer)
  }
  expect((await stored(plant)).replace(creation, '')).toBe(before)
})

const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
const TEXTS: [what: string, text: string, status: number][] = [
  ['no JSON', '{"type":', 400],
  ['a list', '[]', 400],
  ['nothing', '', 400],
  ['another document', JSON.stringify(document({}, { type: 'EPCISQueryDocument' })), 422],
  ['no context', JSON.stringify(document({}, { '@context': undefined })), 422],
  ['the same context twice', JSON.stringify(document({}, { '@context': [CONTEXT, CONTEXT] })), 422],
  [
    'a document that is nested without end',
    JSON.stringify(document({ 'ex:deep': 'DEEP' })).replace('"DEEP"', deep),
    400,
  ],
]
it('what is no document is refused at the door', async () => {
  const plant = await startPlant()
  for (const [what, text, status] of TEXTS) {
    const answer = await post(plant, text)
    expect(answer.status, what).toBe(status)
    const problem = (await answer.json()) as { code: string; hint: string; errors?: { field: string }[] }
    expect(problem, what).toMatchObject({ code: expect.any(String), hint: expect.any(String) })
    if (status === 422) expect(problem.errors?.[0]?.field, what).toEqual(expect.any(String))
  }
})

it('a number that is too large for any is refused where it stands, and one that loses digits is told', async () => {
  const plant = await startPlant()
  const event = {
    epcList: undefined,
    quantityList: [{ epcClass: 'urn:epc:class:lgtin:0952123.400000.A', quantity: 7, uom: 'KGM' }],
  }
  const text = JSON.stringify(document(event))
  const huge = await jobOf(plant, await post(plant, text.replace('"quantity":7', '"quantity":1e999')))
  expect(huge).toMatchObject({
    success: false,
    errors: [{ pointer: `${EVENT}/quantityList/0/quantity`, code: 'number' }],
  })
  const long = await jobOf(plant, await post(plant, text.replace('"quantity":7', '"quantity":12345678901234567890')))
  expect(long.success).toBe(true)
  expect(long.warnings).toContainEqual(expect.objectContaining({ code: 'number' }))
})

it('several contexts, their namespaces and ids of both kinds are taken', async () => {
  const plant = await startPlant()
  const event = {
    '@context': [{ acme: 'https://acme.example/ns#' }],
    'acme:note': { 'acme:of': ['x', 1] },
    'ext:flag': true,
    'https://other.example/ns/word': 'y',
    epcList: ['urn:epc:id:sscc:9521234.0500000001', 'https://shop.example/some/path/01/09521234543213/21/S%2F1'],
  }
  const contexts = [CONTEXT, { ext: { '@id': 'https://ext.example/' } }, { '@vocab': 'https://vocab.example/' }]
  const job = await jobOf(plant, await post(plant, JSON.stringify(document(event, { '@context': contexts }))))
  expect(job).toMatchObject({ success: true, captured: 1, errors: [] })
  const far = document({ 'far:note': 'x' }, { '@context': [CONTEXT, 'https://acme.example/context.jsonld'] })
  const told = await jobOf(plant, await post(plant, JSON.stringify(far)))
  expect(told).toMatchObject({ success: true, warnings: [{ code: 'prefix' }] })
})
