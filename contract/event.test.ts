import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { bodyOf, EVENTS, inSchemaOrder, type LedgerEvent } from './event.ts'

const event: LedgerEvent = {
  v: 1,
  id: '019ab0a2-5c00-7000-8000-000000000001',
  site: 'kiel',
  seq: 1,
  type: 'device.retired',
  recorded_at: '2026-11-23T05:00:00.000Z',
  occurred_at: '2026-11-23T05:00:00.000Z',
  actor: { kind: 'box', id: 'kiel', role: null, station: null, device: null, auth: 'box_key' },
  subject: 'device:scale-1',
  data: { device_id: 'scale-1' },
}

test('a body is written in one order, whatever order the event was built in, and without what is not there', () => {
  const { data, subject, ...rest } = event
  expect(bodyOf({ data, subject, ...rest } as LedgerEvent)).toBe(bodyOf(event))
  expect(Object.keys(JSON.parse(bodyOf(event)) as object)).toEqual(Object.keys(event))
  expect(bodyOf({ ...event, reason: 'Sold.' })).toMatch(/"reason":"Sold\."}$/)
})

test('a body fits its schema, and an unknown field or a wrong type does not', () => {
  const fits = Compile(EVENTS['device.retired'])
  expect(fits.Check(JSON.parse(bodyOf(event)))).toBe(true)
  expect(fits.Check({ ...event, more: 1 })).toBe(false)
  expect(fits.Check({ ...event, data: { device_id: 'Scale 1' } })).toBe(false)
  expect(fits.Check({ ...event, v: 2 })).toBe(false)
})

test('keys out of order are seen at every depth', () => {
  const inner = Type.Object({ a: Type.Number(), b: Type.Optional(Type.Number()) })
  const schema = Type.Object({ one: inner, many: Type.Array(inner), either: Type.Union([inner, Type.Null()]) })
  const good = { one: { a: 1, b: 2 }, many: [{ a: 1 }, { a: 1, b: 2 }], either: null }
  expect(inSchemaOrder(good, schema)).toBe(true)
  const swapped = { b: 2, a: 1 }
  for (const wrong of [
    { many: [], one: { a: 1 }, either: null },
    { ...good, one: swapped },
    { ...good, many: [{ a: 1 }, swapped] },
    { ...good, either: swapped },
    { ...good, one: { a: 1, c: 3 } },
  ])
    expect(inSchemaOrder(wrong, schema), JSON.stringify(wrong)).toBe(false)
})
