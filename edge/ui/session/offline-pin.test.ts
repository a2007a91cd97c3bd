import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSessionDb } from './session-db.ts'
import { ANA, BEN, MIA, NOON, pretendTablet } from './testing/tablet.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function setUp() {
  const tablet = pretendTablet()
  const page = await tablet.page()
  await page.offline.learn({ person: ANA, pin: '2580' })
  await page.offline.learn({ person: MIA, pin: '4321' })
  return { tablet, page, offline: page.offline }
}

test('whoever signed in at the appliance is told by their PIN at the tablet, also after a reload', async () => {
  const { tablet, page } = await setUp()
  await page.close()
  const { offline } = await tablet.page()
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'right', person: ANA })
  expect(await offline.check(ANA.id, '2581')).toEqual({ kind: 'wrong', next: { kind: 'open', left: 4 } })
  expect(await offline.check(BEN.id, '2580')).toEqual({ kind: 'unable' })
  await offline.look()
  expect([...offline.able.value].toSorted()).toEqual([ANA.id, MIA.id])
})

test('a right PIN ends the count of the wrong ones', async () => {
  const { offline } = await setUp()
  for (let n = 0; n < 4; n += 1) await offline.check(ANA.id, '0000')
  expect((await offline.check(ANA.id, '2580')).kind).toBe('right')
  expect(await offline.check(ANA.id, '0000')).toEqual({ kind: 'wrong', next: { kind: 'open', left: 4 } })
})

test('five wrong PINs lock for a minute, further ones for 2, 5 and 15, and then only a manager opens it', async () => {
  const { tablet, offline } = await setUp()
  for (let n = 0; n < 4; n += 1) await offline.check(ANA.id, '0000')
  for (const minutes of [1, 2, 5, 15]) {
    const left_ms = minutes * MINUTE
    expect(await offline.check(ANA.id, '0000')).toEqual({ kind: 'wrong', next: { kind: 'locked', left_ms } })
    tablet.pass(left_ms - 1)
    expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'locked', left_ms: 1 })
    tablet.pass(1)
  }
  expect(await offline.check(ANA.id, '0000')).toEqual({ kind: 'wrong', next: { kind: 'shut' } })
  tablet.pass(24 * HOUR)
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'shut' })
  expect((await offline.unlock({ manager_id: MIA.id, pin: '0000', person_id: ANA.id })).kind).toBe('wrong')
  expect((await offline.unlock({ manager_id: MIA.id, pin: '4321', person_id: ANA.id })).kind).toBe('right')
  expect((await offline.check(ANA.id, '2580')).kind).toBe('right')
})

test('an operator opens it for nobody, and a manager not for themselves', async () => {
  const { offline } = await setUp()
  await offline.learn({ person: BEN, pin: '1357' })
  expect(await offline.unlock({ manager_id: BEN.id, pin: '1357', person_id: ANA.id })).toEqual({ kind: 'unable' })
  expect(await offline.unlock({ manager_id: MIA.id, pin: '4321', person_id: MIA.id })).toEqual({ kind: 'unable' })
})

test('a clock that is set forward and a page that is loaded again shorten no lock', async () => {
  const { tablet, page, offline } = await setUp()
  for (let n = 0; n < 5; n += 1) await offline.check(ANA.id, '0000')
  tablet.wall_ms += 24 * HOUR
  expect((await offline.check(ANA.id, '2580')).kind).toBe('locked')
  await page.close()
  tablet.pass(24 * HOUR)
  const again = await tablet.page()
  expect((await again.offline.check(ANA.id, '2580')).kind).toBe('locked')
})

test('a lock runs down in the tab that somebody looks at, though the browser has stopped another', async () => {
  const { tablet, page, offline } = await setUp()
  const other = await tablet.page()
  for (let n = 0; n < 5; n += 1) await offline.check(ANA.id, '0000')
  await page.freeze()
  tablet.pass(MINUTE)
  expect((await other.offline.check(ANA.id, '2580')).kind).toBe('right')
})

test('nobody is told later than 72 hours after the appliance took that very PIN, whatever the clock says', async () => {
  const { tablet, offline } = await setUp()
  tablet.pass(72 * HOUR - 1)
  expect((await offline.check(ANA.id, '2580')).kind).toBe('right')
  tablet.wall_ms = NOON
  tablet.pass(1)
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'unable' })
})

test('a list of the appliance brings new roles and drops who is gone, and makes no PIN good for longer: it may be another by now', async () => {
  const { tablet, offline } = await setUp()
  tablet.pass(71 * HOUR)
  await offline.confirm([{ ...ANA, role: 'MANAGER' }])
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'right', person: { ...ANA, role: 'MANAGER' } })
  expect(await offline.check(MIA.id, '4321')).toEqual({ kind: 'unable' })
  tablet.pass(HOUR)
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'unable' })
})

test('a clock that ran ahead for a while is put right by the appliance', async () => {
  const { tablet, offline } = await setUp()
  tablet.wall_ms += 1_000 * HOUR
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'unable' })
  tablet.wall_ms -= 1_000 * HOUR
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'unable' })
  await offline.confirm([ANA])
  expect((await offline.check(ANA.id, '2580')).kind).toBe('right')
})

test('a clock that was set back is not believed because the appliance has sent its list', async () => {
  const { tablet, offline } = await setUp()
  tablet.pass(71 * HOUR)
  await offline.look()
  tablet.wall_ms = NOON
  tablet.isMeasured = false
  await offline.confirm([ANA])
  tablet.pass(HOUR)
  expect(await offline.check(ANA.id, '2580')).toEqual({ kind: 'unable' })
})

test('a badge names its owner once they signed in with it, and goes on to after a sign-in by name', async () => {
  const { offline } = await setUp()
  expect(await offline.personByBadge('B-0042')).toBeNull()
  await offline.learn({ person: BEN, pin: '1357', badge: 'B-0042' })
  await offline.learn({ person: BEN, pin: '1358' })
  expect(await offline.personByBadge('B-0042')).toEqual(BEN)
})

test('a store that is copied holds neither PIN nor badge nor a key that can be taken along', async () => {
  const tablet = pretendTablet()
  const page = await tablet.page()
  await page.offline.learn({ person: BEN, pin: '1357', badge: 'B-0042' })
  await page.close()
  const [{ name } = { name: '' }] = (await indexedDB.databases()).toReversed() as { name: string }[]
  const db = await createSessionDb(name).open()
  const pepper = await db.get('key', 'pepper')
  expect(pepper?.extractable).toBe(false)
  expect(JSON.stringify(await db.getAll('known'))).not.toMatch(/1357|0042/)
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('try' as const), at_once: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('set' as const), ms: fc.integer({ min: -100 * HOUR, max: 100 * HOUR }) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 2 * MINUTE }) }),
  fc.record({ kind: fc.constant('reload' as const) }),
)

test('no wrong PINs, set clocks and reloads in any order give more tries than are allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async steps => {
      const tablet = pretendTablet()
      let page = await tablet.page()
      await page.offline.learn({ person: ANA, pin: '2580' })
      let tries = 0
      let passed_ms = 0
      for (const one of steps) {
        if (one.kind === 'set') tablet.wall_ms += one.ms
        if (one.kind === 'pass') {
          tablet.pass(one.ms)
          passed_ms += one.ms
        }
        if (one.kind === 'reload') {
          await page.close()
          page = await tablet.page()
        }
        if (one.kind === 'try') {
          const asked = Array.from({ length: one.at_once }, () => page.offline.check(ANA.id, '0000'))
          tries += (await Promise.all(asked)).filter(({ kind }) => kind === 'wrong').length
        }
        const waits = [1, 3, 8, 23].filter(minutes => passed_ms >= minutes * MINUTE).length
        expect(tries).toBeLessThanOrEqual(5 + waits)
      }
      await page.close()
    }),
    { numRuns: 40 },
  )
})
