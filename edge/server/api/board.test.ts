import { Board } from '@flowviz/contract/board'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'

test('everybody in the plant sees the board, and nobody outside', async () => {
  const plant = await startPlant()
  const body = { lot_type: 'RAW', weight_kg: '12.5', manual_reason: 'a test', product: 'Salmon' }
  await plant.post('OPERATOR', '/api/v1/lots', { body })
  expect((await plant.ask(null, '/api/v1/board')).status).toBe(401)
  const answer = await plant.ask('VIEWER', '/api/v1/board')
  expect(answer.status).toBe(200)
  const board = (await answer.json()) as Board
  expect([...Value.Errors(Board, board)]).toEqual([])
  expect(board.gates).toHaveLength(7)
  expect(board.gates[0]).toMatchObject({ waiting_lots: 1, waiting_kg: '12.500000', lots: [{ product: 'Salmon' }] })
})
