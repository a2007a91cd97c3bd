import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Reach } from '../outbox/reach-state.ts'
import { createSlowState } from './slow-state.ts'

test('a server that answers late is told once it stays so, and no longer than it is so', () => {
  const reach = signal<Reach>('online')
  const tick = signal(0)
  const slow = createSlowState(reach, tick)
  const told: boolean[] = []
  const at = (ms: number, next: Reach) => {
    tick.value = ms
    reach.value = next
    told.push(slow.value)
  }
  at(60_000, 'slow')
  at(64_000, 'online')
  expect(told).toEqual([false, false])
  at(65_000, 'slow')
  at(69_000, 'slow')
  at(70_000, 'slow')
  at(71_000, 'online')
  expect(told.slice(2)).toEqual([false, false, true, false])
})

test('one that does not answer at all is not called slow', () => {
  const reach = signal<Reach>('slow')
  const tick = signal(0)
  const slow = createSlowState(reach, tick)
  tick.value = 9_000
  expect(slow.value).toBe(true)
  reach.value = 'offline'
  expect(slow.value).toBe(false)
})
