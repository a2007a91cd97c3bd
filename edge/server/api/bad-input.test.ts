import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'

const good = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
const json = { 'content-type': 'application/json' }

interface Row {
  what: string
  init: RequestInit
  status: number
  code: string
  fields?: string[]
}

const row = (what: string, body: unknown, fields: string[]): Row => ({
  what,
  init: { headers: json, body: JSON.stringify(body) },
  status: 400,
  code: 'body_invalid',
  fields,
})

const ROWS: Row[] = [
  row('a wrong type', { ...good, lot_type: 5 }, ['lot_type']),
  row('a number as text stays text', { ...good, notes: 5 }, ['notes']),
  row('an unknown field', { ...good, colour: 'red' }, ['colour']),
  row('two problems at once', { weight_kg: '1', colour: 'red' }, ['lot_type', 'colour']),
  row('a weight that is no decimal', { ...good, weight_kg: '12,5' }, ['weight_kg']),
  row('a list instead of an object', [good], ['']),
  row('a code that no label can carry', { ...good, lot_code: 'späti' }, ['lot_code']),
  row('a number in powers of ten', { ...good, weight_kg: '1e3' }, ['weight_kg']),
  row('digits of another script', { ...good, weight_kg: '١٢' }, ['weight_kg']),
  row('a weight below the number that text can hold', { ...good, weight_kg: -1 }, ['weight_kg']),
  row('a weight of truth', { ...good, weight_kg: true }, ['weight_kg']),
  row('a code of 41 characters', { ...good, lot_code: 'A'.repeat(41) }, ['lot_code']),
  row('a code in lower case', { ...good, lot_code: 'test-1' }, ['lot_code']),
  row('a NUL, which headquarters cannot hold', { ...good, notes: 'a\u0000b' }, ['notes']),
  row('a sequence for a terminal', { ...good, supplier: '\u001b[31m' }, ['supplier']),
  row('half a character', { ...good, product: 'cheese \ud83e' }, ['product']),
  row('a moment of the year 0', { ...good, occurred_at: '0000-01-01T00:00:00.000Z' }, []),
  row('a name of a field that is longer than any', { ...good, ['x'.repeat(100_000)]: 1 }, ['x'.repeat(80)]),
  {
    what: 'bytes that are not UTF-8',
    init: { headers: json, body: Buffer.from(JSON.stringify({ ...good, notes: 'Käse' }), 'latin1') },
    status: 400,
    code: 'body_malformed',
  },
  ...['-1', '-0', '0.0000001', '1000001'].map(weight_kg => ({
    what: `a weight of ${weight_kg}`,
    init: { headers: json, body: JSON.stringify({ ...good, weight_kg }) },
    status: 422,
    code: 'quantity_invalid',
  })),
  ...['-273.16', '300.000000001', '999999999999', 1e-9].map(temperature_c => ({
    what: `a temperature of ${temperature_c}`,
    init: { headers: json, body: JSON.stringify({ ...good, temperature_c }) },
    status: 422,
    code: 'quantity_invalid',
  })),
  { what: 'malformed JSON', init: { headers: json, body: '{"lot_type":' }, status: 400, code: 'body_malformed' },
  { what: 'an empty body', init: { headers: json, body: '' }, status: 400, code: 'body_malformed' },
  {
    what: 'a poisoned prototype',
    init: { headers: json, body: '{"__proto__":{"role":"ADMIN"},"lot_type":"RAW"}' },
    status: 400,
    code: 'body_malformed',
  },
  {
    what: 'another content type',
    init: { headers: { 'content-type': 'text/plain' }, body: JSON.stringify(good) },
    status: 415,
    code: 'media_type_unsupported',
  },
  {
    what: 'a body over 1 MiB',
    init: { headers: json, body: JSON.stringify({ ...good, notes: 'x'.repeat(1_048_576) }) },
    status: 413,
    code: 'body_too_large',
  },
  {
    what: 'no weight at all',
    init: { headers: json, body: JSON.stringify({ lot_type: 'RAW' }) },
    status: 422,
    code: 'weight_missing',
  },
  {
    what: 'a weight by scale and by hand',
    init: { headers: json, body: JSON.stringify({ ...good, scale_id: 'scale-1' }) },
    status: 422,
    code: 'weight_ambiguous',
  },
  {
    what: 'a weight of nothing',
    init: { headers: json, body: JSON.stringify({ ...good, weight_kg: '0.000' }) },
    status: 422,
    code: 'quantity_invalid',
  },
  {
    what: 'a scale that is not there',
    init: { headers: json, body: JSON.stringify({ lot_type: 'RAW', scale_id: 'scale-9' }) },
    status: 404,
    code: 'scale_not_found',
  },
  {
    what: 'a key that is none',
    init: { headers: { ...json, 'idempotency-key': 'short' }, body: JSON.stringify(good) },
    status: 400,
    code: 'body_invalid',
    fields: ['idempotency-key'],
  },
]

test('bad input is refused with its own code, and the ledger stays as it was', async () => {
  const plant = await startPlant()
  for (const role of ['ADMIN', 'OPERATOR'] as const) await plant.ask(role, '/api/v1/me')
  const before = await plant.seq()
  for (const { what, init, status, code, fields } of ROWS) {
    const response = await plant.ask('OPERATOR', '/api/v1/lots', { method: 'POST', ...init })
    const problem = (await response.json()) as { code: string; status: number; errors?: { field: string }[] }
    expect([what, response.status, problem.code, problem.status]).toEqual([what, status, code, status])
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    if (fields !== undefined) {
      const named = problem.errors?.map(({ field }) => field) ?? []
      expect([what, [...new Set(named)].sort()]).toEqual([what, [...fields].sort()])
    }
  }
  expect(await plant.seq()).toBe(before)
  expect((await plant.post('OPERATOR', '/api/v1/lots', { body: good })).status).toBe(201)
})

test('an address that cannot be read is an address of nothing', async () => {
  const plant = await startPlant()
  for (const path of ['/%zz', '/api/v1/lots/%E0%A4%A', `/api/v1/lots/${'a'.repeat(1_500)}`, '/api/v1/lots/%00']) {
    const response = await plant.ask('ADMIN', path)
    const { code } = (await response.json()) as { code: string }
    expect([path, response.status, code]).toEqual([path, 404, path.endsWith('%00') ? 'lot_not_found' : 'not_found'])
  }
})

test('an unknown address is 404, a known one with another method 405 with the methods it takes', async () => {
  const plant = await startPlant()
  const missing = await plant.ask('ADMIN', '/api/v1/nothing')
  expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([404, 'not_found'])
  const wrong = await plant.ask('ADMIN', '/api/v1/lots/some-lot', { method: 'PUT' })
  expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([405, 'method_not_allowed'])
  expect(wrong.headers.get('allow')).toBe('GET, DELETE')
})

test('a query out of bounds is refused with the field that is wrong', async () => {
  const plant = await startPlant()
  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=true', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['cursor=abc', 'cursor'],
    ['cursor=-1', 'cursor'],
    ['cursor=1e3', 'cursor'],
    ['cursor=%00', 'cursor'],
    ['day=today', 'day'],
    ['colour=red', 'colour'],
  ] as const) {
    const response = await plant.ask('VIEWER', `/api/v1/lots?${query}`)
    const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] }
    expect([query, response.status, code, errors[0]?.field]).toEqual([query, 400, 'body_invalid', field])
  }
})
