import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { expect, test } from 'vitest'
import { shelfStore } from './shelf-store.ts'

test('books that a browser has cleared under an open page are written anew', async () => {
  const store = shelfStore()
  await store.put('lots', { value: ['A'], as_of: 1 })
  await deleteDB('flowviz-shelf')
  expect(await store.get('lots')).toBeUndefined()
  await store.put('lots', { value: ['B'], as_of: 2 })
  expect(await store.get('lots')).toEqual({ value: ['B'], as_of: 2 })
})
