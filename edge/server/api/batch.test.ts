import type { CommandVerdict } from '@flowviz/contract/batch'
import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const lot = (key: string, change: object = {}) => ({
  key,
  command: 'register-lot',
  body: { lot_type: 'RAW', weight_kg: '10.000', ...change },
})

async function send(plant: TestPlant, commands: unknown[], role: 'OPERATOR' | 'VIEWER' = 'OPERATOR') {
  const response = await plant.post(role, '/api/v1/commands', { body: { commands } })
  return { status: response.status, verdicts: ((await response.json()) as { verdicts: CommandVerdict[] }).verdicts }
}
const said = (verdicts: CommandVerdict[]) =>
  verdicts.map(({ verdict, status, problem }) => [verdict, status, problem?.code])

test('each command of a queue has its own verdict, and the queue sent again does nothing twice', async () => {
  const plant = await startPlant()
  const queue = [
    lot('key-00001', { lot_code: 'A-1' }),
    lot('key-00002', { lot_code: 'A-1' }),
    lot('key-00003', { weight_kg: '-1' }),
    lot('key-00004', { colour: 'red' }),
    lot('key-00005', { lot_code: 'A-5' }),
  ]
  const first = await send(plant, queue)
  const expected = [
    ['done', 201, undefined],
    ['refused', 409, 'lot_code_taken'],
    ['refused', 422, 'quantity_invalid'],
    ['refused', 400, 'body_invalid'],
    ['done', 201, undefined],
  ]
  expect(said(first.verdicts)).toEqual(expected)
  const before = await plant.seq()
  const again = await send(plant, queue)
  expect(said(again.verdicts)).toEqual(expected)
  expect(again.verdicts[0]!.answer).toEqual(first.verdicts[0]!.answer)
  expect(await plant.seq()).toBe(before)
  const [other] = (await send(plant, [lot('key-00001', { lot_code: 'B-9' })])).verdicts
  expect([other!.status, other!.problem?.code]).toEqual([422, 'idempotency_mismatch'])
})

test('within a lane the order is kept, a refusal parks what is behind it, and other lanes go on', async () => {
  const plant = await startPlant()
  const [made] = (await send(plant, [lot('key-00001', { lot_code: 'SRC-1' })])).verdicts
  const { lot_id } = made!.answer as Lot
  const link = (key: string, target: string) => ({
    key,
    command: 'link-lot',
    params: { lot_id: target },
    body: { source_lot_id: lot_id, weight_kg: 1 },
  })
  // The source has not passed its gate, so both are refused, each in the lane of its own lot.
  const { verdicts } = await send(plant, [
    link('key-00010', 'SRC-1'),
    link('key-00011', 'SRC-1'),
    lot('key-00012', { lot_code: 'FREE-1' }),
    { ...link('key-00013', 'nothing'), lane: 'other' },
  ])
  expect(said(verdicts)).toEqual([
    ['refused', 409, 'gate_missing'],
    ['parked', 409, 'command_parked'],
    ['done', 201, undefined],
    ['refused', 404, 'lot_not_found'],
  ])
  expect(verdicts[1]!.problem).toMatchObject({ refused_key: 'key-00010' })
})

test('a command in a queue takes the role of its own route', async () => {
  const plant = await startPlant()
  const { status, verdicts } = await send(plant, [lot('key-00001')], 'VIEWER')
  expect(status).toBe(200)
  expect(verdicts[0]).toMatchObject({
    verdict: 'refused',
    status: 403,
    problem: { code: 'role_insufficient', required_roles: ['ADMIN', 'MANAGER', 'OPERATOR'] },
  })
})
