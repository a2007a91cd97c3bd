import { expect, test } from 'vitest'
import { OutboxRefusal } from './outbox.ts'
import { type PretendedTab, until } from './testing/pretended-tab.ts'
import { idle, startTab } from './testing/start-tab.ts'

const DAY_MS = 86_400_000

const states = ({ outbox }: PretendedTab) => outbox.entries.value?.map(({ state }) => state)

test('a command is kept while the appliance is away, signed, and done once when it is back', async () => {
  const { tab, appliance } = await startTab()
  appliance.weather = 'lost'
  const { key } = await tab.put('lot-1', { to: 'a' })
  expect(tab.outbox.waiting.value).toBe(1)
  expect(tab.outbox.oldest_at.value).toBeGreaterThan(0)
  appliance.weather = 'fine'
  tab.outbox.wake()
  const entry = await tab.outbox.settled(key)
  expect(entry).toMatchObject({ state: 'acked', seq: 1, tablet_id: 't01', answer: { key } })
  expect(appliance.done).toEqual([key])
})

test('an answer that is lost, comes twice or is not of the appliance changes nothing but the time it takes', async () => {
  const { tab, appliance } = await startTab()
  const keys: string[] = []
  for (const weather of ['answer-lost', 'twice', 'portal', 'failing', 'busy', 'late', 'fine'] as const) {
    appliance.weather = weather
    keys.push((await tab.put('lot-1')).key)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  tab.outbox.wake()
  await idle(tab)
  expect(appliance.lane('lot_id:lot-1')).toEqual(keys)
  expect(appliance.skipped).toEqual([])
})

test('a refusal parks what is behind it in its lane, and neither another lane nor what is safe', async () => {
  const { tab, appliance } = await startTab()
  appliance.weather = 'lost'
  const refused = await tab.put('lot-1', { refuse: true })
  const behind = await tab.put('lot-1')
  const hold = await tab.put('lot-1', { reason: 'glass' }, 'place-hold')
  const other = await tab.put('lot-2')
  appliance.weather = 'fine'
  tab.outbox.wake()
  await tab.outbox.settled(other.key)
  await tab.outbox.settled(hold.key)
  expect(states(tab)).toEqual(['rejected', 'parked', 'acked', 'acked'])
  expect(tab.outbox.attention.value.map(({ key }) => key)).toEqual([refused.key, behind.key])
  const later = await tab.put('lot-1')
  await until(() => tab.outbox.entry(later.key)?.state === 'parked')

  await tab.outbox.discard(refused.key, 'done by hand')
  await idle(tab)
  expect(tab.outbox.entry(refused.key)).toMatchObject({ state: 'given-up', given_up: 'done by hand' })
  expect(appliance.lane('lot_id:lot-1')).toEqual([hold.key, behind.key, later.key])
  expect(appliance.skipped).toEqual([])
})

test('a refused command sent again goes before those behind it, and a new decision takes its place', async () => {
  const { tab, appliance } = await startTab()
  const first = await tab.put('lot-1', { refuse: true })
  await tab.outbox.settled(first.key)
  const behind = await tab.put('lot-1')
  appliance.refusing = false
  await tab.outbox.retry(first.key)
  await idle(tab)
  expect(appliance.lane('lot_id:lot-1')).toEqual([first.key, behind.key])

  appliance.refusing = true
  const second = await tab.put('lot-2', { refuse: true })
  await tab.outbox.settled(second.key)
  const after = await tab.put('lot-2')
  const anew = await tab.outbox.redecide(second.key, {
    command: 'move-stock',
    params: { lot_id: 'lot-2' },
  })
  await idle(tab)
  expect(appliance.lane('lot_id:lot-2')).toEqual([anew.key, after.key])
  expect(tab.outbox.entry(second.key)?.state).toBe('given-up')
})

test('one command that the appliance cannot even read is found and shown, and the others are done', async () => {
  const { tab, appliance } = await startTab()
  appliance.weather = 'lost'
  for (let n = 0; n < 30; n++) await tab.put(`lot-${n}`, n === 17 ? { note: 'spoilt' } : {})
  appliance.weather = 'fine'
  tab.outbox.wake()
  await idle(tab)
  expect(appliance.done).toHaveLength(29)
  expect(tab.outbox.attention.value).toMatchObject([
    { params: { lot_id: 'lot-17' }, problem: { code: 'body_invalid' } },
  ])
})

test('a command on which the appliance fails every time is shown to a person in the end, who decides about it', async () => {
  const { tab, appliance } = await startTab()
  const poison = await tab.put('lot-1', { poison: true })
  const behind = await tab.put('lot-1')
  expect((await tab.outbox.settled(poison.key)).state).toBe('rejected')
  await until(() => tab.outbox.entry(behind.key)?.state === 'parked')
  await tab.outbox.discard(poison.key, 'done by hand')
  expect((await tab.outbox.settled(behind.key)).state).toBe('acked')
  expect(appliance.done).toEqual([behind.key])
})

test('an appliance that was restored from a backup gets back what it had acked, in order, before anything new', async () => {
  const { tab, appliance } = await startTab()
  const keys = [(await tab.put('lot-1')).key]
  await idle(tab)
  const backup = appliance.backup()
  for (let n = 0; n < 5; n++) keys.push((await tab.put('lot-1')).key)
  await idle(tab)
  appliance.restore(backup)
  appliance.weather = 'lost'
  keys.push((await tab.put('lot-1')).key)
  appliance.weather = 'fine'
  tab.outbox.wake()
  await until(() => appliance.done.length === 7)
  await idle(tab)
  expect(appliance.lane('lot_id:lot-1')).toEqual(keys)
  expect(appliance.skipped).toEqual([])
})

test('what is done is forgotten a week later by the clock of the appliance, on a page that is never loaded again', async () => {
  const { tab } = await startTab()
  const first = (await tab.put('lot-1')).key
  await tab.outbox.settled(first)
  const kept = () => tab.db.run(on => on.getAllKeys('entry'))
  tab.clock.ahead_ms = 400 * DAY_MS
  const second = (await tab.put('lot-1')).key
  await tab.outbox.settled(second)
  tab.clock.skew_ms.value = tab.clock.ahead_ms
  const third = (await tab.put('lot-1')).key
  await tab.outbox.settled(third)
  expect(await kept()).toEqual(expect.arrayContaining([first, second, third]))
  tab.clock.ahead_ms += 8 * DAY_MS
  tab.outbox.wake()
  await expect.poll(kept).not.toContain(first)
  expect(await kept()).not.toContain(third)
})

test('an appliance that lacks one of what it acked gets that one back', async () => {
  const { tab, appliance } = await startTab()
  const keys: string[] = []
  for (let n = 0; n < 4; n++) keys.push((await tab.put('lot-1')).key)
  await idle(tab)
  appliance.forget({ key: keys[1]!, seq: 2 })
  await tab.put('lot-2')
  await until(() => appliance.done.length === 5)
  await idle(tab)
  expect(appliance.lane('lot_id:lot-1').toSorted()).toEqual(keys.toSorted())
})

test('what an appliance acked, has lost and now refuses is shown to a person', async () => {
  const { tab, appliance } = await startTab()
  appliance.refusing = false
  const before = appliance.backup()
  const { key } = await tab.put('lot-1', { refuse: true })
  await idle(tab)
  expect(tab.outbox.entry(key)?.state).toBe('acked')
  appliance.refusing = true
  appliance.restore(before)
  tab.outbox.wake()
  await until(() => tab.outbox.attention.value.length === 1)
  expect(tab.outbox.entry(key)).toMatchObject({ state: 'rejected', problem: { code: 'gate_missing' } })
})

test('an appliance that has forgotten the key of a tablet hears it again by the cookie, and nothing is refused', async () => {
  const { tab, appliance } = await startTab()
  await tab.outbox.settled((await tab.put('lot-1')).key)
  appliance.forget('key')
  const kept = await tab.put('lot-1', { note: 'kept' })
  const { state, seq, tablet_id } = await tab.outbox.settled(kept.key)
  expect([state, seq, tablet_id]).toEqual(['acked', 2, 't01'])
  expect(tab.outbox.attention.value).toEqual([])
  await until(() => tab.outbox.trouble.value === null)
})

test('a queue keeps no secret, nothing that is not JSON, and nothing of nobody', async () => {
  const { tab } = await startTab()
  await expect(tab.put('lot-1', { sign: { secret: '1234' } })).rejects.toThrow(TypeError)
  await expect(tab.put('lot-1', { at: new Date() })).rejects.toThrow(TypeError)
  tab.person_id.value = null
  await expect(tab.put('lot-1')).rejects.toThrow(OutboxRefusal)
  expect(tab.outbox.trouble.value?.code).toBe('nobody_signed_in')
  await idle(tab)
  expect(tab.outbox.entries.value).toEqual([])
})
