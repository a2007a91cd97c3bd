import type { AlarmPage } from '@flowviz/contract/alarm'
import type { EnrolledTablet, TabletView } from '@flowviz/contract/tablet'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { cookieOf, invite, newKey, setUpTablet, type TestTablet } from '../testing/tablet.ts'

const EPOCH = '019ab0a2-5c00-7000-8000-0000000000e'
const enrol = (plant: TestPlant, body: object, cookie = '') =>
  plant.post(null, '/api/v1/tablets', { body, headers: cookie === '' ? {} : { cookie } })
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code]
const tabletsOf = async (plant: TestPlant) =>
  ((await (await plant.ask('VIEWER', '/api/v1/tablets')).json()) as { tablets: TabletView[] }).tablets
const enrolments = async (plant: TestPlant) => {
  const response = await plant.ask('AUDITOR', '/api/v1/ledger/events?type=tablet.enrolled')
  return ((await response.json()) as { events: unknown[] }).events.length
}
const me = (plant: TestPlant, cookie: string) => plant.ask(null, '/api/v1/tablets/me', { headers: { cookie } })
const register = (tablet: TestTablet, lot_code: string) =>
  tablet.command('register-lot', { body: { lot_type: 'RAW', weight_kg: '1.000', lot_code } })

test('a code sets up one tablet, and the tablet is known by its cookie from then on', async () => {
  const plant = await startPlant()
  const { code, tablet_id } = await invite(plant)
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  expect(await tabletsOf(plant)).toEqual([])
  const { key } = newKey()
  const asked = { code: code.toLowerCase().replace('-', ' '), key, epoch: `${EPOCH}1` }
  const response = await enrol(plant, asked)
  const enrolled = (await response.json()) as EnrolledTablet
  expect([response.status, enrolled]).toMatchObject([
    201,
    { tablet_id, title: 'T07', station: 'dock', site: 'plant-a', site_name: 'Plant A', code_prefix: 'PLA-T01' },
  ])
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly;.*SameSite=Strict/)
  expect(response.headers.get('set-cookie')).toMatch(/Max-Age=31536000;.*Path=\/api\/v1\/tablets;/)
  expect(await tabletsOf(plant)).toMatchObject([
    { tablet_id, state: 'ENROLLED', received_seq: 0, seen_at: null, losses: 0 },
  ])
  // The tablet that did not hear the answer asks again; a second one with the same code is nobody.
  expect((await enrol(plant, asked)).status).toBe(201)
  expect(await codeOf(await enrol(plant, { ...asked, key: newKey().key }))).toEqual([401, 'invitation_wrong'])
  expect(await codeOf(await enrol(plant, { ...asked, epoch: `${EPOCH}2` }))).toEqual([401, 'invitation_wrong'])
  expect(await enrolments(plant)).toBe(1)
  expect(await (await me(plant, cookieOf(response))).json()).toMatchObject({ tablet_id, code_prefix: 'PLA-T01' })
  expect(await codeOf(await me(plant, cookieOf(response).replace(/.$/, '_')))).toEqual([404, 'tablet_unknown'])
  expect(await codeOf(await me(plant, ''))).toEqual([404, 'tablet_unknown'])
  const trail = await (await plant.ask('AUDITOR', '/api/v1/ledger/events?limit=100')).text()
  expect(trail).not.toContain(code)
  expect(trail).not.toContain(code.replace('-', ''))
})

test('a tablet that lost its store sets itself up again by its cookie, and the plant is told what may be gone', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  await tablet.send([register(tablet, 'T-1'), register(tablet, 'T-2')])
  const asked = { key: newKey().key, epoch: `${EPOCH}1` }
  expect(await codeOf(await enrol(plant, asked))).toEqual([404, 'tablet_unknown'])
  const second = await enrol(plant, asked, tablet.cookie)
  expect([second.status, await second.json()]).toMatchObject([
    201,
    { tablet_id: tablet.tablet_id, code_prefix: `${tablet.code_prefix}-2` },
  ])
  // The answer was lost: the old cookie is good once more, and does nothing twice.
  expect((await enrol(plant, asked, tablet.cookie)).status).toBe(201)
  expect(await enrolments(plant)).toBe(2)
  const third = await enrol(plant, { key: newKey().key, epoch: `${EPOCH}2` }, cookieOf(second))
  expect(third.status).toBe(201)
  expect(await codeOf(await enrol(plant, asked, tablet.cookie))).toEqual([404, 'tablet_unknown'])
  expect(await tabletsOf(plant)).toMatchObject([{ epoch: `${EPOCH}2`, received_seq: 0, losses: 2 }])
  const { alarms } = (await (await plant.ask('VIEWER', '/api/v1/alarms')).json()) as AlarmPage
  expect(alarms.map(({ kind, text }) => [kind, text])).toEqual([
    [
      'tablet',
      'Tablet T07 lost its storage. None of its commands had been received; what was made on it after that and not sent is gone.',
    ],
    [
      'tablet',
      'Tablet T07 lost its storage. Command 2 was the last received; what was made on it after that and not sent is gone.',
    ],
  ])
  // What the old key still signs is of nobody now.
  expect((await tablet.post([register(tablet, 'T-3')])).status).toBe(401)
})

test('a revoked tablet does nothing any more, until somebody with a code sets it up again', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const path = `/api/v1/tablets/${tablet.tablet_id}/revocation`
  expect((await plant.post('MANAGER', path, { body: {} })).status).toBe(400)
  const revoked = await plant.post('MANAGER', path, { body: { reason: 'it was stolen' } })
  expect([revoked.status, await revoked.json()]).toMatchObject([200, { state: 'REVOKED' }])
  expect(await codeOf(await plant.post('MANAGER', path, { body: { reason: 'once more' } }))).toEqual([
    409,
    'state_wrong',
  ])
  expect(await codeOf(await tablet.post([register(tablet, 'T-1')]))).toEqual([403, 'tablet_revoked'])
  expect(await codeOf(await me(plant, tablet.cookie))).toEqual([403, 'tablet_revoked'])
  const asked = { key: newKey().key, epoch: `${EPOCH}1` }
  expect(await codeOf(await enrol(plant, asked, tablet.cookie))).toEqual([403, 'tablet_revoked'])
  const { code, tablet_id } = await invite(plant, { tablet_id: tablet.tablet_id, title: 'T07 new' })
  expect(tablet_id).toBe(tablet.tablet_id)
  expect((await enrol(plant, { ...asked, code })).status).toBe(201)
  expect(await tabletsOf(plant)).toMatchObject([{ tablet_id, title: 'T07 new', state: 'ENROLLED', losses: 1 }])
  // Whoever has the cookie of before is not this tablet any more.
  expect(await codeOf(await enrol(plant, asked, tablet.cookie))).toEqual([404, 'tablet_unknown'])
  const unknown = await plant.post('MANAGER', '/api/v1/tablets/invitations', { body: { title: 'x', tablet_id: 't99' } })
  expect(await codeOf(unknown)).toEqual([404, 'tablet_unknown'])
})

test('a revoked tablet that goes on asking by its cookie keeps nobody from signing in at its address', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const path = `/api/v1/tablets/${tablet.tablet_id}/revocation`
  await plant.post('MANAGER', path, { body: { reason: 'it was stolen' } })
  const asked = { key: newKey().key, epoch: `${EPOCH}1` }
  for (let n = 0; n < 12; n += 1)
    expect(await codeOf(await enrol(plant, asked, tablet.cookie))).toEqual([403, 'tablet_revoked'])
  const login = await plant.post(null, '/api/v1/login', { body: { name: 'nobody-here', secret: '0000' } })
  expect(await codeOf(login)).toEqual([401, 'credentials_wrong'])
})

test('codes are not guessed: some wrong ones shut the address out, and a key that is none is refused', async () => {
  const plant = await startPlant()
  const asked = { key: newKey().key, epoch: `${EPOCH}1` }
  for (let tries = 0; tries < 5; tries += 1)
    expect(await codeOf(await enrol(plant, { ...asked, code: 'AAAA-AAAA' }))).toEqual([401, 'invitation_wrong'])
  expect(await codeOf(await enrol(plant, { ...asked, code: 'AAAA-AAAA' }))).toEqual([429, 'account_locked'])
  const none = { ...asked.key, x: 'A'.repeat(43) }
  expect(await codeOf(await enrol(plant, { ...asked, key: none, code: 'AAAA-AAAA' }))).toEqual([400, 'body_invalid'])
})
