import 'fake-indexeddb/auto'
import type { Person } from '@flowviz/contract/identity'
import { expect, test } from 'vitest'
import { createChangePin } from './change-pin.ts'
import { createFloorAccess } from './floor-access.ts'
import { createHolder } from './holder.ts'
import { createOwnPin, type OwnPin } from './own-pin-state.ts'
import { createSignIn } from './sign-in.ts'
import { pretendAppliance } from './testing/appliance.ts'
import { ANA, pretendTablet } from './testing/tablet.ts'

/** Ana, signed in at an appliance with the PIN 2580, which this tablet knows. */
async function signedIn({ foreign = false } = {}) {
  const appliance = pretendAppliance([ANA])
  appliance.pins.set('ana', '2580')
  const values = new Map<string, string>()
  const holder = createHolder({
    getItem: key => values.get(key) ?? null,
    setItem: (key, text) => void values.set(key, text),
  })
  const access = createFloorAccess({ ...appliance, holder })
  const tablet = pretendTablet()
  const { offline, close } = await tablet.page()
  const failures: unknown[] = []
  const report = (error: unknown) => void failures.push(error)
  await offline.learn({ person: ANA, pin: '2580', badge: 'B-0042' })
  if (foreign) {
    appliance.pins.set('ana', '6402')
    appliance.foreign.add('ana')
  }
  const away = { value: null, peek: () => null }
  const signing = createSignIn({
    access,
    offline,
    report,
    station: away as never,
    away: away as never,
    after: () => () => undefined,
  })
  const given = { person: ANA, badge: null, pin: appliance.pins.get('ana')!, signal: new AbortController().signal }
  expect((await signing.enter(given)).by).toBe('appliance')
  const change = createChangePin({ access, holder, offline, report })
  const own = createOwnPin({ person: { value: ANA, peek: () => ANA } as never, change })
  return { appliance, access, holder, tablet, offline, close, change, own, failures }
}

async function typed(own: OwnPin, ...pins: string[]): Promise<boolean> {
  let isDone = false
  for (const pin of pins) {
    own.type(pin)
    isDone = await own.next()
  }
  return isDone
}

const kindOf = async (
  page: { offline: { check: (id: string, pin: string) => Promise<{ kind: string }> } },
  pin: string,
) => (await page.offline.check((ANA as Person).id, pin)).kind

test('a new PIN holds at the tablet without the appliance, and the old one signs nobody in there any more', async () => {
  const page = await signedIn()
  expect(await kindOf(page, '2580')).toBe('right')
  expect(await typed(page.own, '2580', '8246', '8246')).toBe(true)
  expect(page.access.token()).toBe('new token of ana')
  expect([await kindOf(page, '2580'), await kindOf(page, '8246')]).toEqual(['wrong', 'right'])
  expect(await page.offline.personByBadge('B-0042')).toEqual(ANA)
  await page.close()
  const again = await page.tablet.page()
  expect([await kindOf(again, '2580'), await kindOf(again, '8246')]).toEqual(['wrong', 'right'])
  expect(page.failures).toEqual([])
})

test('a tablet that cannot write down the new PIN knows none rather than the old one', async () => {
  const page = await signedIn()
  const learn = () => Promise.reject(new Error('disk full'))
  const change = createChangePin({
    access: page.access,
    holder: page.holder,
    offline: { ...page.offline, learn },
    report: error => page.failures.push(error),
  })
  expect(await change({ old: '2580', pin: '8246' })).toBeNull()
  expect(await kindOf(page, '2580')).toBe('unable')
  expect(page.failures).toHaveLength(1)
})

test('a PIN that everybody tries first, the name, and the one from before are refused before they are sent', async () => {
  const { own, appliance } = await signedIn()
  await typed(own, '2580', '1234')
  expect([own.step.value, own.trouble.value]).toEqual(['new', { kind: 'weak', weakness: 'well_known' }])
  await typed(own, '2580')
  expect(own.trouble.value).toEqual({ kind: 'weak', weakness: 'same' })
  await typed(own, 'ana0')
  await typed(own, '8246')
  expect([own.step.value, own.trouble.value]).toEqual(['new', { kind: 'differs' }])
  expect(appliance.pins.get('ana')).toBe('2580')
})

test('a wrong present PIN changes nothing, and the tablet goes on with the one it knows', async () => {
  const page = await signedIn()
  expect(await typed(page.own, '9999', '8246', '8246')).toBe(false)
  expect([page.own.step.value, page.own.trouble.value]).toEqual(['old', { kind: 'wrong', left: null }])
  expect(await kindOf(page, '2580')).toBe('right')
})

test('a change whose answer was lost is found out at the next try, and the tablet forgets the old PIN', async () => {
  const page = await signedIn()
  page.appliance.deaf = true
  expect(await typed(page.own, '2580', '8246', '8246')).toBe(false)
  expect(page.own.trouble.value).toMatchObject({ kind: 'refused', trouble: { code: 'unreachable' } })
  page.appliance.deaf = false
  await typed(page.own, '2580', '8246', '8246')
  expect(page.own.trouble.value).toEqual({ kind: 'changed' })
  expect(await kindOf(page, '2580')).toBe('unable')
})

test('whoever was given a PIN by somebody else has to change it first, and neither it nor the one before works at the tablet', async () => {
  const page = await signedIn({ foreign: true })
  expect(page.access.mustChange.value).toBe(true)
  expect([await kindOf(page, '2580'), await kindOf(page, '6402')]).toEqual(['unable', 'unable'])
  expect(await typed(page.own, '6402', '8246', '8246')).toBe(true)
  expect(page.access.mustChange.value).toBe(false)
  expect(await kindOf(page, '8246')).toBe('right')
})
