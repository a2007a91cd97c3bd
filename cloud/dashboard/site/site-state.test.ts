import type { SiteView } from '@flowviz/contract/hq'
import { expect, test } from 'vitest'
import { LAG_MAX_MS, lags, siteAdvice, siteMark } from './site-state.ts'

const NOW = Date.parse('2026-11-23T12:00:00.000Z')
const before = (ms: number) => new Date(NOW - ms).toISOString()
const site = (change: Partial<SiteView> = {}): SiteView => ({
  site: 'north',
  name: 'Plant North',
  enrolled_at: before(1e9),
  revoked: false,
  last_contact_at: before(1000),
  as_of: before(1000),
  head: { epoch: 1, seq: 12, hash: 'ab'.repeat(32) },
  readings_seq: 99,
  lots_today: 4,
  lots_total: 40,
  weight_today_kg: '91.250000',
  devices_ok: 6,
  devices_in_trouble: 0,
  open_holds: 0,
  lots_on_hold: 0,
  open_deviations: 0,
  dead_letters: 0,
  fork: null,
  ...change,
})

test('a site lags when the newest thing held of it is more than 5 minutes old', () => {
  expect(lags(site({ as_of: before(LAG_MAX_MS) }), NOW)).toBe(false)
  expect(lags(site({ as_of: before(LAG_MAX_MS + 1) }), NOW)).toBe(true)
  expect(lags(site({ as_of: null }), NOW)).toBe(true)
})

test('the gravest thing about a site is the one that is said', () => {
  const quality = { open_deviations: 1, open_holds: 1, lots_on_hold: 3 }
  const all = site({ fork: 'seq 7', revoked: true, as_of: before(1e7), dead_letters: 2, devices_in_trouble: 1 })
  expect(siteMark(all, NOW)).toEqual({ tone: 'alarm', word: 'Two histories' })
  expect(siteMark({ ...all, fork: null }, NOW).word).toBe('Box revoked')
  expect(siteMark({ ...all, fork: null, revoked: false }, NOW)).toEqual({ tone: 'warn', word: 'No word for 2\u00a0h' })
  expect(siteMark(site({ dead_letters: 2, devices_in_trouble: 1 }), NOW).word).toBe('2 records not understood')
  expect(siteMark(site({ ...quality, devices_in_trouble: 1 }), NOW).word).toBe('1 deviation open')
  expect(siteMark(site({ lots_on_hold: 3, devices_in_trouble: 1 }), NOW).word).toBe('1 device to look at')
  expect(siteMark(site({ lots_on_hold: 3 }), NOW)).toEqual({ tone: 'hold', word: '3 lots on hold' })
  expect(siteMark(site(), NOW)).toEqual({ tone: 'ok', word: 'Up to date' })
})

test('whoever sees that something is wrong also reads what to do', () => {
  const quality = [{ open_deviations: 1 }, { lots_on_hold: 1 }]
  const troubles = [
    { fork: 'x' },
    { revoked: true },
    { as_of: null },
    { as_of: before(1e7) },
    { dead_letters: 1 },
    ...quality,
  ]
  for (const change of troubles) expect(siteAdvice(site(change), NOW)).not.toBe('')
  expect(siteAdvice(site(), NOW)).toBe('')
})
