import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openAttemptStore } from './attempt-store.ts'

async function openStore(most: { tries: number; window_s: number }) {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-attempts-'))
  const store = await openAttemptStore(join(dir, 'attempts.db'), most)
  onTestFinished(() => {
    store.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return store
}

test('tries are counted for the account from wherever they come, and for the address whomever they name', async () => {
  const store = await openStore({ tries: 3, window_s: 60 })
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) await store.take(address, 'ana')
  await expect(store.take('10.0.0.4', 'ana')).rejects.toMatchObject({ code: 'rate_limited' })
  for (const name of ['bogdan', 'carla']) await store.take('10.0.0.1', name)
  await expect(store.take('10.0.0.1', 'dora')).rejects.toMatchObject({ code: 'rate_limited' })
})

test('a right try counts for nothing: a shared tablet signs in all day', async () => {
  const store = await openStore({ tries: 3, window_s: 60 })
  for (let times = 0; times < 12; times += 1) {
    await store.take('10.0.0.1', 'ana')
    await store.forgive('10.0.0.1', 'ana')
  }
})

test('a lock opens by itself', async () => {
  const store = await openStore({ tries: 1, window_s: 1 })
  await store.take('10.0.0.1', 'ana')
  await expect(store.take('10.0.0.1', 'ana')).rejects.toMatchObject({
    code: 'rate_limited',
    extra: { retry_after_s: 1 },
  })
  await vi.waitFor(() => store.take('10.0.0.1', 'ana'), { timeout: 5_000, interval: 200 })
})
