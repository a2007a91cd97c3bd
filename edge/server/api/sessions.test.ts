import type { SiteSettings } from '@flowviz/contract/plant/settings'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { expect, test } from 'vitest'
import { PIN, startPlant } from '../testing/plant.ts'
import { eventsOf, screenOf, sender } from '../testing/screen.ts'

const STRICT: SiteSettings = { ...DEFAULT_SETTINGS, strict_signature: true }

test('a person sees where they are signed in and ends a session that was left open', async () => {
  const plant = await startPlant()
  const left = await screenOf(plant, { name: 'operator', secret: PIN, station: 'line-1' })
  const here = await screenOf(plant, { name: 'operator', secret: PIN, station: 'line-2' })
  const { sessions } = (await here.send('GET /api/v1/me/sessions')).body
  expect(sessions.map(({ station, current }: { station: string; current: boolean }) => [station, current])).toEqual([
    ['line-1', false],
    ['line-2', true],
  ])
  const other = await screenOf(plant, { name: 'manager', secret: PIN })
  const foreign = await other.send(`DELETE /api/v1/me/sessions/${sessions[0].session_id}`)
  expect([foreign.status, foreign.body.code]).toEqual([404, 'record_not_found'])
  expect((await here.send(`DELETE /api/v1/me/sessions/${sessions[0].session_id}`)).status).toBe(204)
  expect((await left.send('GET /api/v1/me')).status).toBe(401)
  expect((await here.send('GET /api/v1/me')).status).toBe(200)
  expect(await eventsOf(plant, 'session.ended')).toMatchObject([
    { data: { session_id: sessions[0].session_id, cause: 'revoked' } },
  ])
})

test('an administrator ends every session of a person', async () => {
  const plant = await startPlant()
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  const screens = await Promise.all([1, 2].map(() => screenOf(plant, { name: 'operator', secret: PIN })))
  const path = `/api/v1/users/${screens[0]!.session.person.id}/sessions`
  expect((await boss.send(`GET ${path}`)).body.sessions).toHaveLength(2)
  expect((await boss.send(`DELETE ${path}`)).status).toBe(204)
  for (const screen of screens) expect((await screen.send('GET /api/v1/me')).status).toBe(401)
  expect((await boss.send(`GET ${path}`)).body.sessions).toEqual([])
  expect((await boss.send('GET /api/v1/me')).status).toBe(200)
})

test('who signs out leaves a row that says so', async () => {
  const plant = await startPlant()
  const screen = await screenOf(plant, { name: 'operator', secret: PIN })
  expect((await screen.send('POST /api/v1/logout')).status).toBe(204)
  expect(await eventsOf(plant, 'session.ended')).toMatchObject([
    { data: { cause: 'logout' }, actor: { role: 'OPERATOR' } },
  ])
})

test('where signatures are strict, the administration takes the secret again, for five minutes', async () => {
  const plant = await startPlant()
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  expect((await boss.send('PUT /api/v1/settings', STRICT)).status).toBe(200)
  const maria = { name: 'maria', display_name: 'Maria', role: 'OPERATOR', secret: 'plum-8246' }
  const refused = await boss.send('POST /api/v1/users', maria)
  expect([refused.status, refused.body.code]).toEqual([403, 'step_up_needed'])
  const batched = await boss.send('POST /api/v1/commands', {
    commands: [{ key: 'settings-1', command: 'configure-site', body: DEFAULT_SETTINGS }],
  })
  expect(batched.body.verdicts[0].problem.code).toBe('step_up_needed')
  expect((await boss.send('POST /api/v1/step-up', { secret: '0000' })).body.code).toBe('credentials_wrong')
  const { body: elevated } = await boss.send('POST /api/v1/step-up', { secret: PIN })
  expect(elevated.expires_in_s).toBe(300)
  const raised = sender(plant, elevated.access_token)
  expect((await raised('POST /api/v1/users', maria)).status).toBe(201)
  plant.pass(301_000)
  expect((await raised('GET /api/v1/me')).body.code).toBe('token_expired')
})
