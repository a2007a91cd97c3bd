import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'
import { openReadWorker } from './open.ts'
import type { AnswerStream } from './question.ts'

async function textOf(stream: AnswerStream): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const QUESTION = { direction: 'both', rework: true, same_room: false, now: 0 } as const

async function worker() {
  const plant = await startPlant()
  const read = openReadWorker(`${plant.files.FLOWVIZ_DATA_DIR}/plant.db`)
  onTestFinished(() => read.close())
  return { plant, read }
}

test('a question is answered in its own thread, while the writer goes on', async () => {
  const { plant, read } = await worker()
  const body = { lot_code: 'RAW-1', lot_type: 'RAW', weight_kg: '10' }
  expect((await plant.post('OPERATOR', '/api/v1/lots', { body })).status).toBe(201)
  const ask = () => read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'RAW-1' } }).then(textOf)
  const answers = await Promise.all(Array.from({ length: 8 }, ask))
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]!.length).toBeGreaterThan(1)
})

test('a refusal comes before the first byte, with its code', async () => {
  const { read } = await worker()
  const asked = read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'NOBODY' } })
  expect(await asked.then(() => 'answered', codeOf)).toBe('lot_not_found')
})

test('so many questions wait, and the next one is told when to come again', async () => {
  const { read } = await worker()
  const ask = () =>
    read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'NOBODY' } }).then(() => 'answered', codeOf)
  const codes = await Promise.all(Array.from({ length: 33 }, ask))
  expect(codes.filter(code => code === 'read_busy')).toHaveLength(1)
  expect(await ask()).toBe('lot_not_found')
})

test('nothing is asked of a closed worker', async () => {
  const { read } = await worker()
  const open = read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'NOBODY' } }).then(() => 'answered', codeOf)
  await read.close()
  expect(await open).toBe('not_ready')
  expect(await read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'X' } }).then(() => 'answered', codeOf)).toBe(
    'not_ready',
  )
})

test('an answer whose thread dies in the middle of it breaks, and the next question has a new thread', async () => {
  const read = openReadWorker(':memory:', new URL('./testing/dying-worker.ts', import.meta.url))
  onTestFinished(() => read.close())
  const ask = () => read.ask('trace', { ...QUESTION, start: { by: 'lot', ref: 'X' } })
  for (const round of [1, 2])
    expect([
      round,
      await ask()
        .then(textOf)
        .then(() => 'whole', codeOf),
    ]).toEqual([round, 'storage_failed'])
})

test('who is gone before the first bytes gives up the place in the queue', async () => {
  const { read } = await worker()
  const gone = new AbortController()
  const start = { by: 'lot', ref: 'NOBODY' } as const
  const waiting = Array.from({ length: 32 }, () =>
    read.ask('trace', { ...QUESTION, start }, gone.signal).then(() => 'answered', codeOf),
  )
  gone.abort()
  expect(await read.ask('trace', { ...QUESTION, start }).then(() => 'answered', codeOf)).toBe('lot_not_found')
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['not_ready']))
})
