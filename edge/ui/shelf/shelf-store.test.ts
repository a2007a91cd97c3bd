import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { expect, test } from 'vitest'
import { shelfStore } from './shelf-store.ts'

const lots = (count: number) => Array.from({ length: count }, (_, at) => ({ lot: count - at }))

/** The rows that have the parts of a list, each with the time at which it was written. */
async function rowsOf(name: string): Promise<Map<string, unknown>> {
  const db = await openDB('flowviz-shelf', 1)
  const range = IDBKeyRange.bound([name, 0], [name, Number.POSITIVE_INFINITY])
  const [keys, rows] = await Promise.all([db.getAllKeys('books', range), db.getAll('books', range)])
  db.close()
  return new Map(keys.map((key, at) => [String(key), (rows[at] as { as_of: number }).as_of]))
}

test('books that a browser has cleared under an open page are written anew', async () => {
  const store = shelfStore('page-1')
  await store.put('lots', { value: ['A'], as_of: 1 })
  await deleteDB('flowviz-shelf')
  expect(await store.get('lots')).toBeUndefined()
  await store.put('lots', { value: ['B'], as_of: 2 })
  expect(await store.get('lots')).toEqual({ value: ['B'], as_of: 2 })
})

test('a book comes back as it was put, however long', async () => {
  const store = shelfStore('page-1')
  for (const value of [lots(250), lots(0), lots(3), { gates: 7 }, null]) {
    await store.put('any', { value, as_of: 5 })
    expect(await shelfStore('page-2').get('any')).toMatchObject({ value, as_of: 5 })
  }
  expect(await store.get('never')).toBeUndefined()
})

test('a lot that is new is written down without the two thousand that were there', async () => {
  const store = shelfStore('page-1')
  const before = lots(230)
  await store.put('lots', { value: before, as_of: 1 })
  await store.put('lots', { value: [{ lot: 231 }, ...before], as_of: 2 })
  expect([...(await rowsOf('lots')).values()]).toEqual([1, 1, 2])
  expect(await store.get('lots')).toEqual({ value: lots(231), as_of: 2 })
})

test('what another page of the tablet wrote meanwhile is not mixed with what this one has', async () => {
  const [one, other] = [shelfStore('page-1'), shelfStore('page-2')]
  const mine = lots(230)
  await one.put('shared', { value: mine, as_of: 1 })
  await other.put('shared', { value: lots(150), as_of: 2 })
  await one.put('shared', { value: mine, as_of: 3 })
  expect(await other.get('shared')).toEqual({ value: mine, as_of: 3 })
  await other.put('shared', { value: lots(50), as_of: 4 })
  expect((await rowsOf('shared')).size).toBe(1)
  expect(await one.get('shared')).toEqual({ value: lots(50), as_of: 4 })
})
