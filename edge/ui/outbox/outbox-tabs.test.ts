import { expect, onTestFinished, test, vi } from 'vitest'
import { until } from './testing/pretended-tab.ts'
import { idle, startTab } from './testing/start-tab.ts'

test('two tabs share one queue and one numbering, and one of them sends', async () => {
  const { tab, appliance, name } = await startTab()
  const { tab: second } = await startTab({ name, appliance })
  expect(second.tablet.enrolled.value?.tablet_id).toBe('t01')
  const put = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? tab : second).put(`lot-${n % 5}`)))
  await Promise.all([idle(tab), idle(second)])
  await until(() => second.outbox.entries.value?.every(({ state }) => state === 'acked') === true)
  expect(second.outbox.entries.value?.map(({ seq }) => seq).sort((a, b) => a! - b!)).toEqual(put.map((_, n) => n + 1))
  expect(appliance.skipped).toEqual([])
})

test('a tab that did not hear what became of an entry hears it when it is the one that sends', async () => {
  const { tab, appliance, name } = await startTab()
  const { tab: second } = await startTab({ name, appliance })
  const { key } = await second.put('lot-1')
  const unheard = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => undefined)
  await tab.outbox.settled(key)
  unheard.mockRestore()
  expect(second.outbox.waiting.value).toBe(1)
  const settled = second.outbox.settled(key)
  tab.kill()
  expect((await settled).state).toBe('acked')
  expect(second.outbox.waiting.value).toBe(0)
})

test('a tab that the browser stops keeps no other tab from sending, and goes on behind it', async () => {
  const { tab, appliance, name } = await startTab()
  const { tab: second } = await startTab({ name, appliance })
  const first = (await tab.put('lot-1')).key
  await until(() => appliance.requests > 2)
  const thaw = tab.freeze()
  const { key } = await second.put('lot-1')
  expect((await second.outbox.settled(key)).state).toBe('acked')
  thaw()
  second.kill()
  const later = (await tab.put('lot-1')).key
  expect((await tab.outbox.settled(later)).state).toBe('acked')
  expect(appliance.lane('lot_id:lot-1')).toEqual([first, key, later])
  expect(appliance.skipped).toEqual([])
})

test('a verdict whose commit the browser did not tell is shown all the same', async () => {
  const { tab, appliance } = await startTab()
  appliance.weather = 'lost'
  const { key } = await tab.put('lot-1')
  const broken = breakBehindCommit(() => appliance.done.includes(key))
  appliance.weather = 'fine'
  tab.outbox.wake()
  expect((await tab.outbox.settled(key)).state).toBe('acked')
  expect(broken()).toBe(true)
})

test('a tab that is killed between keeping and sending loses nothing, and the next one goes on', async () => {
  const { tab, appliance, name } = await startTab()
  appliance.weather = 'answer-lost'
  const kept = await tab.put('lot-1')
  await until(() => appliance.done.length === 1)
  const unsent = await tab.put('lot-1')
  tab.kill()
  appliance.weather = 'fine'
  const { tab: next } = await startTab({ name, appliance })
  await next.outbox.settled(unsent.key)
  expect(next.outbox.entry(kept.key)?.state).toBe('acked')
  expect(appliance.lane('lot_id:lot-1')).toEqual([kept.key, unsent.key])
})

test('a store that is cleared under an open page is begun anew, with what waited, and the tablet is known by its cookie', async () => {
  const { tab, appliance, name } = await startTab()
  const first = (await tab.put('lot-1')).key
  await tab.outbox.settled(first)
  const prefix = tab.tablet.enrolled.value?.code_prefix
  appliance.weather = 'lost'
  const kept = [(await tab.put('lot-1')).key, (await tab.put('lot-1')).key]
  await new Promise(resolve => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  kept.push((await tab.put('lot-1')).key)
  appliance.weather = 'fine'
  await tab.tablet.resume()
  tab.outbox.wake()
  await idle(tab)
  expect(tab.outbox.entry(kept[2]!)).toMatchObject({ state: 'acked', tablet_id: 't01' })
  expect(appliance.lane('lot_id:lot-1')).toEqual([first, ...kept])
  expect(tab.tablet.enrolled.value?.code_prefix).not.toBe(prefix)
  expect(await tab.tablet.lotCode()).toMatch(/-0001$/)
})

test('what only a tab knows that does nothing is kept anew when the store is cleared', async () => {
  const { tab, appliance, name } = await startTab()
  const { tab: second } = await startTab({ name, appliance })
  appliance.weather = 'lost'
  const unheard = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => undefined)
  const { key } = await second.put('lot-1')
  unheard.mockRestore()
  await new Promise(resolve => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  await until(() => tab.outbox.entry(key) !== undefined)
})

test('a browser that ends one connection after the other while it clears a store loses nothing of what waited', async () => {
  const { tab, appliance, name } = await startTab()
  await tab.outbox.settled((await tab.put('lot-1')).key)
  const prefix = tab.tablet.enrolled.value?.code_prefix
  appliance.weather = 'lost'
  const kept = [(await tab.put('lot-1')).key, (await tab.put('lot-2')).key]
  const stores = breakStores(40)
  await new Promise(resolve => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  await tab.tablet.resume()
  appliance.weather = 'fine'
  await until(() => stores.broken() === 40)
  for (const key of kept) await tab.outbox.settled(key)
  expect(appliance.done).toEqual(expect.arrayContaining(kept))
  await until(() => tab.tablet.enrolled.value?.code_prefix !== prefix)
})

/** The next so many transactions are ended under way, as by a browser that clears what a page has stored. */
function breakStores(count: number) {
  const { transaction } = IDBDatabase.prototype
  let broken = 0
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof transaction>) {
    const tx = transaction.apply(this, given)
    if (broken < count) {
      broken += 1
      queueMicrotask(() => tx.abort())
    }
    return tx
  }
  onTestFinished(() => {
    IDBDatabase.prototype.transaction = transaction
  })
  return { broken: () => broken }
}

/** The next transaction is stored, but its connection breaks before the page hears so. */
function breakBehindCommit(isDue: () => boolean) {
  const { addEventListener } = IDBTransaction.prototype
  let broken: IDBTransaction | null = null
  IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, ...given: [string, never]) {
    const [type, listener] = given
    if (broken === null && this.mode === 'readwrite' && isDue()) broken = this
    if (broken !== this) addEventListener.apply(this, given)
    else if (type === 'abort') addEventListener.apply(this, ['complete', listener])
  }
  onTestFinished(() => {
    IDBTransaction.prototype.addEventListener = addEventListener
  })
  return () => broken !== null
}
