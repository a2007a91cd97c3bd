import 'fake-indexeddb/auto'
import type { Person } from '@flowviz/contract/identity'
import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { createBook } from '../shelf/book.ts'
import { createFloorAccess } from './floor-access.ts'
import { createHolder } from './holder.ts'
import { createSessionState } from './session-state.ts'
import { pretendAppliance } from './testing/appliance.ts'
import { ANA, BEN, MIA, type PretendedTablet, pretendTablet } from './testing/tablet.ts'

const PINS = [
  [ANA, '2580'],
  [BEN, '1357'],
  [MIA, '4321'],
] as const

function kept(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>()
  return { getItem: key => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) }
}

/** A page of a tablet; a second one with the same `storage` and `tablet` is the first one loaded again. */
async function openPage(given: Partial<{ tablet: PretendedTablet; storage: Storage; people: Person[] }> = {}) {
  const tablet = given.tablet ?? pretendTablet()
  const storage = given.storage ?? kept()
  const people = given.people ?? [ANA, BEN, MIA]
  const appliance = pretendAppliance(people)
  for (const [person, pin] of PINS) appliance.pins.set(person.name, pin)
  const holder = createHolder(storage)
  const access = createFloorAccess({ ...appliance, holder })
  const { offline } = await tablet.page()
  const away = signal<object | null>(null)
  const after = (ms: number, call: () => void) => {
    const timer = setTimeout(call, ms)
    timer.unref()
    return () => clearTimeout(timer)
  }
  const book = createBook({
    name: 'people',
    ask: () => access.ask(async () => people),
    store: { get: async () => undefined, put: async () => undefined },
    now: () => tablet.wall_ms,
    after,
  })
  const failures: unknown[] = []
  const session = createSessionState({
    access,
    holder,
    offline,
    people: book,
    station: signal('receiving-1'),
    away,
    storage,
    after,
    report: error => failures.push(error),
  })
  await session.resume()
  const enter = async (person: Person, pin: string) => {
    session.choose(person)
    for (const digit of pin) session.press(digit)
    await session.signIn()
  }
  const cut = () => {
    appliance.network = 'gone'
    away.value = {}
  }
  const back = () => {
    appliance.network = 'open'
    away.value = null
  }
  const who = () => [session.person.value?.name ?? null, session.auth.value, access.token()]
  return { tablet, storage, appliance, access, offline, session, enter, cut, back, who, failures }
}

/** Signs in once at the appliance, so that the tablet knows them, and locks. */
async function knownAt(page: Awaited<ReturnType<typeof openPage>>, ...people: Person[]) {
  for (const person of people) {
    await page.enter(person, page.appliance.pins.get(person.name)!)
    await vi.waitFor(() => expect(page.session.able.value.has(person.id)).toBe(true))
    page.session.lock()
  }
}

test('somebody signs in at the appliance, and with it gone at the tablet', async () => {
  const page = await openPage()
  await page.enter(ANA, '2580')
  expect(page.who()).toEqual(['ana', 'online', 'token of ana'])
  await vi.waitFor(() => expect(page.session.able.value.has(ANA.id)).toBe(true))
  page.session.lock()
  page.cut()
  await page.enter(ANA, '2580')
  expect(page.who()).toEqual(['ana', 'offline-pin', null])
  expect(page.failures).toEqual([])
})

test('an appliance that goes away signs nobody out', async () => {
  const page = await openPage()
  await page.enter(ANA, '2580')
  page.cut()
  await page.access.ask(() => Promise.reject(new Error('no answer')))
  await page.access.resume()
  expect(page.who()).toEqual(['ana', 'online', 'token of ana'])
})

test('a wrong PIN is counted by the tablet while the appliance is away; whom it does not know needs that', async () => {
  const page = await openPage()
  await knownAt(page, ANA)
  page.cut()
  await page.enter(ANA, '0000')
  expect(page.session.trouble.value).toEqual({ kind: 'wrong', left: 4 })
  await page.enter(BEN, '1357')
  expect(page.session.trouble.value).toEqual({ kind: 'unable' })
  expect(page.who()).toEqual([null, 'online', null])
})

test('a network that swallows everything keeps nobody waiting, and the sign-in goes on behind', async () => {
  const page = await openPage()
  await knownAt(page, ANA)
  page.appliance.network = 'silent'
  const began = performance.now()
  await page.enter(ANA, '2580')
  expect(performance.now() - began).toBeLessThan(2_500)
  expect(page.who()).toEqual(['ana', 'offline-pin', null])
})

test('an offline session becomes one of the appliance by the cookie of the same person, and of nobody else', async () => {
  const page = await openPage()
  await knownAt(page, ANA, BEN)
  await page.enter(ANA, '2580')
  page.cut()
  page.session.lock()
  await page.enter(ANA, '2580')
  page.appliance.cookie = ANA
  page.back()
  await vi.waitFor(() => expect(page.who()).toEqual(['ana', 'online', 'token of ana']))

  page.cut()
  page.session.lock()
  await page.enter(BEN, '1357')
  page.back()
  await vi.waitFor(() => expect(page.session.needsPin.value).toBe(true))
  expect(page.who()).toEqual(['ben', 'offline-pin', null])
  expect(page.appliance).toMatchObject({ cookie: null, ended: expect.arrayContaining(['ana']) })
  page.session.again()
  expect(page.session.chosen.value).toEqual(BEN)
  await page.enter(BEN, '1357')
  expect([page.session.needsPin.value, ...page.who()]).toEqual([false, 'ben', 'online', 'token of ben'])
})

test('a screen that was locked while the appliance was away is not opened by the cookie that stayed', async () => {
  const page = await openPage()
  await page.enter(ANA, '2580')
  page.cut()
  page.session.lock()
  const again = await openPage({ tablet: page.tablet, storage: page.storage as Storage })
  again.appliance.cookie = ANA
  await again.session.resume()
  expect(again.who()).toEqual([null, 'online', null])
  expect(again.appliance.ended).toEqual(['ana'])
})

test('a PIN that was changed ends what the old one began', async () => {
  const page = await openPage()
  await knownAt(page, ANA)
  page.cut()
  // The tablet does not know yet that the appliance is back.
  page.appliance.network = 'open'
  page.appliance.pins.set('ana', '9999')
  await page.enter(ANA, '2580')
  await vi.waitFor(() => expect(page.session.person.value).toBeNull())
  expect([page.session.trouble.value, page.session.chosen.value]).toEqual([{ kind: 'changed' }, ANA])
  await vi.waitFor(() => expect(page.session.able.value.has(ANA.id)).toBe(false))
})

test('who chose a name is not overtaken by the cookie of somebody else', async () => {
  const page = await openPage()
  await page.enter(ANA, '2580')
  const again = await openPage({ tablet: page.tablet, storage: page.storage as Storage })
  again.session.choose(BEN)
  again.appliance.cookie = ANA
  await again.access.resume()
  expect(again.who()).toEqual([null, 'online', null])
})

test('whoever the plant has no more is dropped at the next refresh', async () => {
  const people = [ANA, BEN]
  const page = await openPage({ people })
  await knownAt(page, ANA, BEN)
  people.pop()
  await page.session.loadPeople()
  expect([...page.session.able.value]).toEqual([ANA.id])
})

test('a manager opens the tablet for whom wrong PINs have shut', async () => {
  const page = await openPage()
  await knownAt(page, ANA, MIA)
  page.cut()
  for (let n = 0; n < 9; n += 1) {
    await page.enter(ANA, '0000')
    page.tablet.pass(15 * 60_000)
  }
  await page.enter(ANA, '2580')
  expect(page.session.trouble.value).toEqual({ kind: 'shut' })
  page.session.askManager()
  await page.enter(MIA, '4321')
  expect([page.session.unlocking.value, page.session.chosen.value, page.who()[0]]).toEqual([null, ANA, null])
  await page.enter(ANA, '2580')
  expect(page.who()[0]).toBe('ana')
})

test('a badge chooses its owner, and one that nobody showed here before is taken to the appliance', async () => {
  const page = await openPage()
  expect(await page.session.scanned('(01)09521234543213')).toBe(false)
  expect(await page.session.scanned('B-0042')).toBe(true)
  expect([page.session.chosen.value, page.session.badge.value]).toEqual([null, 'B-0042'])
  await page.offline.learn({ person: MIA, pin: '4321', badge: 'B-0042' })
  await page.session.scanned('B-0042')
  expect(page.session.chosen.value).toEqual(MIA)
})
