import { expect, test } from 'vitest'
import type { Person } from '../identity.ts'
import { createAccess } from './access.ts'

const ANA: Person = { id: '019ab0a2-5c00-7000-8000-000000000001', name: 'ana', display_name: 'Ana', role: 'OPERATOR' }
const session = (token: string) => Response.json({ access_token: token, expires_in_s: 900, person: ANA })
const refusal = (code: string) =>
  Response.json({ code, title: code, detail: code, hint: 'sign in', status: 401 }, { status: 401 })

/** A server by hand: the answers by address, and what was asked of it. */
function setUp(answer: (path: string, token: string | null) => Response | Promise<Response>) {
  const asked: string[] = []
  const people: (string | null)[] = []
  const access = createAccess({
    fetch: async (path, init) => {
      const token = new Headers(init.headers).get('authorization')
      asked.push(`${path} ${token ?? '-'}`)
      return answer(path, token)
    },
    paths: { login: '/login', refresh: '/refresh', logout: '/logout' },
    person: person => people.push(person?.name ?? null),
    timeout: () => new AbortController().signal,
  })
  return { access, asked, people }
}

test('requests that meet an expired token share one refresh and are sent again', async () => {
  const { access, asked } = setUp((path, token) => {
    if (path === '/login') return session('old')
    if (path === '/refresh') return session('new')
    return token === 'Bearer new' ? Response.json({ lots: [] }) : refusal('token_expired')
  })
  await access.login({ name: 'ana', secret: '1234' })
  const answers = await Promise.all([access.ask('/a'), access.ask('/b')])
  expect(answers.map(one => one.ok)).toEqual([true, true])
  expect(asked.filter(line => line.startsWith('/refresh'))).toHaveLength(1)
})

test('a refused refresh signs the person out and keeps the reason', async () => {
  const { access, people } = setUp(path => (path === '/login' ? session('t') : refusal('token_invalid')))
  await access.login({ name: 'ana', secret: '1234' })
  const answer = await access.ask('/lots')
  expect(answer).toMatchObject({ ok: false, trouble: { code: 'token_invalid' } })
  expect(people).toEqual(['ana', null])
})

test('a server that is away signs nobody out', async () => {
  const { access, people } = setUp(path => {
    if (path === '/login') return session('t')
    throw new TypeError('Failed to fetch')
  })
  await access.login({ name: 'ana', secret: '1234' })
  expect(await access.ask('/lots')).toMatchObject({ ok: false, trouble: { code: 'server_unreachable', passing: true } })
  expect(people).toEqual(['ana'])
})

test('a page of a Wi-Fi log-in is not taken for an answer', async () => {
  const { access } = setUp(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
  expect(await access.ask('/lots')).toMatchObject({ ok: false, trouble: { code: 'answer_unknown' } })
})
