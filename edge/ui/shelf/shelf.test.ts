import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { createShelf } from './shelf.ts'

/** A shelf whose every question brings a list of this length, and whose time only the test moves. */
function open(length: number) {
  let asked = 0
  const due: { ms: number; call: () => void }[] = []
  const shelf = createShelf({
    access: {
      ask: async () => {
        asked += 1
        return { ok: true, value: Array.from({ length }, (_, at) => ({ lot_id: `lot-${at}` })) as never }
      },
    },
    store: { get: async () => undefined, put: async () => undefined },
    now: () => 1_000,
    after: (ms, call) => {
      due.push({ ms, call })
      return () => undefined
    },
  })
  const rest = async (ms: number) => {
    for (const timer of due.splice(0)) {
      if (timer.ms <= ms) timer.call()
      else due.push(timer)
    }
    await new Promise(resolve => setTimeout(resolve))
  }
  return { shelf, rest, asked: () => asked }
}

test('a busy plant has a long list asked for once in a while, and what changed last is not forgotten', async () => {
  const { shelf, rest, asked } = open(600)
  await shelf.lots.refresh()
  await shelf.holds.refresh()
  for (let bursts = 0; bursts < 3; bursts++) {
    shelf.changed('decide-gate')
    shelf.changed('decide-gate')
    await rest(1_000)
  }
  expect(asked()).toBe(2 + 2)
  await rest(10_000)
  expect(asked()).toBe(2 + 4)
})

test('a short list is asked for after each burst', async () => {
  const { shelf, rest, asked } = open(20)
  await shelf.lots.refresh()
  await shelf.holds.refresh()
  for (let bursts = 0; bursts < 3; bursts++) {
    shelf.changed('decide-gate')
    await rest(1_000)
  }
  expect(asked()).toBe(2 + 6)
})

test('a lot that is heard again takes the place that it had, a new one the first', async () => {
  const { shelf } = open(3)
  await shelf.lots.refresh()
  shelf.hear({ lot_id: 'lot-1', status: 'AVAILABLE' } as Lot)
  shelf.hear({ lot_id: 'lot-9' } as Lot)
  expect(shelf.lots.value.value?.map(({ lot_id }) => lot_id)).toEqual(['lot-9', 'lot-0', 'lot-1', 'lot-2'])
  expect(shelf.lots.value.value?.[2]?.status).toBe('AVAILABLE')
})
