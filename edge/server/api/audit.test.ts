import { hash } from 'node:crypto'
import type { AuditEntry, AuditExport, AuditPage } from '@flowviz/contract/audit'
import { csvCells } from '@flowviz/contract/csv'
import type { Lot } from '@flowviz/contract/lot'
import type { Role } from '@flowviz/contract/role'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

async function register(plant: TestPlant, role: Role, change: object = {}): Promise<Lot> {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away', ...change }
  const response = await plant.post(role, '/api/v1/lots', { body })
  expect(response.status).toBe(201)
  return (await response.json()) as Lot
}

async function page(plant: TestPlant, query: string, role: Role = 'AUDITOR'): Promise<AuditPage> {
  const response = await plant.ask(role, `/api/v1/audit?${query}`)
  expect([query, response.status]).toEqual([query, 200])
  return (await response.json()) as AuditPage
}

/** Every entry, page by page. */
async function all(plant: TestPlant, query: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const got: AuditPage = await page(plant, `limit=3&${query}${cursor === null ? '' : `&cursor=${cursor}`}`)
    entries.push(...got.entries)
    cursor = got.next
    if (cursor === null) return entries
  }
}

test('the trail names who registered a lot, and is found by lot, person, type and time', async () => {
  const plant = await startPlant()
  const lot = await register(plant, 'OPERATOR')
  const query = `subject=lot:${lot.lot_id}&person=${lot.registered_by.id}&type=lot.registered&from=${lot.registered_at}`
  const { entries, next } = await page(plant, query)
  expect(next).toBeNull()
  expect(entries).toMatchObject([
    {
      seq: lot.seq,
      event_id: lot.event_id,
      type: 'lot.registered',
      subject: `lot:${lot.lot_id}`,
      actor: { id: lot.registered_by.id, role: 'OPERATOR', display_name: 'OPERATOR' },
      before: null,
      after: { lot_code: lot.lot_code, weight_kg: '12.50' },
      before_complete: true,
      inside: null,
    },
  ])
  const none = await page(plant, `subject=lot:${lot.lot_id}&to=${lot.registered_at}`)
  expect(none).toEqual({ entries: [], next: null })
})

test('pages follow each other without a gap and without an entry twice', async () => {
  const plant = await startPlant()
  for (let at = 0; at < 7; at += 1) await register(plant, 'OPERATOR')
  const seqs = (await all(plant, '')).map(({ seq }) => seq)
  const head = seqs[0]!
  expect(seqs).toEqual(Array.from({ length: head }, (_, at) => head - at))
})

test('an operator reads what is their own, an auditor all, a viewer nothing', async () => {
  const plant = await startPlant()
  await register(plant, 'MANAGER')
  await register(plant, 'OPERATOR')
  const own = await page(plant, 'limit=200', 'OPERATOR')
  const people = new Set(own.entries.map(({ actor }) => actor?.role))
  expect([...people]).toEqual(['OPERATOR'])
  const manager = (await page(plant, 'type=lot.registered')).entries
    .map(({ actor }) => actor!)
    .find(a => a.role === 'MANAGER')!
  const refused = await plant.ask('OPERATOR', `/api/v1/audit?person=${manager.id}`)
  expect([refused.status, refused.headers.get('x-required-roles')]).toEqual([403, 'ADMIN, MANAGER, AUDITOR'])
  // The answer does not wait for the refusal to be written.
  const told = async () => (await page(plant, 'type=access.refused')).entries.map(({ data }) => data)
  await expect.poll(told).toMatchObject([{ route: 'GET /api/v1/audit' }])
  const exported = await plant.ask('OPERATOR', '/api/v1/audit/export?format=json')
  const { entries } = (await exported.json()) as AuditExport
  expect(entries.every(({ actor }) => actor?.role === 'OPERATOR')).toBe(true)
  expect((await plant.ask('VIEWER', '/api/v1/audit')).status).toBe(403)
})

test('an export that is imported again is equal to the trail, row for row', async () => {
  const plant = await startPlant()
  await register(plant, 'OPERATOR', { notes: '=HYPERLINK("http://x"), "quoted"\nand more', supplier: '-5°C Żółć' })
  await register(plant, 'MANAGER')
  const trail = await all(plant, 'type=lot.registered')
  expect(trail).toHaveLength(2)

  const json = await plant.ask('AUDITOR', '/api/v1/audit/export?format=json&type=lot.registered')
  expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-plant-a-\d{8}T\d{6}Z\.json"$/)
  const text = await json.text()
  const document = JSON.parse(text) as AuditExport
  expect(document.entries).toEqual(trail)
  const lines = document.entries.map(entry => `${JSON.stringify(entry)}\n`).join('')
  expect([document.rows, document.sha256]).toEqual([2, hash('sha256', lines)])

  const csv = await plant.ask('AUDITOR', '/api/v1/audit/export?format=csv&type=lot.registered')
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
  const written = await csv.text()
  const [head, ...rows] = csvCells(written)
  const [kind, count, digest] = rows.pop()!
  expect([kind, count]).toEqual(['manifest', '2'])
  expect(digest).toBe(hash('sha256', written.slice(0, written.lastIndexOf('manifest'))))
  expect(rows.map(row => imported(head as string[], row))).toEqual(trail)
})

/** A row of the CSV as the entry that it was. */
function imported(head: string[], row: (string | null)[]): unknown {
  const cells = Object.fromEntries(head.map((name, at) => [name, row[at] ?? null]))
  const { person: _name, role: _role, ...rest } = cells
  const read = (name: string) => (rest[name] === null ? null : JSON.parse(rest[name]!))
  const structured = Object.fromEntries(
    ['actor', 'data', 'before', 'after', 'inside', 'before_complete'].map(name => [name, read(name)]),
  )
  return { ...rest, ...structured, seq: Number(rest.seq) }
}

test('an export holds every match, however many pages it takes', async () => {
  const plant = await startPlant()
  await plant.ask('OPERATOR', '/api/v1/me')
  await Promise.all(Array.from({ length: 90 }, () => register(plant, 'OPERATOR')))
  const csv = await (await plant.ask('AUDITOR', '/api/v1/audit/export?format=csv&type=lot.registered')).text()
  const rows = csvCells(csv)
  expect(rows).toHaveLength(92)
  expect(rows.at(-1)!.slice(0, 2)).toEqual(['manifest', '90'])
  expect(new Set(rows.map(row => row.length)).size).toBe(1)
})

test('what nobody may ask is refused by name', async () => {
  const plant = await startPlant()
  for (const [path, field] of [
    ['?person=jane', 'person'],
    ['?device=Scale 1', 'device'],
    ['?from=yesterday', 'from'],
    ['?limit=0', 'limit'],
    ['?cursor=x', 'cursor'],
    ['?colour=red', 'colour'],
    ['/export?format=xls', 'format'],
    ['/export', 'format'],
  ] as const) {
    const response = await plant.ask('AUDITOR', `/api/v1/audit${path}`)
    const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] }
    expect([path, response.status, code, errors[0]?.field]).toEqual([path, 400, 'body_invalid', field])
  }
})
