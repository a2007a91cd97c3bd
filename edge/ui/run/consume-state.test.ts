import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Intent } from '../outbox/outbox.ts'
import { createUndoState } from '../undo/undo-state.ts'
import type { WeightView } from '../weight/weight-state.ts'
import { createConsumeState } from './consume-state.ts'
import { cannedEntry, cannedLot, cannedRun } from './testing/canned.ts'

const LIVE: WeightView = { kind: 'live', value: '12.500', unit: 'kg', stable: true, basis: 'net', age_ms: 100 }

/** A line with a queue that keeps everything and sends nothing. */
function line() {
  const entries = signal<readonly ShownEntry[] | null>([])
  const kept: Intent[] = []
  const memory = new Map<string, string>()
  const undo = createUndoState(() => () => undefined)
  const problem = signal<string | null>(null)
  const noted: string[] = []
  const consume = createConsumeState(
    {
      outbox: {
        entries,
        entry: key => entries.value?.find(one => one.key === key),
        put: async intent => {
          kept.push(intent as unknown as Intent)
          const { command, body } = intent
          const entry = cannedEntry(command, { key: `key-${kept.length}`, body: { ...(body as object) } })
          entries.value = [...(entries.value ?? []), entry]
          return entry
        },
      },
      undo,
      weight: { scale: signal({ id: 'scale-1', name: 'Scale' } as never), view: signal(LIVE), problem },
      noted: { note: (key, { weight_kg }) => void noted.push(`${key} ${weight_kg}`), of: () => undefined },
      person_id: signal('olga'),
      storage: { getItem: key => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) },
      report: error => {
        throw error
      },
    },
    cannedRun(),
  )
  return { consume, kept, undo, problem, noted }
}

test('a scan takes all that is left of a lot, and then nothing is left of it', async () => {
  const { consume, kept } = line()
  expect(consume.left(cannedLot())).toBe(41_874_000)
  expect(await consume.take(cannedLot())).toBe('41.874')
  expect(kept[0]).toMatchObject({ command: 'consume-lot', lane: 'run:RUN-261126-K1-05', body: { weight_kg: '41.874' } })
  expect(consume.left(cannedLot())).toBe(0)
  // A lot that is held at this tablet, or registered here, is that before a run takes it.
  expect(kept[0]?.after).toEqual([`lot:${cannedLot().lot_code}`])
})

test('undo puts the same weight back by a command of its own', async () => {
  const { consume, kept, undo } = line()
  await consume.take(cannedLot())
  undo.take()
  await Promise.resolve()
  expect(kept[1]).toMatchObject({ command: 'return-material', body: { lot_id: '01a2-lot', weight_kg: '41.874' } })
})

test('a lot is weighed by the scale that the appliance reads, and the display is noted', async () => {
  const { consume, kept, noted } = line()
  consume.edit({ how: 'weighed' })
  expect(await consume.take(cannedLot())).toBe('12.500')
  expect(kept[0]).toMatchObject({ body: { lot_id: '01a2-lot', scale_id: 'scale-1' } })
  expect(noted).toEqual(['key-1 12.500'])
})

test('the goods stay on the scale until the appliance has read it', async () => {
  const { consume } = line()
  consume.edit({ how: 'weighed' })
  await consume.take(cannedLot())
  expect(consume.problem.value).not.toBe(null)
  expect(await consume.take(cannedLot({ lot_id: 'next' }))).toBe(null)
  expect(consume.draft.value.lot?.lot_id).toBe('next')
})

test('a lot whose weight is not there yet waits for it, and a weight by hand is taken with its reason', async () => {
  const { consume, kept, problem } = line()
  problem.value = 'no scale'
  consume.edit({ how: 'weighed' })
  expect(await consume.take(cannedLot())).toBe(null)
  consume.edit({ hand: { weight_kg: '3.25', reason: 'The scale is broken' } })
  expect(await consume.take(cannedLot())).toBe('3.25')
  expect(kept[0]).toMatchObject({ body: { weight_kg: '3.25', manual_reason: 'The scale is broken' } })
  expect(consume.draft.value).toMatchObject({ lot: null, hand: null })
})

test('more than is left of a lot is not taken: something else stands on the scale', () => {
  const { consume } = line()
  const small = cannedLot({ on_hand_mg: 7_146_000 })
  expect(consume.exceeds(small)).toBe(null)
  consume.edit({ how: 'weighed' })
  expect(consume.exceeds(small)).toBe('7.146')
  expect(consume.exceeds(cannedLot())).toBe(null)
  consume.edit({ hand: { weight_kg: '7.147', reason: 'The scale is broken' } })
  expect(consume.exceeds(small)).toBe('7.146')
  consume.edit({ hand: { weight_kg: '7.146', reason: 'The scale is broken' } })
  expect(consume.exceeds(small)).toBe(null)
})
