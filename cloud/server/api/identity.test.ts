import { CLOUD_ACCESS } from '@flowviz/contract/hq-permission'
import { ROLES } from '@flowviz/contract/role'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECRET, TestHq } from '../testing/hq.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

const ROUTES = Object.entries(CLOUD_ACCESS).map(([key, access]) => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string]
  const url = path.replace(':site', 'plant-1').replace(':lot_id', '019ab0a2-5c00-7000-8000-000000000001')
  return { key, method, url, access }
})
// An open stream never ends by itself; its own test reads it.
const ANSWERING = ROUTES.filter(route => route.key !== 'GET /v1/stream')

test('every line of the permission table is a route, and every route has a line', () => {
  for (const { key } of ROUTES) {
    const [method, url] = key.split(' ') as ['GET', string]
    expect(hq.app.hasRoute({ method, url }), key).toBe(true)
  }
})

test('nobody gets past a door that is not public', async () => {
  for (const { key, method, url, access } of ROUTES) {
    const { status, json } = await hq.call({ method, url })
    if (access === 'public') expect(json.code, key).not.toBe('role_insufficient')
    else expect([status, json.code], key).toEqual([401, 'unauthenticated'])
  }
})

test('every role gets exactly what its line of the table says', async () => {
  for (const role of ROLES) {
    const headers = await hq.signIn(role.toLowerCase())
    for (const { key, method, url, access } of ANSWERING) {
      if (access === 'public' || key === 'POST /v1/logout') continue
      const { status, json, headers: answered } = await hq.call({ method, url, headers })
      if (access === 'box') expect([status, json.code], `${role} ${key}`).toEqual([401, 'token_invalid'])
      else if (access.includes(role)) expect([401, 403], `${role} ${key}`).not.toContain(status)
      else {
        expect([status, json.code, json.required_roles], `${role} ${key}`).toEqual([403, 'role_insufficient', access])
        expect(answered['x-required-roles']).toBe(access.join(', '))
      }
    }
  }
})

test('an access token ends after 15 minutes, and a tampered one is worth nothing', async () => {
  const headers = await hq.signIn('viewer')
  expect((await hq.call({ method: 'GET', url: '/v1/me', headers })).json).toMatchObject({ name: 'viewer' })
  const tampered = { authorization: `${headers.authorization.slice(0, -6)}AAAAAA` }
  expect((await hq.call({ method: 'GET', url: '/v1/me', headers: tampered })).json.code).toBe('token_invalid')
  hq.clock.ms += 15 * 60_000 + 1_000
  expect((await hq.call({ method: 'GET', url: '/v1/me', headers })).json.code).toBe('token_expired')
})

test('a refresh token is exchanged at each use, and a stolen one ends the session of both', async () => {
  const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!
  const refresh = (cookie: string) => hq.call({ method: 'POST', url: '/v1/refresh', headers: { cookie } })
  const login = await hq.call({ method: 'POST', url: '/v1/login', payload: { name: 'manager', secret: SECRET } })
  expect(String(login.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  const first = cookieOf(login.headers)
  const renewed = await refresh(first)
  expect(renewed.json).toMatchObject({ expires_in_s: 900, person: { name: 'manager', role: 'MANAGER' } })
  const second = cookieOf(renewed.headers)
  expect(second).not.toBe(first)
  const twin = await refresh(first)
  expect([twin.status, twin.headers['set-cookie']]).toEqual([200, undefined])
  hq.clock.ms += 11_000
  expect((await refresh(first)).json.code).toBe('unauthenticated')
  expect((await refresh(second)).json.code).toBe('unauthenticated')
})

test('who signs out cannot come back with the cookie', async () => {
  const login = await hq.call({ method: 'POST', url: '/v1/login', payload: { name: 'manager', secret: SECRET } })
  const cookie = String(login.headers['set-cookie']).split(';')[0]!
  const headers = { cookie, authorization: `Bearer ${login.json.access_token}` }
  expect((await hq.call({ method: 'POST', url: '/v1/logout', headers })).status).toBe(204)
  expect((await hq.call({ method: 'POST', url: '/v1/refresh', headers: { cookie } })).json.code).toBe('unauthenticated')
})

test('after five wrong secrets even the right one has to wait, and a name that nobody has answers the same', async () => {
  const login = (name: string, secret: string) =>
    hq.call({ method: 'POST', url: '/v1/login', payload: { name, secret } })
  for (const name of ['operator', 'nobody-at-all'])
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await login(name, 'a guess')).json.code).toBe('credentials_wrong')
  const right = await login('operator', SECRET)
  expect([right.status, right.json.code]).toEqual([429, 'rate_limited'])
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
})

test('bad input gets a stable code and the name of the field', async () => {
  const headers = { 'content-type': 'application/json' }
  const login = (payload: string | object) => hq.call({ method: 'POST', url: '/v1/login', payload, headers })
  expect((await login('{"name":')).json.code).toBe('body_malformed')
  expect((await login({ name: 'admin', secret: 1234 })).json).toMatchObject({
    code: 'body_invalid',
    errors: [{ field: '/body/secret' }],
  })
  expect((await login({ name: 'admin', secret: 'xxxx', admin: true })).json.code).toBe('body_invalid')
  expect((await login(`{"name":"${'a'.repeat(70_000)}"}`)).json.code).toBe('body_too_large')
  const text = { 'content-type': 'text/csv' }
  expect((await hq.call({ method: 'POST', url: '/v1/login', payload: 'a,b', headers: text })).json.code).toBe(
    'media_type_unsupported',
  )
  for (const url of ['/v1/lots?limit=0', '/v1/lots?limit=x', '/v1/lots?colour=red', '/v1/lots?cursor=bm9uZQ'])
    expect((await hq.ask(url)).json.code, url).toBe('body_invalid')
  expect((await hq.ask('/v1/sites?day_start=2026-02-30T00:00:00.000Z')).json.code).toBe('body_invalid')
  expect((await hq.ask('/v1/sites/nowhere')).json.code).toBe('not_found')
  expect((await hq.ask('/v1/lots/019ab0a2-5c00-7000-8000-000000000009')).json.code).toBe('lot_not_found')
  expect((await hq.ask('/v1/nothing')).json.code).toBe('not_found')
  const wrong = await hq.call({ method: 'POST', url: '/v1/sites' })
  expect([wrong.status, wrong.json.code, wrong.headers.allow]).toEqual([405, 'method_not_allowed', 'GET'])
})
