import { expect, test } from 'vitest'
import { PIN, startPlant, type TestPlant } from '../testing/plant.ts'
import { eventsOf, screenOf, tryLogin } from '../testing/screen.ts'

const NUMBER = '04A2B91C5F8010'

async function badged(plant: TestPlant, change: object = {}) {
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  const operator = (await screenOf(plant, { name: 'operator', secret: PIN })).session.person.id
  const path = `/api/v1/users/${operator}`
  const { body: badge } = await boss.send(`POST ${path}/badges`, { badge_no: NUMBER, ...change })
  return { boss, operator, path, badge }
}

test('a badge stands for the name at the sign-in, in whatever case the reader types it', async () => {
  const plant = await startPlant()
  const { operator, badge, boss, path } = await badged(plant)
  expect(badge).toMatchObject({ state: 'ACTIVE', expires_at: null, revoked_at: null })
  const signedIn = await tryLogin(plant, { badge: NUMBER.toLowerCase(), secret: PIN, station: 'line-1' })
  expect(signedIn).toMatchObject({ status: 200, body: { person: { id: operator } } })
  const twice = await boss.send(`POST /api/v1/users/${boss.session.person.id}/badges`, { badge_no: NUMBER })
  expect([twice.status, twice.body.code]).toEqual([409, 'badge_taken'])
  expect((await boss.send(`GET ${path}`)).body.badges).toEqual([badge])
})

test('a badge alone is never enough: without a secret, with its own number for one, or with a wrong one', async () => {
  const plant = await startPlant()
  await badged(plant)
  const nothing = await tryLogin(plant, { badge: NUMBER })
  expect([nothing.status, nothing.body.code]).toEqual([400, 'body_invalid'])
  for (const secret of [NUMBER, '9999'])
    expect((await tryLogin(plant, { badge: NUMBER, secret })).body.code).toBe('credentials_wrong')
  expect((await tryLogin(plant, { badge: '04ffffffffffff', secret: PIN })).body.code).toBe('credentials_wrong')
  const both = await tryLogin(plant, { badge: NUMBER, name: 'operator', secret: PIN })
  expect([both.status, both.body.code]).toEqual([400, 'body_invalid'])
  const screen = await screenOf(plant, { badge: NUMBER, secret: PIN })
  const { body: lot } = await screen.send('POST /api/v1/lots', {
    lot_type: 'RAW',
    weight_kg: '5',
    manual_reason: 'no scale',
  })
  const rows = { seqs: [lot.seq], meaning: 'performed' }
  const byBadge = await screen.send('POST /api/v1/signatures', { ...rows, sign: { badge: NUMBER } })
  expect([byBadge.status, byBadge.body.code]).toEqual([400, 'body_invalid'])
  const asSecret = await screen.send('POST /api/v1/signatures', { ...rows, sign: { name: 'operator', secret: NUMBER } })
  expect([asSecret.status, asSecret.body.code]).toEqual([403, 'signature_refused'])
})

test('wrong PINs behind a badge lock its owner, and a badge that nobody has locks nobody else', async () => {
  const plant = await startPlant()
  await badged(plant)
  for (let times = 0; times < 5; times += 1) await tryLogin(plant, { badge: NUMBER, secret: '9999' })
  expect((await tryLogin(plant, { name: 'operator', secret: PIN })).body.code).toBe('account_locked')
  expect((await tryLogin(plant, { name: 'manager', secret: PIN })).status).toBe(200)
})

test('a badge that has expired is refused, and shown so', async () => {
  const plant = await startPlant()
  const expires_at = new Date(Date.now() + 3_600_000).toISOString()
  const { boss, path } = await badged(plant, { expires_at })
  expect((await tryLogin(plant, { badge: NUMBER, secret: PIN })).status).toBe(200)
  plant.pass(3_700_000)
  expect((await tryLogin(plant, { badge: NUMBER, secret: PIN })).body.code).toBe('credentials_wrong')
  const again = await screenOf(plant, { name: 'admin', secret: PIN })
  expect((await again.send(`GET ${path}`)).body.badges).toMatchObject([{ state: 'EXPIRED' }])
  expect(boss.session.person.role).toBe('ADMIN')
})

test('the badge of who is disabled is revoked with the person, and its number is free for the next', async () => {
  const plant = await startPlant()
  const { boss, path } = await badged(plant)
  await boss.send(`POST ${path}/disable`, {})
  expect((await tryLogin(plant, { badge: NUMBER, secret: PIN })).body.code).toBe('credentials_wrong')
  expect((await boss.send(`POST ${path}/badges`, { badge_no: '12345678' })).body.code).toBe('state_wrong')
  const next = await boss.send(`POST /api/v1/users/${boss.session.person.id}/badges`, { badge_no: NUMBER })
  expect(next.status).toBe(201)
  expect(await eventsOf(plant, 'badge.revoked')).toHaveLength(1)
})
