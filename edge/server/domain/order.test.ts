import { DeviceConfig } from '@flowviz/contract/device'
import { inSchemaOrder } from '@flowviz/contract/event'
import { WeightEvidence } from '@flowviz/contract/lot'
import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { expect, test } from 'vitest'
import { CAPTURED } from '../writer/testing/captured.ts'
import { inOrder } from './order.ts'

const DEVICE = {
  id: 'probe-1',
  name: 'Probe',
  driver: 'xy-md02',
  location: 'cold-room',
  identity: 'gateway-1',
  transport: { kind: 'modbus-rtu', path: '/dev/ttyS1', baud: 9600, format: '8N1', unit_id: 3 },
  settings: { z: 1, a: 2 },
  channels: [
    { name: 'temperature', unit: 'Cel', report: { strategy: 'on_change', deadband: '0.1' }, limits: { low: '0' } },
  ],
}

/** The same value with the keys of every object in an order that the numbers decide. */
function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map(item => shuffled(item, next))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => ({ key, item: shuffled(item, next), at: next() }))
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, item }) => [key, item]))
}

const cases: [string, unknown, TSchema][] = [
  ['device', DEVICE, DeviceConfig],
  ['captured weight', CAPTURED, WeightEvidence],
  ['manual weight', { method: 'manual', manual_reason: null }, WeightEvidence],
]

for (const [what, value, schema] of cases)
  test(`a ${what} in any order comes out in the order of its schema, with nothing lost`, () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ noNaN: true })), numbers => {
        const result = inOrder(
          shuffled(value, () => numbers.next().value as number),
          schema,
        )
        expect(result).toEqual(value)
        expect(inSchemaOrder(result, schema)).toBe(true)
      }),
    )
  })

test('what is undefined is left out, and what the schema does not know goes to the end', () => {
  const result = inOrder(
    { extra: 1, manual_reason: null, method: 'manual', gone: undefined },
    (WeightEvidence as unknown as { anyOf: TSchema[] }).anyOf[1]!,
  )
  expect(Object.keys(result)).toEqual(['method', 'manual_reason', 'extra'])
})
