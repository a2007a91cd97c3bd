import type { CommandName } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import { withPending } from './pending-lots.ts'

let rank = 0
const entry = (command: CommandName, body: Record<string, unknown>, more: Partial<ShownEntry> = {}): ShownEntry => ({
  key: `key-${++rank}`,
  epoch: 'e',
  seq: rank,
  rank,
  command,
  params: {},
  body,
  lane: 'lot:T1-0001',
  person_id: 'olga',
  auth: 'online',
  occurred_at: '2026-11-26T05:00:00.000Z',
  mono_ms: 0,
  boot_id: 'b',
  skew_ms: null,
  about: null,
  tablet_id: 't1',
  text: null,
  state: 'queued',
  tries: 0,
  problem: null,
  answer: null,
  closed_at: null,
  given_up: null,
  blocked_by: null,
  ...more,
})
const lot = (lot_code: string) => ({ lot_code }) as Lot
const codes = (entries: ShownEntry[], lots: Lot[] = []) =>
  withPending(lots, entries, () => 'RAW').map(({ lot_code }) => lot_code)

test('a lot that waits on this tablet stands before those that the appliance has', () => {
  expect(codes([entry('register-lot', { lot_code: 'T1-0001' })], [lot('NOR-1')])).toEqual(['T1-0001', 'NOR-1'])
})

test('a lot that has arrived stands once', () => {
  expect(codes([entry('register-lot', { lot_code: 'T1-0001' })], [lot('T1-0001')])).toEqual(['T1-0001'])
  expect(codes([entry('register-lot', { lot_code: 'T1-0001' }, { state: 'acked' })])).toEqual([])
})

test('a lot whose registration was undone behind it in the queue is none', () => {
  const undo = entry('undo-lot', {}, { params: { lot_id: 'T1-0001' } })
  expect(codes([entry('register-lot', { lot_code: 'T1-0001' }), undo])).toEqual([])
  expect(codes([entry('register-lot', { lot_code: 'T1-0001' }), { ...undo, state: 'rejected' }])).toEqual(['T1-0001'])
})

test('each line of a receipt is a lot, with the supplier of the receipt and the type of its item', () => {
  const receipt = entry('receive-goods', {
    supplier_id: 'green-field',
    lines: [{ item_id: 'coriander', lot_code: 'T1-0002', weight_kg: '2', manual_reason: 'scale out of service' }],
  })
  expect(withPending([], [receipt], () => 'RAW')).toMatchObject([
    {
      lot_code: 'T1-0002',
      lot_type: 'RAW',
      supplier_id: 'green-field',
      weight_kg: '2',
      by_hand: true,
      rejected: false,
    },
  ])
})

test('the newest of this tablet stands first, and one that was refused says so', () => {
  const first = entry('register-lot', { lot_code: 'T1-0001' }, { state: 'rejected' })
  const second = entry('produce-lot', { lot_code: 'T1-0002' })
  expect(
    withPending([], [first, second], () => null).map(one => [one.lot_code, 'rejected' in one && one.rejected]),
  ).toEqual([
    ['T1-0002', false],
    ['T1-0001', true],
  ])
})
