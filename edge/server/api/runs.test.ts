import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'

type Plant = Awaited<ReturnType<typeof startPlant>>
type Sender = Parameters<Plant['ask']>[0]

async function send(plant: Plant, [role, method, path]: [Sender, string, string], body?: object) {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const headers = { 'content-type': 'application/json' }
  const response = await plant.ask(role, path, body === undefined ? init : { ...init, headers })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}

test('a recipe is drafted by one, approved by another and read with its versions; a run is planned by it', async () => {
  const plant = await startPlant()
  for (const [item_id, lot_type] of [
    ['flour', 'RAW'],
    ['bread', 'FG'],
  ])
    expect(await send(plant, ['ADMIN', 'PUT', `/api/v1/items/${item_id}`], { title: item_id, lot_type })).toMatchObject(
      {
        status: 200,
        body: { item_id, version: 1 },
      },
    )
  const recipe = {
    recipe_id: 'bread',
    title: 'Bread',
    item_id: 'bread',
    batch_kg: '100',
    inputs: [{ item_id: 'flour', target_kg: '60' }],
  }
  expect(await send(plant, ['ADMIN', 'POST', '/api/v1/recipes'], recipe)).toMatchObject({ status: 201 })
  expect(await send(plant, ['MANAGER', 'POST', '/api/v1/recipes/bread/versions/1/approve'], {})).toMatchObject({
    status: 200,
    body: { state: 'APPROVED' },
  })
  expect(await send(plant, ['VIEWER', 'GET', '/api/v1/recipes/bread'])).toMatchObject({
    body: { current: 1, versions: [{ recipe_id: 'bread', version: 1 }] },
  })
  expect(await send(plant, ['VIEWER', 'GET', '/api/v1/recipes?state=APPROVED&recipe_id=bread'])).toMatchObject({
    body: { records: [{ version: 1 }], next: null },
  })
  const planned = await send(plant, ['OPERATOR', 'POST', '/api/v1/production-runs'], { recipe_id: 'bread' })
  expect(planned).toMatchObject({ status: 201, body: { state: 'DRAFT', recipe_version: 1, item_id: 'bread' } })
  const { run_id, run_code } = planned.body
  expect(await send(plant, ['VIEWER', 'GET', `/api/v1/production-runs/${run_code}`])).toMatchObject({
    body: { run_id, inputs: [], outputs: [], balance: { closes: true } },
  })
  expect(await send(plant, ['VIEWER', 'GET', '/api/v1/production-runs?line=L1&state=DRAFT'])).toMatchObject({
    body: { records: [{ run_id }] },
  })
  expect(await send(plant, ['OPERATOR', 'POST', `/api/v1/production-runs/${run_id}/start`], {})).toMatchObject({
    status: 409,
    body: { code: 'state_wrong', state: 'DRAFT', allowed: ['release', 'abort', 'void'] },
  })
  expect(await send(plant, ['MANAGER', 'DELETE', `/api/v1/production-runs/${run_id}`])).toMatchObject({
    status: 200,
    body: { state: 'VOIDED' },
  })
})

test('the site shows its defaults as version 0, and the plan of the release among its plans', async () => {
  const plant = await startPlant()
  const settings = await send(plant, ['VIEWER', 'GET', '/api/v1/settings'])
  expect(settings.body).toMatchObject({ version: 0, plan_id: 'seven-gates', tolerance_pct: '2' })
  const { version: _, ...said } = settings.body as Record<string, unknown>
  const configured = await send(plant, ['ADMIN', 'PUT', '/api/v1/settings'], { ...said, review_days: 5 })
  expect(configured).toMatchObject({ status: 200, body: { version: 1, review_days: 5 } })
  expect((await send(plant, ['VIEWER', 'GET', '/api/v1/qc-plans/seven-gates'])).body).toMatchObject({
    current: 1,
    versions: [{ plan_id: 'seven-gates', state: 'APPROVED', drafted_by: null }],
  })
  expect((await send(plant, ['VIEWER', 'GET', '/api/v1/items/nothing'])).body).toMatchObject({
    code: 'record_not_found',
  })
})
