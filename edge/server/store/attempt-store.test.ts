import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openAttemptStore } from './attempt-store.ts'

const FEW = { per_min_address: 3, per_min_account: 3, failures_in_a_row: 99, locked_s: 60, window_s: 60 }
const LOCKS = { per_min_address: 99, per_min_account: 99, failures_in_a_row: 3, locked_s: 1 }

function ownFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-attempts-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'attempts.db')
}

async function openStore(most: Parameters<typeof openAttemptStore>[1], path = ownFile()) {
  const store = await openAttemptStore(path, most)
  onTestFinished(() => store.close())
  return store
}

test('tries are counted for the account from wherever they come, and for the address whomever they name', async () => {
  const store = await openStore(FEW)
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) await store.take(address, 'ana')
  await expect(store.take('10.0.0.4', 'ana')).rejects.toMatchObject({ code: 'rate_limited' })
  for (const name of ['bogdan', 'carla']) await store.take('10.0.0.1', name)
  await expect(store.take('10.0.0.1', 'dora')).rejects.toMatchObject({ code: 'rate_limited' })
})

test('a right try counts for nothing: a shared tablet signs in all day', async () => {
  const store = await openStore(FEW)
  for (let times = 0; times < 12; times += 1) {
    await store.take('10.0.0.1', 'ana')
    await store.forgive('10.0.0.1', 'ana')
  }
})

test('a spent minute is over by itself', async () => {
  const store = await openStore({ ...FEW, per_min_account: 1, window_s: 1 })
  await store.take('10.0.0.1', 'ana')
  await expect(store.take('10.0.0.1', 'ana')).rejects.toMatchObject({
    code: 'rate_limited',
    extra: { retry_after_s: 1 },
  })
  await vi.waitFor(() => store.take('10.0.0.1', 'ana'), { timeout: 5_000, interval: 200 })
})

test('three wrong tries in a row lock the account once, from any address, and the lock opens by itself', async () => {
  const store = await openStore(LOCKS)
  const told: string[][] = []
  store.onLocked((name, address) => told.push([name, address]))
  // Five were in flight when the third of them turned out wrong.
  for (let times = 1; times <= 5; times += 1) await store.take(`10.0.0.${times}`, 'ana')
  for (let times = 1; times <= 5; times += 1) await store.fail(`10.0.0.${times}`, 'ana')
  expect(told).toEqual([['ana', '10.0.0.3']])
  await expect(store.take('10.0.0.9', 'ana')).rejects.toMatchObject({
    code: 'account_locked',
    extra: { retry_after_s: 1 },
  })
  await store.take('10.0.0.9', 'bogdan')
  await vi.waitFor(() => store.take('10.0.0.9', 'ana'), { timeout: 5_000, interval: 200 })
  await store.fail('10.0.0.9', 'ana')
  await store.take('10.0.0.9', 'ana')
})

test('a right try between the wrong ones starts the row anew', async () => {
  const store = await openStore({ ...LOCKS, locked_s: 60 })
  for (let times = 0; times < 5; times += 1) {
    for (let wrong = 0; wrong < 2; wrong += 1) await store.fail('10.0.0.1', 'ana')
    await store.forgive('10.0.0.1', 'ana')
  }
  await store.take('10.0.0.1', 'ana')
})

test('a locked account costs the shared tablet nothing', async () => {
  const store = await openStore({ ...LOCKS, per_min_address: 4, locked_s: 60 })
  for (let times = 0; times < 3; times += 1) {
    await store.take('10.0.0.1', 'ana')
    await store.fail('10.0.0.1', 'ana')
  }
  for (let times = 0; times < 9; times += 1)
    await expect(store.take('10.0.0.1', 'ana')).rejects.toMatchObject({ code: 'account_locked' })
  await store.take('10.0.0.1', 'bogdan')
})

test('a lock outlives the store', async () => {
  const path = ownFile()
  const first = await openAttemptStore(path, { ...LOCKS, locked_s: 60 })
  for (let times = 0; times < 3; times += 1) await first.fail('10.0.0.1', 'ana')
  first.close()
  const second = await openStore({ ...LOCKS, locked_s: 60 }, path)
  await expect(second.take('10.0.0.1', 'ana')).rejects.toMatchObject({ code: 'account_locked' })
})
