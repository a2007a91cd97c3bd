import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PIN, plantFiles, startPlant, type TestPlant } from '../testing/plant.ts'
import { eventsOf, screenOf, tryLogin } from '../testing/screen.ts'

const MARIA = { name: 'maria', display_name: 'Maria Diaz', role: 'OPERATOR', secret: 'plum-8246' }
const admin = (plant: TestPlant) => screenOf(plant, { name: 'admin', secret: PIN })

async function withMaria(plant: TestPlant) {
  const boss = await admin(plant)
  const { body: maria } = await boss.send('POST /api/v1/users', MARIA)
  return { boss, id: maria.person_id as string, path: `/api/v1/users/${maria.person_id}` }
}
/** Maria after her first sign-in, when she has a secret of her own. */
async function settled(plant: TestPlant, secret = 'kettle-5190') {
  const first = await screenOf(plant, { name: 'maria', secret: MARIA.secret })
  await first.send('POST /api/v1/me/secret', { old_secret: MARIA.secret, secret })
  return screenOf(plant, { name: 'maria', secret })
}

test('a new person signs in with the temporary secret, changes it, and only then may do anything', async () => {
  const plant = await startPlant()
  await withMaria(plant)
  const screen = await screenOf(plant, { name: 'maria', secret: MARIA.secret })
  expect(screen.session).toMatchObject({ must_change: true, person: { name: 'maria' } })
  for (const path of ['/api/v1/me', '/api/v1/lots', '/api/v1/stream', '/api/v1/me/sessions']) {
    const { status, body } = await screen.send(`GET ${path}`)
    expect([path, status, body.code]).toEqual([path, 403, 'secret_change_needed'])
  }
  const weak = await screen.send('POST /api/v1/me/secret', { old_secret: MARIA.secret, secret: '1234' })
  expect([weak.body.code, weak.body.detail]).toEqual(['secret_weak', 'This secret is a well-known one.'])
  const same = await screen.send('POST /api/v1/me/secret', { old_secret: MARIA.secret, secret: MARIA.secret })
  expect([same.body.code, same.body.detail]).toEqual(['secret_weak', 'This is the secret from before.'])
  const wrong = await screen.send('POST /api/v1/me/secret', { old_secret: '0815', secret: 'kettle-5190' })
  expect(wrong.body.code).toBe('credentials_wrong')
  const changed = await screen.send('POST /api/v1/me/secret', { old_secret: MARIA.secret, secret: 'kettle-5190' })
  expect([changed.status, changed.body.must_change]).toEqual([200, undefined])
  const me = await plant.ask(null, '/api/v1/me', { headers: { authorization: `Bearer ${changed.body.access_token}` } })
  expect(me.status).toBe(200)
  expect((await tryLogin(plant, { name: 'maria', secret: MARIA.secret })).body.code).toBe('credentials_wrong')
  expect((await tryLogin(plant, { name: 'maria', secret: 'kettle-5190' })).status).toBe(200)
})

test('whoever guesses at the present secret of an open screen is locked out as at the sign-in, and the ledger tells of each try', async () => {
  const plant = await startPlant()
  const screen = await screenOf(plant, { name: 'admin', secret: PIN })
  for (let n = 0; n < 5; n += 1) {
    const { body } = await screen.send('POST /api/v1/me/secret', { old_secret: `wrong-${n}`, secret: 'kettle-5190' })
    expect(body.code).toBe('credentials_wrong')
  }
  const right = await screen.send('POST /api/v1/me/secret', { old_secret: PIN, secret: 'kettle-5190' })
  expect([right.status, right.body.code]).toEqual([429, 'account_locked'])
  expect((await tryLogin(plant, { name: 'admin', secret: PIN })).body.code).toBe('account_locked')
  expect(await eventsOf(plant, 'session.refused')).toHaveLength(5)
})

test('neither a name nor a secret nor a badge number comes into the ledger, and the secret nowhere at all', async () => {
  const plant = await startPlant()
  const { boss, path } = await withMaria(plant)
  await boss.send(`POST ${path}/badges`, { badge_no: '04a2b91c5f8010' }, { 'idempotency-key': 'badge-of-maria' })
  await settled(plant)
  await plant.stop()
  const dir = plant.files.FLOWVIZ_DATA_DIR!
  const bytes = ['plant.db', 'telemetry.db'].map(name => readFileSync(join(dir, name)).toString('latin1')).join('')
  for (const secret of ['plum-8246', 'kettle-5190', '04a2b91c5f8010']) expect(bytes.includes(secret)).toBe(false)
  const again = await startPlant(plant.files)
  const trail = await (await again.ask('AUDITOR', '/api/v1/ledger/events?limit=200')).text()
  for (const word of ['maria', 'Maria', 'plum-8246', 'kettle-5190', '04a2b91c'])
    expect([word, trail.includes(word)]).toEqual([word, false])
})

test('the same key makes a person once, and another body under it is refused', async () => {
  const plant = await startPlant()
  const boss = await admin(plant)
  const headers = { 'idempotency-key': 'create-maria-1' }
  const first = await boss.send('POST /api/v1/users', MARIA, headers)
  const second = await boss.send('POST /api/v1/users', MARIA, headers)
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body])
  const other = await boss.send('POST /api/v1/users', { ...MARIA, secret: '9999' }, headers)
  expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
  expect(await eventsOf(plant, 'person.created')).toHaveLength(6)
})

test('a person who is disabled is out at once: tokens, refresh, sign-in, the list of names', async () => {
  const plant = await startPlant()
  const { boss, path } = await withMaria(plant)
  const maria = await settled(plant)
  expect((await maria.send('GET /api/v1/me')).status).toBe(200)
  const disabled = await boss.send(`POST ${path}/disable`, { reason: 'left the plant' })
  expect(disabled.body).toMatchObject({ status: 'disabled', name: 'maria' })
  expect((await maria.send('GET /api/v1/me')).status).toBe(401)
  const refreshed = await plant.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie: maria.cookie } })
  expect(refreshed.status).toBe(401)
  expect((await tryLogin(plant, { name: 'maria', secret: 'kettle-5190' })).body.code).toBe('credentials_wrong')
  const { people } = (await (await plant.ask(null, '/api/v1/people')).json()) as { people: { name: string }[] }
  expect(people.map(({ name }) => name)).not.toContain('maria')
  expect((await eventsOf(plant, 'session.ended')).map(({ data }) => data.cause)).toEqual(['disabled', 'disabled'])
  const twice = await boss.send(`POST ${path}/disable`, {})
  expect([twice.status, twice.body.code]).toEqual([409, 'state_wrong'])
  await boss.send(`POST ${path}/enable`, {})
  expect((await tryLogin(plant, { name: 'maria', secret: 'kettle-5190' })).status).toBe(200)
})

test('what was revoked stays revoked when the box is started again', async () => {
  const plant = await startPlant()
  const { boss, path } = await withMaria(plant)
  const maria = await settled(plant)
  const { access_token } = maria.session
  await boss.send(`POST ${path}/disable`, {})
  await plant.stop()
  const again = await startPlant(plant.files)
  const me = await again.ask(null, '/api/v1/me', { headers: { authorization: `Bearer ${access_token}` } })
  expect(me.status).toBe(401)
})

test('another role counts at once: the old token is dead, and the new one has the new role', async () => {
  const plant = await startPlant()
  const { boss, path } = await withMaria(plant)
  const maria = await settled(plant)
  const changed = await boss.send(`PATCH ${path}`, { role: 'VIEWER', display_name: 'Maria Diaz-Roth' })
  expect(changed.body).toMatchObject({ role: 'VIEWER', display_name: 'Maria Diaz-Roth' })
  expect((await maria.send('GET /api/v1/me')).status).toBe(401)
  const again = await screenOf(plant, { name: 'maria', secret: 'kettle-5190' })
  expect(again.session.person.role).toBe('VIEWER')
  expect((await boss.send(`PATCH ${path}`, {})).status).toBe(400)
})

test('the last administrator is neither disabled nor demoted', async () => {
  const plant = await startPlant()
  const boss = await admin(plant)
  const path = `/api/v1/users/${boss.session.person.id}`
  const seq = await plant.seq()
  expect((await boss.send(`POST ${path}/disable`, {})).body.code).toBe('admin_last')
  expect((await boss.send(`PATCH ${path}`, { role: 'MANAGER' })).body.code).toBe('admin_last')
  expect(await plant.seq()).toBe(seq)
  await boss.send('POST /api/v1/users', { ...MARIA, role: 'ADMIN' })
  expect((await boss.send(`PATCH ${path}`, { role: 'MANAGER' })).status).toBe(200)
})

test('a secret that an administrator sets ends the sessions, is in the ledger, raises an alarm, and must be changed', async () => {
  const plant = await startPlant()
  const { boss, id, path } = await withMaria(plant)
  const maria = await settled(plant)
  expect((await boss.send(`POST ${path}/secret`, { secret: 'maria' })).body.code).toBe('secret_weak')
  const reset = await boss.send(`POST ${path}/secret`, { secret: '6402', reason: 'forgot the PIN' })
  expect(reset.body).toMatchObject({ must_change: true })
  expect((await maria.send('GET /api/v1/me')).status).toBe(401)
  expect((await screenOf(plant, { name: 'maria', secret: '6402' })).session.must_change).toBe(true)
  const [event] = await eventsOf(plant, 'secret.reset')
  expect(event).toMatchObject({ data: { person_id: id }, reason: 'forgot the PIN', actor: { role: 'ADMIN' } })
  const own = await boss.send(`POST /api/v1/users/${boss.session.person.id}/secret`, { secret: '6402' })
  expect(own.body.code).toBe('second_person_missing')
})

test('who was pseudonymised has no name any more, the ledger is as it was, and a restart does not bring the name back', async () => {
  const files = plantFiles()
  const plant = await startPlant(files)
  const boss = await admin(plant)
  const viewer = (await screenOf(plant, { name: 'viewer', secret: PIN })).session.person.id
  const path = `/api/v1/users/${viewer}`
  expect((await boss.send(`POST ${path}/pseudonymise`, {})).body.code).toBe('state_wrong')
  await boss.send(`POST ${path}/disable`, {})
  const before = await (await plant.ask('AUDITOR', '/api/v1/ledger/events?limit=200')).json()
  const gone = await boss.send(`POST ${path}/pseudonymise`, { reason: 'asked for it' })
  expect(gone.body).toMatchObject({ name: null, display_name: null, status: 'disabled', role: 'VIEWER' })
  const after = (await (await plant.ask('AUDITOR', '/api/v1/ledger/events?limit=200')).json()) as { events: unknown[] }
  expect(after.events.slice(1)).toEqual((before as { events: unknown[] }).events)
  await plant.stop()
  const again = await startPlant(files)
  const still = await (await again.ask('ADMIN', path)).json()
  expect(still).toMatchObject({ name: null, display_name: null })
  expect((await again.post('ADMIN', '/api/v1/users', { body: { ...MARIA, name: 'viewer' } })).status).toBe(201)
})

test('the list of users tells who has not been here for ninety days and whose training has run out', async () => {
  const plant = await startPlant()
  const { boss, path } = await withMaria(plant)
  const day = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 10)
  const training = { procedure: 'gate-3', procedure_version: '2', trained_on: day(-86_400_000), trainer: 'QA' }
  const recorded = await boss.send(`POST ${path}/trainings`, { ...training, expires_on: day(20 * 86_400_000) })
  expect([recorded.status, recorded.body.procedure]).toEqual([201, 'gate-3'])
  await boss.send(`POST ${path}/trainings`, { ...training, procedure: 'hygiene' })
  const back = await boss.send(`POST ${path}/trainings`, { ...training, expires_on: '2020-01-01' })
  expect(back.status).toBe(400)
  const now = await boss.send(`GET ${path}`)
  expect(now.body).toMatchObject({
    stale: false,
    trainings: { valid: ['gate-3', 'hygiene'], expired: [], next_expiry: day(20 * 86_400_000) },
  })
  plant.pass(91 * 86_400_000)
  const later = (await (await plant.ask('MANAGER', '/api/v1/users')).json()) as {
    users: { name: string; stale: boolean; trainings: object }[]
  }
  expect(later.users.find(({ name }) => name === 'maria')).toMatchObject({
    stale: true,
    trainings: { valid: ['hygiene'], expired: ['gate-3'], next_expiry: null },
  })
  const list = (await (await plant.ask('AUDITOR', `${path}/trainings`)).json()) as { trainings: unknown[] }
  expect(list.trainings).toHaveLength(2)
})

test('nobody records a training of their own', async () => {
  const plant = await startPlant()
  const manager = await screenOf(plant, { name: 'manager', secret: PIN })
  const { id } = manager.session.person
  const body = { procedure: 'gate-3', procedure_version: '1', trained_on: '2026-01-01' }
  const own = await manager.send(`POST /api/v1/users/${id}/trainings`, body)
  expect([own.status, own.body]).toMatchObject([409, { code: 'second_person_missing', first_person: id }])
})
