import { expect, test } from 'vitest'
import type { Intent } from '../outbox/outbox.ts'
import type { Finding } from '../scan/finding.ts'
import type { ShownNotice, SoughtLot } from './notice-view.ts'
import { hitsOf, tellFound, tellMissing } from './seek.ts'

const lot = (n: number, more: Partial<SoughtLot> = {}) =>
  ({ lot_id: `id-${n}`, lot_code: `NOR-${n}`, places: [], said: null, ...more }) as unknown as SoughtLot
const notice = { recall_id: 'r1', lots: [lot(1), lot(2)] } as unknown as ShownNotice
const finding = (known: object) =>
  ({ source: 'cache', label: null, warnings: [], incomplete: false, ...known }) as unknown as Finding
const offline = { kind: 'unknown', why: 'offline', message: null, hint: null }

test('a lot of the recall is found by what the plant knows of the code', () => {
  expect(
    hitsOf('x', finding({ kind: 'lot', lot: { lot_id: 'id-2' } }), [notice])?.map(hit => hit.lot.lot_code),
  ).toEqual(['NOR-2'])
})

test('a pallet brings all of its lots that are looked for', () => {
  const unit = { contents: [{ lot_id: 'id-1' }, { lot_id: 'id-9' }, { lot_id: 'id-2' }] }
  expect(hitsOf('x', finding({ kind: 'handling_unit', unit }), [notice])).toHaveLength(2)
})

test('while the appliance is away a label is enough, plain or GS1', () => {
  expect(hitsOf(']C0NOR-1', finding(offline), [notice])).toHaveLength(1)
  expect(hitsOf('x', finding({ ...offline, label: { lot: 'NOR-2' } }), [notice])).toHaveLength(1)
})

test('another lot is none of it, and a code that nobody knows is neither', () => {
  expect(hitsOf('x', finding({ kind: 'lot', lot: { lot_id: 'id-9' } }), [notice])).toEqual([])
  expect(hitsOf('x', finding(offline), [notice])).toBeNull()
})

test('what was found waits in a lane of its own, and says the place when there is only one', async () => {
  const put: Intent[] = []
  const outbox = { put: async (intent: unknown) => put.push(intent as Intent) } as unknown as Parameters<
    typeof tellFound
  >[0]
  const cold = { location_id: 'cold-room', title: 'Cold room', weight_kg: '1' }
  await tellFound(outbox, { notice, lot: lot(1, { places: [cold] }) })
  await tellFound(outbox, { notice, lot: lot(2, { places: [cold, { ...cold, location_id: 'lane-1' }] }) })
  await tellMissing(outbox, { notice, lot: lot(1) }, 'Used up already')
  expect(put.map(({ body, lane }) => [body, lane])).toEqual([
    [{ lot_id: 'NOR-1', location_id: 'cold-room' }, 'recall:r1/NOR-1'],
    [{ lot_id: 'NOR-2' }, 'recall:r1/NOR-2'],
    [{ lot_id: 'NOR-1', missing: true, reason: 'Used up already' }, 'recall:r1/NOR-1'],
  ])
})
