import { expect, test } from 'vitest'
import type { Person, Session } from '../identity.ts'
import { type AccessParts, createAccess } from './access.ts'

const ANA: Person = { id: '019ab0a2-5c00-7000-8000-000000000001', name: 'ana', display_name: 'Ana', role: 'OPERATOR' }
const session = (access_token: string): Session => ({ access_token, expires_in_s: 900, person: ANA })
const refusal = (status: number, code: string) =>
  Object.assign(new Error(code), { status, problem: { code, title: code, detail: code, hint: 'sign in' } })
const ASKED = { name: 'ana', secret: '1234' }

function setUp(refresh: AccessParts['refresh']) {
  const people: (string | null)[] = []
  const access = createAccess({
    login: async () => session('old'),
    refresh,
    logout: async () => undefined,
    person: person => people.push(person?.name ?? null),
  })
  /** An address that takes only the new token. */
  const guarded = async () => {
    if (access.token() !== 'new') throw refusal(401, 'token_expired')
    return 'lots'
  }
  return { access, people, guarded }
}

test('requests that meet an expired token share one refresh and are sent again', async () => {
  let refreshes = 0
  const { access, guarded } = setUp(async () => {
    refreshes += 1
    return session('new')
  })
  await access.login(ASKED)
  const answers = await Promise.all([access.ask(guarded), access.ask(guarded)])
  expect(answers).toEqual([
    { ok: true, value: 'lots' },
    { ok: true, value: 'lots' },
  ])
  expect(refreshes).toBe(1)
})

test('a refused refresh signs the person out', async () => {
  const { access, people, guarded } = setUp(() => Promise.reject(refusal(401, 'token_invalid')))
  await access.login(ASKED)
  expect(await access.ask(guarded)).toMatchObject({ ok: false, trouble: { code: 'token_expired' } })
  expect(people).toEqual(['ana', null])
  expect(access.token()).toBeNull()
})

test('a server that is away signs nobody out', async () => {
  const { access, people, guarded } = setUp(() => Promise.reject(refusal(0, 'unreachable')))
  await access.login(ASKED)
  expect(await access.ask(guarded)).toMatchObject({ ok: false })
  expect(people).toEqual(['ana'])
  expect(access.token()).toBe('old')
})

test('a wrong secret does not ask for a refresh, and says what the server said', async () => {
  const { access } = setUp(() => Promise.reject(new Error('never asked for')))
  const answer = await access.ask(() => Promise.reject(refusal(401, 'credentials_wrong')))
  expect(answer).toMatchObject({ ok: false, trouble: { code: 'credentials_wrong', hint: 'sign in', passing: false } })
})

test('somebody who leaves a server that is away is gone at once, and whoever comes next stays', async () => {
  const { access, people } = setUp(() => Promise.reject(refusal(401, 'token_invalid')))
  await access.login(ASKED)
  const told = access.logout()
  expect([access.token(), people]).toEqual([null, ['ana', null]])
  await access.login(ASKED)
  await told
  expect([access.token(), people]).toEqual(['old', ['ana', null, 'ana']])
})

test('a refresh of whoever left, refused late or granted late, changes nothing for whoever came next', async () => {
  for (const end of ['refused', 'granted'] as const) {
    const late = Promise.withResolvers<Session>()
    const { access, people, guarded } = setUp(() => late.promise)
    await access.login(ASKED)
    const asked = access.ask(guarded)
    await access.logout()
    await access.login(ASKED)
    if (end === 'refused') late.reject(refusal(401, 'token_invalid'))
    else late.resolve(session('of before'))
    expect(await asked).toMatchObject({ ok: false, trouble: { code: 'token_expired' } })
    expect([access.token(), people]).toEqual(['old', ['ana', null, 'ana']])
  }
})

test('a new secret brings a new token; who has left meanwhile is not brought back by it', async () => {
  const { access, people } = setUp(() => Promise.reject(new Error('never asked for')))
  await access.login(ASKED)
  expect(await access.renew(async () => session('newer'))).toEqual({ ok: true, value: ANA })
  expect(access.token()).toBe('newer')
  const late = Promise.withResolvers<Session>()
  const renewed = access.renew(() => late.promise)
  await access.logout()
  late.resolve(session('newest'))
  expect((await renewed).ok).toBe(true)
  expect([access.token(), people.at(-1)]).toEqual([null, null])
})
