import { EDGE_ACCESS } from '@flowviz/contract/permission'
import { ROLES, type Role } from '@flowviz/contract/role'
import Fastify from 'fastify'
import pino from 'pino'
import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'
import { identity } from './identity.ts'

interface Document {
  paths: Record<string, Record<string, unknown>>
}

/** Every route that the server has, as its own description lists them. */
async function routesOf(url: string): Promise<{ name: string; method: string; path: string }[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => ({
      name: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      method: method.toUpperCase(),
      path: path.replace('{seq}', '1').replace(/\{\w+\}/g, 'nothing'),
    })),
  )
}

const YES_TO_ALL = ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR', 'VIEWER']
/** The routes whose roles the plant has agreed on, word for word. */
const AGREED: [route: RegExp, roles: string[]][] = [
  [/^GET \/api\/v1\/lots(\/:lot_id)?$/, YES_TO_ALL],
  [/^POST \/api\/v1\/lots$/, ['ADMIN', 'MANAGER', 'OPERATOR']],
  [/^DELETE \/api\/v1\/lots\/:lot_id$/, ['ADMIN']],
  [/^POST \/api\/v1\/qc-decisions$/, ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR']],
  [/^DELETE \/api\/v1\/production-runs\/:run_id$/, ['ADMIN', 'MANAGER']],
]

test('the roles that were agreed on are exactly those of the permission table', () => {
  const entries = Object.entries(EDGE_ACCESS)
  for (const [route, roles] of AGREED) {
    const found = entries.filter(([name]) => route.test(name))
    expect([String(route), found.length > 0]).toEqual([String(route), true])
    for (const [name, access] of found) expect([name, [...access].sort()]).toEqual([name, [...roles].sort()])
  }
  for (const [name, access] of entries.filter(([name]) => name.startsWith('GET /api/v1/traceability/')))
    expect([name, [...access].sort()]).toEqual([name, [...YES_TO_ALL].sort()])
})

test('an administrator has no authority over quality: no release, no disposition, no approval, no signature', () => {
  const quality = /\/(approve|release|disposition|dispositions|review|verify|waive|override|signatures)$/
  const open = Object.entries(EDGE_ACCESS).filter(
    ([name, access]) => name.startsWith('POST ') && quality.test(name) && access.includes('ADMIN'),
  )
  expect(open.map(([name]) => name)).toEqual([])
})

test('a route without an entry in the permission table stops the server from starting', () => {
  const app = Fastify({ exposeHeadRoutes: false })
  const none = { revoke: () => undefined } as never
  identity(app, { tokens: none, plant: none, now: Date.now, logger: pino({ level: 'silent' }) })
  const code = (add: () => unknown) => {
    try {
      add()
      return 'added'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  expect(code(() => app.get('/api/v1/lots', async () => null))).toBe('added')
  expect(code(() => app.get('/api/v1/back-door', async () => null))).toBe('config_invalid')
  expect(code(() => app.put('/api/v1/lots', async () => null))).toBe('config_invalid')
})

test('the server has exactly the routes of the permission table', async () => {
  const plant = await startPlant()
  const routes = await routesOf(plant.url)
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(EDGE_ACCESS).sort())
})

test('each route admits the roles of the permission table and nobody else', async () => {
  const plant = await startPlant()
  const routes = (await routesOf(plant.url)).filter(({ name }) => name !== 'POST /api/v1/logout')
  expect(routes.length).toBeGreaterThan(15)
  for (const { name, method, path } of routes) {
    const access = EDGE_ACCESS[name]!
    for (const role of [...ROLES, null]) {
      const leave = new AbortController()
      const response = await plant.ask(role, path, { method, signal: leave.signal })
      const expected = expectedOf(access, role)
      const got = response.status === 401 || response.status === 403 ? response.status : 'admitted'
      // A public login without a body is refused for its body, and a session that is not there is no missing right.
      if (access !== 'public') expect([name, role, got]).toEqual([name, role, expected])
      else expect([name, role, response.status]).not.toEqual([name, role, 403])
      if (response.status === 403) {
        const problem = (await response.json()) as { code: string; required_roles: string[] }
        expect(problem).toMatchObject({ code: 'role_insufficient', required_roles: access })
        expect(response.headers.get('x-required-roles')).toBe((access as Role[]).join(', '))
      }
      leave.abort()
    }
  }
})

function expectedOf(access: (typeof EDGE_ACCESS)[string], role: Role | null) {
  // A bearer token is no signature of a tablet.
  if (role === null || access === 'box' || access === 'tablet') return 401
  return access === 'public' || access.includes(role) ? 'admitted' : 403
}

test('a refusal of a role stands in the ledger once, however often a stuck screen repeats it', async () => {
  const plant = await startPlant()
  for (let times = 0; times < 3; times += 1) await plant.ask('VIEWER', '/api/v1/ledger/head')
  const trail = await plant.ask('AUDITOR', '/api/v1/ledger/events?type=access.refused')
  const { events } = (await trail.json()) as { events: { event: { data: unknown; actor: { role: string } } }[] }
  expect(events).toHaveLength(1)
  expect(events[0]!.event).toMatchObject({ data: { route: 'GET /api/v1/ledger/head' }, actor: { role: 'VIEWER' } })
})
