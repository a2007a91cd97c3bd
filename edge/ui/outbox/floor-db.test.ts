import 'fake-indexeddb/auto'
import { openQueue } from '@flowviz/contract/queue-file'
import { deleteDB, openDB } from 'idb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createFloorDb } from './floor-db.ts'
import { createStorageState } from './storage-state.ts'
import { PretendedAppliance } from './testing/pretended-appliance.ts'
import { newId, openTab } from './testing/pretended-tab.ts'

function start(name = newId()) {
  const appliance = new PretendedAppliance()
  const tab = openTab({ name, appliance })
  onTestFinished(() => tab.close())
  return { tab, appliance, name }
}

test('a tablet without room refuses an entry in words, and nothing of it is stored', async () => {
  const { tab } = start()
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    if (this.name === 'entry') throw new DOMException('no room', 'QuotaExceededError')
    return put.apply(this, given)
  }
  await expect(tab.put('lot-1')).rejects.toMatchObject({ trouble: { code: 'store_full' } })
  IDBObjectStore.prototype.put = put
  expect(tab.outbox.trouble.value?.code).toBe('store_full')
  const head = await tab.db.run(on => on.get('head', 'head'))
  expect(head).toMatchObject({ next_rank: 1 })
  await tab.put('lot-1')
  expect(tab.outbox.trouble.value).toBeNull()
})

test('a tablet without room gives up what is done before it refuses what is new', async () => {
  const { tab } = start()
  const room = limitEntries(3)
  await tab.tablet.enrol('7K3M-XQ2P')
  tab.outbox.start()
  const done: string[] = []
  for (let n = 0; n < 3; n++) {
    done.push((await tab.put('lot-1')).key)
    await tab.outbox.settled(done[n]!)
  }
  const { key } = await tab.put('lot-1')
  expect((await tab.outbox.settled(key)).state).toBe('acked')
  expect(room.entries()).not.toContain(done[0])
  expect(tab.outbox.trouble.value).toBeNull()
})

test('a newer version in another tab is not kept waiting, and this one says that it has to be loaded again', async () => {
  const { tab, name } = start()
  await tab.put('lot-1')
  const newer = await openDB(name, 2)
  onTestFinished(() => newer.close())
  await expect(tab.put('lot-1')).rejects.toMatchObject({ trouble: { code: 'store_newer' } })
  expect(tab.outbox.trouble.value?.code).toBe('store_newer')
})

test('a connection that the browser dropped is opened again, and the entry is kept once', async () => {
  const name = newId()
  const db = createFloorDb({ name, newId })
  onTestFinished(() => db.close())
  let tries = 0
  const found = await db.run(async on => {
    tries += 1
    if (tries === 1) on.close()
    return on.transaction('head', 'readwrite').store.get('head')
  })
  expect([tries, found?.next_seq]).toEqual([2, 1])
})

test('a store that could not be opened once is opened the next time', async () => {
  const name = newId()
  const db = createFloorDb({ name, newId })
  onTestFinished(() => db.close())
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(function (this: IDBFactory) {
    const request = this.open(name, 1)
    const noRoom = new DOMException('no room', 'QuotaExceededError')
    Object.defineProperty(request, 'error', { get: () => noRoom, set: () => undefined })
    request.addEventListener('upgradeneeded', () => request.transaction?.abort())
    return request
  })
  onTestFinished(() => open.mockRestore())
  const look = () => db.run(async on => on.objectStoreNames.contains('head'))
  await expect(look()).rejects.toMatchObject({ trouble: { code: 'store_full' } })
  expect(await look()).toBe(true)
})

test('a store that was cleared begins a new epoch', async () => {
  const { tab, name } = start()
  const before = (await tab.db.run(on => on.get('head', 'head')))!.epoch
  await tab.close()
  await deleteDB(name)
  const { tab: after } = start(name)
  expect((await after.db.run(on => on.get('head', 'head')))!.epoch).not.toBe(before)
})

test('a queue that no network takes leaves as a sealed file, signed and in its order', async () => {
  const { tab, appliance } = start()
  expect(await tab.tablet.enrol('7K3M-XQ2P')).toMatchObject({ ok: true })
  appliance.weather = 'lost'
  const keys = [(await tab.put('lot-1')).key, (await tab.put('lot-2')).key]
  const file = await tab.outbox.exportQueue('three small fish')
  const queue = await openQueue(await file.text(), 'three small fish')
  expect(queue).toMatchObject({ tablet_id: 't01', site: 'demo' })
  expect(queue.entries.map(({ key, seq }) => [key, seq])).toEqual(keys.map((key, n) => [key, n + 1]))
  appliance.weather = 'fine'
  const body = JSON.stringify({ commands: queue.entries.map(({ text, sig }) => ({ text, sig })) })
  const answer = await appliance.fetch('/api/v1/tablets/t01/commands', { method: 'POST', body })
  expect(answer.status).toBe(200)
  expect(appliance.done).toEqual(keys)
  // The tablet that reaches its appliance again sends them once more, and they are done once.
  tab.outbox.start()
  await tab.outbox.settled(keys[1]!)
  expect(appliance.done).toEqual(keys)
})

test('a tablet asks that its store be kept, and says when it is nearly full', async () => {
  let usage = 70
  const due: (() => void)[] = []
  const state = createStorageState({
    storage: { persisted: async () => false, persist: async () => true, estimate: async () => ({ usage, quota: 100 }) },
    after: (_ms, call) => {
      due.push(call)
      return () => undefined
    },
  })
  state.start()
  await expect.poll(() => state.persisted.value).toBe(true)
  await expect.poll(() => state.used.value).toBe(0.7)
  expect(state.nearly_full.value).toBe(false)
  usage = 81
  due.pop()?.()
  await expect.poll(() => state.nearly_full.value).toBe(true)
  state.stop()
})

/** A store that has room for so many entries. */
function limitEntries(count: number) {
  const kept = new Set<unknown>()
  const { put, delete: drop } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    const key = (given[0] as { key?: string }).key
    if (this.name === 'entry' && !kept.has(key) && kept.size >= count)
      throw new DOMException('no room', 'QuotaExceededError')
    if (this.name === 'entry') kept.add(key)
    return put.apply(this, given)
  }
  IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key) {
    kept.delete(key)
    return drop.call(this, key)
  }
  onTestFinished(() => {
    Object.assign(IDBObjectStore.prototype, { put, delete: drop })
  })
  return { entries: () => [...kept] }
}
