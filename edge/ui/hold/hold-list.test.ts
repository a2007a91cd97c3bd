import { expect, test } from 'vitest'
import { holdsOn, pendingHolds, soughtHolds, waitingHoldOn } from './hold-list.ts'
import { entryOf } from './testing/entry-of.ts'
import { holdOf } from './testing/hold-of.ts'

const ANA = 'ana'
const BEN = 'ben'
const old = holdOf({ hold_id: 'old', placed_by: ANA })
const young = holdOf({ hold_id: 'young', placed_by: BEN })
const closed = holdOf({ hold_id: 'closed', placed_by: ANA, state: 'CLOSED', open_count: 0 })
const newestFirst = [young, closed, old]
const ids = (holds: readonly { hold_id: string }[]) => holds.map(({ hold_id }) => hold_id)

test('of the open holds the one that waits longest stands first; all of them stand as they came, the newest first', () => {
  expect(ids(soughtHolds(newestFirst, { filter: 'open_holds', person_id: null }))).toEqual(['old', 'young'])
  expect(ids(soughtHolds(newestFirst, { filter: 'all_holds', person_id: null }))).toEqual(['young', 'closed', 'old'])
})

test('mine is what I placed and what I look into', () => {
  const looked = holdOf({ hold_id: 'looked', placed_by: BEN, reviewed_by: ANA, state: 'UNDER_REVIEW' })
  expect(ids(soughtHolds([looked, ...newestFirst], { filter: 'mine', person_id: ANA }))).toEqual(['old', 'looked'])
})

test('a hold is found by the code of a lot that it still holds, and by no other', () => {
  const hold = holdOf({ lots: [{ ...old.lots[0]!, lot_code: 'NOR-1', open: true }] })
  const freed = holdOf({ lots: [{ ...old.lots[0]!, lot_code: 'NOR-1', open: false }] })
  expect(holdsOn([hold], 'NOR-1')).toEqual([hold])
  expect(holdsOn([freed], 'NOR-1')).toEqual([])
})

test('a hold that waits on this tablet stands in the list until the appliance has it, whoever placed it how', () => {
  const placed = entryOf({ key: 'a', command: 'place-hold', body: { lot_ids: ['1', '2'], reason: 'Glass' } })
  const atGate = entryOf({ key: 'b', command: 'decide-gate', body: { decision: 'HOLD', reason: 'Warm' } })
  const passed = entryOf({ key: 'c', command: 'decide-gate', body: { decision: 'PASS' } })
  const sent = entryOf({ ...placed, key: 'd', state: 'acked' })
  const refused = entryOf({ ...placed, key: 'e', state: 'rejected' })
  const pending = pendingHolds([placed, atGate, passed, sent, refused])
  expect(pending.map(({ key, refs, rejected }) => [key, refs.length, rejected])).toEqual([
    ['e', 2, true],
    ['b', 1, false],
    ['a', 2, false],
  ])
})

test('a lot counts as held from the first tick on, by its id or its code, and no more when the hold was refused', () => {
  const entry = entryOf({ command: 'place-hold', body: { lot_ids: ['id-1'], reason: 'Glass' } })
  const onLot = (state: typeof entry.state) =>
    waitingHoldOn(pendingHolds([{ ...entry, state }]), { lot_id: 'id-1', lot_code: 'NOR-1' })?.reason
  expect(onLot('queued')).toBe('Glass')
  expect(onLot('rejected')).toBeUndefined()
  expect(waitingHoldOn(pendingHolds([entry]), { lot_id: 'id-2', lot_code: 'NOR-2' })).toBeNull()
})
