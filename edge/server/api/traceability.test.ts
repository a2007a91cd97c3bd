import type { Lot } from '@flowviz/contract/lot'
import { Trace, TraceGraph } from '@flowviz/contract/trace'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

async function register(plant: TestPlant, lot_code: string): Promise<Lot> {
  const body = { lot_code, lot_type: 'RAW', weight_kg: '10' }
  return (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
}

async function linked(plant: TestPlant, from: Lot, into: Lot): Promise<void> {
  const body = { source_lot_id: from.lot_id, weight_kg: '1' }
  expect((await plant.post('OPERATOR', `/api/v1/lots/${into.lot_id}/links`, { body })).status).toBe(201)
}

test('anybody who is signed in traces a lot by its code, both ways', async () => {
  const plant = await startPlant()
  const [a, b, c] = [await register(plant, 'A-1'), await register(plant, 'B-1'), await register(plant, 'C-1')]
  const judge = (lot: Lot) =>
    plant.post('OPERATOR', '/api/v1/qc-decisions', {
      body: { lot_id: lot.lot_id, gate_id: 'receiving', decision: 'PASS' },
    })
  for (const lot of [a, b]) await judge(lot)
  await linked(plant, a, b)
  await linked(plant, b, c)
  const response = await plant.ask('VIEWER', '/api/v1/traceability/B-1')
  expect(response.status).toBe(200)
  const trace = (await response.json()) as Trace
  expect([...Value.Errors(Trace, trace)]).toEqual([])
  expect(trace.lots.map(({ lot_code, way }) => [lot_code, way])).toEqual([
    ['B-1', 'start'],
    ['C-1', 'forward'],
    ['A-1', 'backward'],
  ])
  expect(trace).toMatchObject({ lot_count: 3, link_count: 2, start_lot_ids: [b.lot_id], whole: true })
  const forward = (await (await plant.ask('VIEWER', '/api/v1/traceability/B-1?direction=forward')).json()) as Trace
  expect(forward.lots.map(({ lot_code }) => lot_code)).toEqual(['B-1', 'C-1'])
  const graph = (await (await plant.ask('VIEWER', '/api/v1/traceability/B-1/graph')).json()) as TraceGraph
  expect([...Value.Errors(TraceGraph, graph)]).toEqual([])
  expect(graph).toMatchObject({ lot_count: 3, stage_count: 0, link_count: 2, collapsed: false })
  expect(graph.nodes.map(({ title, column }) => [title, column]).sort()).toEqual([
    ['A-1', -1],
    ['B-1', 0],
    ['C-1', 1],
  ])
})

test('what nobody bears is not found, and half a search is refused', async () => {
  const plant = await startPlant()
  const code = async (path: string) =>
    ((await (await plant.ask('VIEWER', `/api/v1/traceability${path}`)).json()) as { code: string }).code
  expect(await code('/NOBODY')).toBe('lot_not_found')
  expect(await code('?sscc=106141412345678908')).toBe('lot_not_found')
  expect(await code('?supplier_lot_code=X')).toBe('lot_not_found')
  expect(await code('')).toBe('body_invalid')
  expect(await code('?gtin=09506000134352')).toBe('body_invalid')
  expect(await code('?sscc=106141412345678908&supplier_lot_code=X')).toBe('body_invalid')
  expect(await code('/A?direction=sideways')).toBe('body_invalid')
  expect(await code(`?scan=${encodeURIComponent('(21)7')}`)).toBe('lot_not_found')
  expect(await code(`?scan=${encodeURIComponent('https://id.gs1.org/00/106141412345678908')}`)).toBe('lot_not_found')
  expect(
    await code(`?scan=${encodeURIComponent('https://example.com/a/very/long/address/that/is/no/digital-link/of/gs1')}`),
  ).toBe('scan_unknown')
  expect(await code('?scan=A&sscc=106141412345678908')).toBe('body_invalid')
})

test('a lot is traced from its label: element string, Digital Link, GTIN of any length, plain code', async () => {
  const plant = await startPlant()
  const { lot_id } = await register(plant, 'A-1')
  const found = async (query: string) => {
    const trace = (await (await plant.ask('VIEWER', `/api/v1/traceability?${query}`)).json()) as Trace
    return trace.start_lot_ids
  }
  const scan = (text: string) => found(`scan=${encodeURIComponent(text)}`)
  expect(await scan(']C1010950600013435210A-1')).toEqual([lot_id])
  expect(await scan('(01)09506000134352(10)A-1')).toEqual([lot_id])
  expect(await scan('https://id.gs1.org/01/09506000134352/10/A-1?17=270101')).toEqual([lot_id])
  expect(await scan(']C0A-1')).toEqual([lot_id])
  expect(await scan(lot_id)).toEqual([lot_id])
  expect(await found('gtin=9506000134352&lot_code=A-1')).toEqual([lot_id])
})
