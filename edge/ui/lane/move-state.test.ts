import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Intent } from '../outbox/outbox.ts'
import { cannedEntry } from '../run/testing/canned.ts'
import { createUndoState } from '../undo/undo-state.ts'
import { createMoveState } from './move-state.ts'

const LOT = { what: 'lot', id: '01a2-lot', code: 'NOR-1', from_location_id: 'cold-room', kg: '6.249' } as const
const FREEZER = { location_id: 'freezer', title: 'Freezer' }

/** Somebody with a lot in hand, before a queue that takes a moment to keep what it is given. */
function carrying() {
  const kept: Intent[] = []
  const queue = { full: false }
  const undo = createUndoState(() => () => undefined)
  const move = createMoveState({
    outbox: {
      put: async (intent): Promise<ShownEntry> => {
        await Promise.resolve()
        if (queue.full) throw new Error('the disk is full')
        kept.push(intent as unknown as Intent)
        return cannedEntry(intent.command, {})
      },
    },
    undo,
  })
  move.take(LOT)
  return { move, kept, undo, queue }
}

test('a lot is put where the finger points, once, though the glove bounces', async () => {
  const { move, kept } = carrying()
  await Promise.all([move.putTo(FREEZER), move.putTo(FREEZER)])
  expect(kept.map(({ body }) => body)).toEqual([{ to_location_id: 'freezer', from_location_id: 'cold-room' }])
  expect(move.carried.value).toBe(null)
})

test('undo puts it back where it stood', async () => {
  const { move, kept, undo } = carrying()
  await move.putTo(FREEZER)
  undo.take()
  await Promise.resolve()
  await Promise.resolve()
  expect(kept[1]?.body).toEqual({ to_location_id: 'cold-room', from_location_id: 'freezer' })
})

test('a lot whose move could not be kept is still in hand', async () => {
  const { move, queue } = carrying()
  queue.full = true
  await expect(move.putTo(FREEZER)).rejects.toThrow('the disk is full')
  expect(move.carried.value).toEqual(LOT)
})

test('a lot that stays where it stands is no move', async () => {
  const { move, kept } = carrying()
  await move.putTo({ location_id: 'cold-room', title: 'Cold room' })
  expect(kept).toEqual([])
  expect(move.carried.value).toBe(null)
})
