import 'fake-indexeddb/auto'
import { expect, onTestFinished, test } from 'vitest'
import type { Entry } from './entry.ts'
import { entryOf } from './envelope.ts'
import { createFloorDb } from './floor-db.ts'
import { createQueueStore } from './queue-store.ts'
import { ANA, newId } from './testing/pretended-tab.ts'

const entry = (change: Partial<Entry> = {}): Entry => ({
  ...entryOf({ command: 'move-stock', params: { lot_id: 'A' }, lane: 'lot:A' } as never, {
    key: newId(),
    person_id: ANA,
    auth: 'online',
    wall: 0,
    mono_ms: 0,
    boot_id: newId(),
    skew_ms: null,
  }),
  ...change,
})

test('what was refused is decided anew once, though two tabs or two taps decide at the same time', async () => {
  const name = newId()
  const dbs = [createFloorDb({ name, newId }), createFloorDb({ name, newId })]
  onTestFinished(async () => void (await Promise.all(dbs.map(db => db.close()))))
  const [one, other] = dbs.map(createQueueStore)
  const old = entry({ state: 'rejected' })
  await one!.add(old)
  const closed: Entry = { ...old, state: 'given-up', closed_at: '2026-11-26T00:00:00.000Z' }
  const tries = await Promise.allSettled([one!.add(entry(), closed), other!.add(entry(), closed)])
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const states = (await one!.load()).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['given-up', 'queued'])
})
