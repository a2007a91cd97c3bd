import { expect, test } from 'vitest'
import { PIN, plantFiles, startPlant, type TestPlant } from '../testing/plant.ts'

const login = (plant: TestPlant, name: string, secret: string) =>
  plant.post(null, '/api/v1/login', { body: { name, secret } })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';')[0]!

test('a wrong secret and an unknown name are refused alike, and both stand in the ledger', async () => {
  const plant = await startPlant()
  for (const [name, secret] of [
    ['operator', 'wrong'],
    ['stranger', PIN],
  ] as const) {
    const response = await login(plant, name, secret)
    expect([response.status, await codeOf(response)]).toEqual([401, 'credentials_wrong'])
  }
  const trail = await plant.ask('AUDITOR', '/api/v1/ledger/events?type=session.refused')
  const { events } = (await trail.json()) as { events: { event: { subject: string; data: object } }[] }
  // The name of a person stays out of the ledger; one that nobody has is kept as it was typed.
  const operator = '019ab0a2-5c00-7000-8000-000000000003'
  expect(events.map(({ event }) => event.data)).toEqual([
    { person_id: null, name: 'stranger', cause: 'credentials_wrong', address: '127.0.0.1' },
    { person_id: operator, name: null, cause: 'credentials_wrong', address: '127.0.0.1' },
  ])
  expect(events.at(-1)!.event.subject).toBe(`person:${operator}`)
})

test('an account that is guessed at locks, and a restart does not open it', async () => {
  const files = plantFiles()
  const first = await startPlant(files)
  for (let times = 0; times < 5; times += 1) expect((await login(first, 'operator', 'guess')).status).toBe(401)
  const locked = await login(first, 'operator', PIN)
  expect([locked.status, await codeOf(locked)]).toEqual([429, 'account_locked'])
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800)
  await first.stop()

  const second = await startPlant(files)
  expect(await codeOf(await login(second, 'operator', PIN))).toBe('account_locked')
  expect((await login(second, 'manager', PIN)).status).toBe(200)
})

test('one address has ten wrong tries a minute, whomever it names', async () => {
  const plant = await startPlant()
  for (let times = 0; times < 10; times += 1)
    expect((await login(plant, `stranger-${times}`, 'guess')).status).toBe(401)
  const limited = await login(plant, 'operator', PIN)
  expect([limited.status, await codeOf(limited)]).toEqual([429, 'rate_limited'])
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(50)
})

test('the refresh cookie is httpOnly and strict, works once, and gives a new one', async () => {
  const plant = await startPlant()
  const signedIn = await login(plant, 'operator', PIN)
  expect(signedIn.headers.getSetCookie()[0]).toMatch(
    /^flowviz_refresh=[\w.-]+;.*Path=\/api\/v1;.*HttpOnly;.*SameSite=Strict/,
  )
  const refresh = (cookie: string) => plant.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie } })
  const first = cookieOf(signedIn)
  const refreshed = await refresh(first)
  expect(refreshed.status).toBe(200)
  expect(await refreshed.json()).toMatchObject({ person: { name: 'operator' }, expires_in_s: 900 })
  const second = cookieOf(refreshed)
  expect(second).not.toBe(first)
  expect((await refresh(second)).status).toBe(200)
})

test('two tabs that refresh at once, and a tablet that did not hear the answer, all get the same next cookie', async () => {
  const plant = await startPlant()
  const cookie = cookieOf(await login(plant, 'operator', PIN))
  const refresh = (with_cookie: string) =>
    plant.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie: with_cookie } })
  const tabs = await Promise.all([refresh(cookie), refresh(cookie)])
  expect(tabs.map(({ status }) => status)).toEqual([200, 200])
  plant.pass(9_000)
  const unheard = await refresh(cookie)
  expect(new Set([...tabs, unheard].map(cookieOf)).size).toBe(1)
  expect((await refresh(cookieOf(unheard))).status).toBe(200)
})

test('a refresh token that was exchanged and comes again ends the session of both; an invented one ends nobody', async () => {
  const files = plantFiles()
  const plant = await startPlant(files)
  const refreshAt = (at: TestPlant, cookie: string) =>
    at.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie } })
  const first = cookieOf(await login(plant, 'operator', PIN))
  const exchanged = await refreshAt(plant, first)
  const second = cookieOf(exchanged)
  const { access_token } = (await exchanged.json()) as { access_token: string }
  const me = () => plant.ask(null, '/api/v1/me', { headers: { authorization: `Bearer ${access_token}` } })
  plant.pass(11_000)
  for (const invented of [`${second.slice(0, -3)}AAA`, 'flowviz_refresh=', `${second}A`])
    expect((await refreshAt(plant, invented)).status).toBe(401)
  expect((await me()).status).toBe(200)
  const stolen = await refreshAt(plant, first)
  expect([stolen.status, await codeOf(stolen)]).toEqual([401, 'token_invalid'])
  expect((await me()).status).toBe(401)
  expect((await refreshAt(plant, second)).status).toBe(401)

  const third = cookieOf(await login(plant, 'operator', PIN))
  const fourth = cookieOf(await refreshAt(plant, third))
  await plant.stop()
  const again = await startPlant(files)
  expect((await refreshAt(again, third)).status).toBe(401)
  expect((await refreshAt(again, fourth)).status).toBe(401)
})

test('signing out ends the access token and the session at once', async () => {
  const plant = await startPlant()
  const signedIn = await login(plant, 'operator', PIN)
  const { access_token } = (await signedIn.json()) as { access_token: string }
  const authorization = `Bearer ${access_token}`
  const me = () => plant.ask(null, '/api/v1/me', { headers: { authorization } })
  expect((await me()).status).toBe(200)
  expect((await plant.ask(null, '/api/v1/logout', { method: 'POST', headers: { authorization } })).status).toBe(204)
  expect((await me()).status).toBe(401)
  const headers = { cookie: cookieOf(signedIn) }
  expect((await plant.ask(null, '/api/v1/refresh', { method: 'POST', headers })).status).toBe(401)
})

test('an access token is good for a quarter of an hour and only with its own signature', async () => {
  const plant = await startPlant()
  const { access_token } = await plant.signIn('OPERATOR')
  const me = (token: string) => plant.ask(null, '/api/v1/me', { headers: { authorization: `Bearer ${token}` } })
  expect((await me(access_token)).status).toBe(200)
  const [head, body, signature] = access_token.split('.') as [string, string, string]
  const forged = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), role: 'ADMIN' }),
  )
  expect(await codeOf(await me(`${head}.${forged.toString('base64url')}.${signature}`))).toBe('token_invalid')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  expect(await codeOf(await me(`${none}.${body}.${signature}`))).toBe('token_invalid')
  plant.pass(15 * 60_000)
  expect(await codeOf(await me(access_token))).toBe('token_expired')
})
