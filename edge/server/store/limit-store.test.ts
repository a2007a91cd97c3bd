import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLimitStore } from './limit-store.ts'

const LOTS = { name: 'lots', routes: ['POST /api/v1/lots'], per_min: 3 }
const DELETES = { name: 'deletes', routes: ['DELETE *'], per_min: 1 }
const ANA = 'ana receiving-1'

function ownFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-limits-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'attempts.db')
}

function openStore(options: Parameters<typeof openLimitStore>[2] = {}, path = ownFile()) {
  const store = openLimitStore(path, [LOTS, DELETES], options)
  onTestFinished(() => store.close())
  return store
}

const spend = async (store: ReturnType<typeof openLimitStore>, times = LOTS.per_min) => {
  for (let time = 0; time < times; time += 1) await store.take(LOTS, ANA)
}

test('a budget belongs to one rule and one asker', async () => {
  const store = openStore()
  await spend(store)
  await expect(store.take(LOTS, ANA)).rejects.toMatchObject({ code: 'rate_limited', extra: { retry_after_s: 60 } })
  await store.take(DELETES, ANA)
  await store.take(LOTS, 'ana packing-1')
  await expect(store.take(DELETES, ANA)).rejects.toMatchObject({ code: 'rate_limited' })
})

test('a spent budget is whole again after its window', async () => {
  const store = openStore({ window_s: 1 })
  await spend(store)
  await expect(store.take(LOTS, ANA)).rejects.toMatchObject({ code: 'rate_limited', extra: { retry_after_s: 1 } })
  await vi.waitFor(() => store.take(LOTS, ANA), { timeout: 5_000, interval: 200 })
})

test('a restart keeps what is spent', async () => {
  const path = ownFile()
  const first = openLimitStore(path, [LOTS])
  await spend(first)
  first.close()
  await expect(openStore({}, path).take(LOTS, ANA)).rejects.toMatchObject({ code: 'rate_limited' })
})

test('what is over is forgotten on the disk too', async () => {
  const path = ownFile()
  const store = openStore({ window_s: 1 }, path)
  const rows = new Database(path, { readonly: true })
  onTestFinished(() => void rows.close())
  const keys = () => rows.prepare('SELECT key FROM limit_bucket').pluck().all()
  await store.take(LOTS, ANA)
  await vi.waitFor(() => expect(keys()).toEqual([ANA]), { timeout: 5_000 })
  await vi.waitFor(
    async () => {
      await store.take(LOTS, 'bogdan')
      expect(keys()).toEqual(['bogdan'])
    },
    { timeout: 10_000, interval: 700 },
  )
})

test('a clock that was set back holds nobody for longer than one window', async () => {
  const path = ownFile()
  const first = openLimitStore(path, [LOTS])
  await spend(first)
  first.close()
  const file = new Database(path)
  file.prepare('UPDATE limit_bucket SET expires_ms = expires_ms + 86400000').run()
  file.close()
  await expect(openStore({}, path).take(LOTS, ANA)).rejects.toMatchObject({ extra: { retry_after_s: 60 } })
})

test('a disk that takes nothing is told, and the limits hold', async () => {
  const path = ownFile()
  const troubles: unknown[] = []
  const store = openStore({ onTrouble: error => troubles.push(error) }, path)
  const file = new Database(path)
  onTestFinished(() => void file.close())
  file.exec('DROP TABLE limit_bucket')
  await spend(store)
  await vi.waitFor(() => expect(troubles).not.toEqual([]), { timeout: 5_000 })
  await expect(store.take(LOTS, ANA)).rejects.toMatchObject({ code: 'rate_limited' })
})
