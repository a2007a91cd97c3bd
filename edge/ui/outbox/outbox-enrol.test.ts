import { expect, test } from 'vitest'
import { ANA, BEN, until } from './testing/pretended-tab.ts'
import { startTab } from './testing/start-tab.ts'

test('a tablet that is not set up sends what its person did, and says of the rest that it waits for them', async () => {
  const { tab, appliance } = await startTab({ secure: false })
  expect(tab.tablet.standing.value).toBe('insecure')
  appliance.weather = 'lost'
  const ana = await tab.put('lot-1')
  tab.person_id.value = BEN
  const ben = await tab.put('lot-1')
  const other = await tab.put('lot-2')
  appliance.weather = 'fine'
  tab.outbox.wake()
  await tab.outbox.settled(other.key)
  expect(tab.outbox.entry(ana.key)).toMatchObject({ state: 'queued', blocked_by: 'sign-in', text: null })
  expect(tab.outbox.entry(ben.key)?.state).toBe('queued')
  tab.person_id.value = ANA
  await tab.outbox.settled(ana.key)
  tab.person_id.value = BEN
  await tab.outbox.settled(ben.key)
  expect(appliance.lane('lot_id:lot-1')).toEqual([ana.key, ben.key])
})

test('what waits on a tablet that is not set up says itself when it was done; a signed text says it beside', async () => {
  const { tab, appliance } = await startTab({ enrol: false })
  appliance.weather = 'lost'
  const before = await tab.put('lot-1')
  await tab.tablet.resume()
  expect(Date.now() - Date.parse(String(before.body.occurred_at))).toBeLessThan(5_000)
  appliance.weather = 'fine'
  await tab.tablet.enrol('7K3M-XQ2P')
  const after = await tab.put('lot-1')
  expect(after.body).toEqual({})
  // It is the same command at either door.
  await tab.outbox.settled(after.key)
  expect(tab.outbox.entry(before.key)?.body).toEqual(before.body)
})

test('what waited on a tablet that was not set up goes signed once it is', async () => {
  const { tab, appliance } = await startTab({ enrol: false })
  appliance.weather = 'lost'
  const kept = await tab.put('lot-1')
  appliance.weather = 'fine'
  tab.person_id.value = null
  await tab.tablet.enrol('7K3M-XQ2P')
  const entry = await tab.outbox.settled(kept.key)
  expect(entry).toMatchObject({ state: 'acked', tablet_id: 't01', seq: 1 })
})

test('a tablet that is revoked keeps its entries, says why, and sends them when it is set up again', async () => {
  const { tab, appliance } = await startTab()
  await tab.outbox.settled((await tab.put('lot-1')).key)
  appliance.revoke()
  const kept = await tab.put('lot-1')
  await until(() => tab.outbox.trouble.value?.code === 'tablet_refused')
  expect(tab.outbox.entry(kept.key)?.state).toMatch(/queued|sending/)
  await tab.tablet.enrol('AAAA-BBBB')
  tab.outbox.wake()
  expect(await tab.outbox.settled(kept.key)).toMatchObject({ tablet_id: 't02', seq: 1 })
  await until(() => tab.outbox.trouble.value === null)
})

test('a tablet that gets back a name that it had before counts on where it stopped', async () => {
  const { tab, appliance } = await startTab()
  await tab.outbox.settled((await tab.put('lot-1')).key)
  await tab.tablet.enrol('AAAA-BBBB')
  await tab.outbox.settled((await tab.put('lot-1')).key)
  appliance.invited = 't01'
  await tab.tablet.enrol('CCCC-DDDD')
  const { key } = await tab.put('lot-1')
  expect(await tab.outbox.settled(key)).toMatchObject({ state: 'acked', tablet_id: 't01', seq: 2 })
  expect(appliance.skipped).toEqual([])
})

test('a tablet that moves to another plant counts anew there, though it has the same name', async () => {
  const { tab, appliance } = await startTab()
  await tab.outbox.settled((await tab.put('lot-1')).key)
  appliance.weather = 'answer-lost'
  const sent = await tab.put('lot-1')
  await until(() => appliance.done.length === 2)
  appliance.weather = 'lost'
  appliance.become('other')
  appliance.weather = 'fine'
  expect(await tab.tablet.enrol('AAAA-BBBB')).toMatchObject({ ok: true, value: { tablet_id: 't01', site: 'other' } })
  tab.outbox.wake()
  expect(await tab.outbox.settled(sent.key)).toMatchObject({ state: 'acked', tablet_id: 't01', seq: 1 })
  expect(appliance.skipped).toEqual([])
})
