import { join } from 'node:path'
import type { AuditExport } from '@flowviz/contract/audit'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { ROLES } from '@flowviz/contract/role'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import { PIN, startPlant, type TestPlant } from '../testing/plant.ts'
import { eventsOf, type Screen, screenOf } from '../testing/screen.ts'

const LOT = { lot_type: 'RAW', weight_kg: '12.5', manual_reason: 'the scale is in service' }
const databaseOf = (plant: TestPlant) => new Database(join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db'))
const operator = (plant: TestPlant) => screenOf(plant, { name: 'operator', secret: PIN })

/** Two fresh lots, and the call that uses one for the other before any gate was passed. */
async function skippedGate(screen: Screen) {
  const [source, made] = [await screen.send('POST /api/v1/lots', LOT), await screen.send('POST /api/v1/lots', LOT)]
  const link = { source_lot_id: source.body.lot_id, weight_kg: '1' }
  return {
    made: made.body.lot_id as string,
    skip: () => screen.send(`POST /api/v1/lots/${made.body.lot_id}/links`, link),
  }
}

test('11.10(a): one byte of a record that was altered is found, and the first bad row is named', async () => {
  const plant = await startPlant()
  const { body: lot } = await (await operator(plant)).send('POST /api/v1/lots', LOT)
  await plant.stop()
  const db = databaseOf(plant)
  expect(verifyPlant(db, {})).toMatchObject({ ok: true })
  db.exec('DROP TRIGGER ledger_is_never_updated')
  db.prepare("UPDATE ledger SET body = replace(body, '12.5', '12.6') WHERE seq = ?").run(lot.seq)
  expect(verifyPlant(db, {})).toMatchObject({ ok: false, first_bad: { seq: lot.seq } })
  db.close()
})

test('11.10(b): a copy of the whole trail says the same as the records, row for row, with its checksum', async () => {
  const plant = await startPlant()
  await (await operator(plant)).send('POST /api/v1/lots', LOT)
  const copy = (await (await plant.ask('AUDITOR', '/api/v1/audit/export?format=json')).json()) as AuditExport
  await plant.stop()
  const db = databaseOf(plant)
  const rows = db.prepare('SELECT seq, lower(hex(hash)) AS hash, body FROM ledger ORDER BY seq DESC').all() as {
    seq: number
    hash: string
    body: string
  }[]
  db.close()
  const there = new Map(rows.map(row => [row.seq, row]))
  expect(copy.rows).toBe(copy.entries.length)
  for (const { seq, hash, event_id, type, data, recorded_at } of copy.entries) {
    const row = there.get(seq)!
    expect(hash).toBe(row.hash)
    expect(JSON.parse(row.body)).toMatchObject({ id: event_id, type, data, recorded_at })
  }
  expect(copy.entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: copy.rows }, (_, at) => at + 1),
  )
})

test('11.10(d): nobody gets in without signing in, but to health, the description, the sign-in and the set-up of a tablet', async () => {
  const open = Object.keys(EDGE_ACCESS).filter(route => EDGE_ACCESS[route] === 'public')
  expect(open.sort()).toEqual([
    'GET /api/docs',
    'GET /api/docs/:file',
    'GET /api/openapi.json',
    'GET /api/v1/min-client',
    'GET /api/v1/people',
    'GET /api/v1/ping',
    'GET /api/v1/tablets/me',
    'GET /health',
    'GET /metrics',
    'GET /ready',
    'POST /api/v1/login',
    'POST /api/v1/refresh',
    'POST /api/v1/tablets',
  ])
  const plant = await startPlant()
  for (const route of Object.keys(EDGE_ACCESS).filter(route => EDGE_ACCESS[route] !== 'public')) {
    const [method = '', path = ''] = route.split(' ')
    const { status } = await plant.ask(null, path.replace(/:\w+/g, '1'), { method })
    expect([route, status]).toEqual([route, 401])
  }
})

test('11.10(e): a call that changes something adds a row, one that fails adds none, and no row is changed or removed', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  const lot = (await screen.send('POST /api/v1/lots', LOT)).body
  const person = `/api/v1/users/${screen.session.person.id}`
  const calls: [Screen, string, object?][] = [
    [screen, 'POST /api/v1/lots', LOT],
    [boss, `DELETE /api/v1/lots/${lot.lot_id}`],
    [boss, 'PUT /api/v1/settings', { ...DEFAULT_SETTINGS, review_days: 5 }],
    [boss, `POST ${person}/badges`, { badge_no: '0815-4711' }],
    [boss, `POST ${person}/trainings`, { procedure: 'gate-3', procedure_version: '1', trained_on: '2026-01-01' }],
    [boss, `PATCH ${person}`, { display_name: 'Ola' }],
    [screen, 'POST /api/v1/me/policy', {}],
    [screen, 'POST /api/v1/me/secret', { old_secret: PIN, secret: 'plum-8246' }],
    [screen, 'POST /api/v1/logout'],
  ]
  for (const [who, line, body] of calls) {
    const before = await plant.seq()
    const { status } = await who.send(line, body)
    expect([line, status < 300, (await plant.seq()) > before]).toEqual([line, true, true])
  }
  const before = await plant.seq()
  for (const [line, body] of [
    ['POST /api/v1/lots', { ...LOT, weight_kg: '0' }],
    ['DELETE /api/v1/lots/NO-SUCH-LOT', undefined],
    ['POST /api/v1/users', { name: 'operator', display_name: 'X', role: 'VIEWER', secret: 'plum-8246' }],
    [`POST ${person}/badges`, { badge_no: '0815-4711' }],
  ] as const)
    expect((await boss.send(line, body)).status).toBeGreaterThanOrEqual(400)
  expect(await plant.seq()).toBe(before)
  const db = databaseOf(plant)
  expect(() => db.exec("UPDATE ledger SET body = '{}' WHERE seq = 1")).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }),
  )
  expect(() => db.exec('DELETE FROM ledger WHERE seq = 1')).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }),
  )
  db.close()
})

test('11.10(f): a gate that is skipped is refused, and the try stands in the trail once, however often it is repeated', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { made, skip } = await skippedGate(screen)
  for (let times = 0; times < 3; times += 1) {
    const refused = await skip()
    expect([refused.status, refused.body.code]).toEqual([409, 'gate_missing'])
  }
  expect(await eventsOf(plant, 'step.refused')).toMatchObject([
    {
      actor: { id: screen.session.person.id, role: 'OPERATOR' },
      data: { command: 'link-lot', code: 'gate_missing', subject: `lot:${made}` },
    },
  ])
  plant.pass(61_000)
  await skip()
  expect(await eventsOf(plant, 'step.refused')).toHaveLength(2)
})

test('11.10(g): what a role may not do is refused by the server and stands in the trail', async () => {
  const plant = await startPlant()
  for (const role of ROLES) {
    const may = (EDGE_ACCESS['POST /api/v1/lots'] as readonly string[]).includes(role)
    const { status } = await plant.post(role, '/api/v1/lots', { body: LOT })
    expect([role, status]).toEqual([role, may ? 201 : 403])
  }
  const refused = await eventsOf(plant, 'access.refused')
  expect(refused.map(({ actor }) => actor.role).sort()).toEqual(['AUDITOR', 'VIEWER'])
  // The way in for a tablet's queue is no way round.
  const commands = [{ key: 'void-0001', command: 'void-lot', params: { lot_id: 'A' }, body: {} }]
  await plant.post('OPERATOR', '/api/v1/commands', { body: { commands } })
  expect((await eventsOf(plant, 'access.refused'))[0]).toMatchObject({
    actor: { role: 'OPERATOR' },
    data: { route: 'DELETE /api/v1/lots/:lot_id', required_roles: ['ADMIN'] },
  })
})

test('11.10(h): a weight from a scale that this plant does not know, or that is silent, is refused', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const from = (scale_id: string) => screen.send('POST /api/v1/lots', { lot_type: 'RAW', scale_id })
  expect((await from('scale-9')).body.code).toBe('scale_not_found')
  expect((await from('probe-1')).body.code).toMatch(/^scale_/)
  expect((await from('scale-1')).body.code).toBe('scale_silent')
})

test('11.10(k): a change of the configuration is a version of its own, and the trail shows what it was before', async () => {
  const plant = await startPlant()
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  for (const review_days of [7, 5]) await boss.send('PUT /api/v1/settings', { ...DEFAULT_SETTINGS, review_days })
  const { entries } = (await boss.send('GET /api/v1/audit?type=site.configured')).body
  expect(entries.map(({ data }: { data: { version: number } }) => data.version)).toEqual([2, 1])
  expect(entries[0].before).toMatchObject({ 'settings.review_days': 7 })
  expect(entries[0].after).toMatchObject({ 'settings.review_days': 5 })
})
