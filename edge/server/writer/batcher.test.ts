import { FlowError } from '@flowviz/contract/error'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Batcher, type BatcherOptions } from './batcher.ts'

/** A batcher whose batches the test answers itself. */
function gathered(options: Omit<BatcherOptions<number>, 'send'> = {}) {
  const sent: number[][] = []
  let arrived: () => void = () => undefined
  const batcher = new Batcher<number>({
    ...options,
    send(items) {
      sent.push(items)
      arrived()
    },
  })
  return {
    batcher,
    sent,
    /** Resolves when the next batch has been sent. */
    next: () =>
      new Promise<void>(resolve => {
        arrived = resolve
      }),
    answer: () => batcher.answer(sent.at(-1)!.map(item => ({ ok: true, gives: item * 10 }))),
  }
}

test('a lone command goes at once, and what comes in the same turn goes along', async () => {
  const { batcher, sent, answer } = gathered()
  const first = batcher.submit(1)
  await Promise.resolve()
  expect(sent).toEqual([[1]])
  const second = [batcher.submit(2), batcher.submit(3)]
  expect(sent).toEqual([[1]])
  answer()
  expect(await first).toBe(10)
  expect(sent).toEqual([[1], [2, 3]])
  answer()
  expect(await Promise.all(second)).toEqual([20, 30])
})

test('after a batch of several the next one waits for as many, and no longer than its linger', async () => {
  const { batcher, sent, next, answer } = gathered()
  const both = [batcher.submit(1), batcher.submit(2)]
  await Promise.resolve()
  answer()
  await Promise.all(both)
  const again = batcher.submit(3)
  await Promise.resolve()
  expect(sent).toHaveLength(1)
  const last = batcher.submit(4)
  await Promise.resolve()
  expect(sent.at(-1)).toEqual([3, 4])
  answer()
  await Promise.all([again, last])
  const lingered = next()
  const alone = batcher.submit(5)
  await lingered
  expect(sent.at(-1)).toEqual([5])
  answer()
  expect(await alone).toBe(50)
})

test('a queue that is full refuses the next command and says when to come again', async () => {
  const { batcher, sent, answer } = gathered({ waitingMax: 2 })
  const taken = [batcher.submit(1), batcher.submit(2)]
  await expect(batcher.submit(3)).rejects.toMatchObject({ code: 'writer_overloaded', extra: { retry_after_s: 1 } })
  await Promise.resolve()
  answer()
  expect(await Promise.all(taken)).toEqual([10, 20])
  expect(sent).toEqual([[1, 2]])
})

test('a refused command rejects with its code, and the others of its batch are done', async () => {
  const { batcher, sent } = gathered()
  const [good, bad] = [batcher.submit(1), batcher.submit(2)]
  await Promise.resolve()
  expect(sent).toHaveLength(1)
  const refused = { ok: false, code: 'lot_code_taken', message: 'x', hint: 'y', extra: { seq: 4 } } as const
  batcher.answer([{ ok: true, gives: 'lot' }, refused])
  expect(await good).toBe('lot')
  await expect(bad).rejects.toMatchObject({ code: 'lot_code_taken', hint: 'y', extra: { seq: 4 } })
})

test('a writer that is gone answers everybody, also those who come later', async () => {
  const { batcher } = gathered()
  const waiting = [batcher.submit(1), batcher.submit(2)]
  batcher.fail(new FlowError('storage_failed'))
  for (const one of [...waiting, batcher.submit(3)]) await expect(one).rejects.toMatchObject({ code: 'storage_failed' })
  await batcher.drain()
})

test('a closing writer does what it took, and takes no more', async () => {
  const { batcher, answer } = gathered()
  const taken = batcher.submit(1)
  const drained = batcher.drain()
  await expect(batcher.submit(2)).rejects.toMatchObject({ code: 'not_ready' })
  answer()
  await drained
  expect(await taken).toBe(10)
})

test('however they come, commands go in order, each once, and no batch is larger than its bound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), async bursts => {
      const seen: number[] = []
      const batcher: Batcher<number> = new Batcher<number>({
        batchMax: 4,
        lingerMs: 0,
        send(items) {
          expect(items.length).toBeLessThanOrEqual(4)
          seen.push(...items)
          setImmediate(() => batcher.answer(items.map(item => ({ ok: true, gives: item }))))
        },
      })
      const answers: Promise<unknown>[] = []
      for (const burst of bursts) {
        for (let at = 0; at < burst; at += 1) answers.push(batcher.submit(answers.length))
        await Promise.resolve()
      }
      const all = answers.map((_, at) => at)
      expect(await Promise.all(answers)).toEqual(all)
      expect(seen).toEqual(all)
    }),
    { numRuns: 50 },
  )
})
