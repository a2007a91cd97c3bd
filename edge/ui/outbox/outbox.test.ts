import { expect, onTestFinished, test, vi } from 'vitest'
import { OutboxRefusal } from './outbox.ts'
import { PretendedAppliance } from './testing/pretended-appliance.ts'
import { ANA, BEN, newId, openTab, type PretendedTab, until } from './testing/pretended-tab.ts'

const DAY_MS = 86_400_000

/** A tablet with one tab, set up unless told otherwise. */
async function startTab({ name = newId(), appliance = new PretendedAppliance(), secure = true, enrol = true } = {}) {
  const tab = openTab({ name, appliance, secure })
  onTestFinished(() => tab.close())
  await tab.tablet.resume()
  if (enrol && secure && tab.tablet.standing.value === 'none') await tab.tablet.enrol('7K3M-XQ2P')
  tab.outbox.start()
  return { tab, appliance, name }
}

const states = ({ outbox }: PretendedTab) => outbox.entries.value?.map(({ state }) => state)
const idle = ({ outbox }: PretendedTab) => until(() => outbox.entries.value !== null && outbox.waiting.value === 0)

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
