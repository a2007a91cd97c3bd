import type { Lot } from '@flowviz/contract/lot'
import { FoundLot, RecallNotices } from '@flowviz/contract/recall-notice'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

/** A lot of which a recall is held. */
async function recalled(plant: TestPlant): Promise<{ lot: Lot; path: string }> {
  const post = async <T>(path: string, body: object) =>
    (await (await plant.post('MANAGER', path, { body })).json()) as T
  const lot = await post<Lot>('/api/v1/lots', { lot_type: 'RAW', weight_kg: '12.5', manual_reason: 'a test' })
  const opening = { mode: 'real', scenario: 'Glass in a bag', start: { lot_ids: [lot.lot_id] } }
  const { recall_id } = await post<{ recall_id: string }>('/api/v1/recalls', opening)
  await post(`/api/v1/recalls/${recall_id}/scopes`, {})
  await post(`/api/v1/recalls/${recall_id}/hold`, {})
  return { lot, path: `/api/v1/recalls/${recall_id}/findings` }
}

test('a recall reaches every screen without a click, and everybody sees what is here of it', async () => {
  const plant = await startPlant()
  const stream = (await plant.ask('VIEWER', '/api/v1/stream')).body!.pipeThrough(new TextDecoderStream())
  const { lot } = await recalled(plant)
  let text = ''
  for await (const chunk of stream) {
    text += chunk
    if (text.includes('"command":"hold-recall"')) break
  }
  const said = (await (await plant.ask('VIEWER', '/api/v1/recall-notices')).json()) as RecallNotices
  expect([...Value.Errors(RecallNotices, said)]).toEqual([])
  expect(said.notices).toMatchObject([{ mode: 'real', to_find_count: 1, lots: [{ lot_id: lot.lot_id }] }])
  expect((await plant.ask(null, '/api/v1/recall-notices')).status).toBe(401)
})

test('who works on the floor finds a recalled lot, though who runs the recall is a manager', async () => {
  const plant = await startPlant()
  const { lot, path } = await recalled(plant)
  const body = { lot_id: lot.lot_code, location_id: 'receiving' }
  expect((await plant.post('VIEWER', path, { body })).status).toBe(403)
  const answer = await plant.post('OPERATOR', path, { body })
  expect(answer.status).toBe(201)
  const found = (await answer.json()) as FoundLot
  expect([...Value.Errors(FoundLot, found)]).toEqual([])
  expect(found).toMatchObject({ to_find_count: 0, found_count: 1, finding: { state: 'FOUND' } })
})
