import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createIdleLock, idleLimit } from './idle-lock.ts'

const MINUTE = 60_000

function setUp(path: string) {
  const tick = signal(0)
  const now = signal(Date.UTC(2026, 10, 26))
  const person = signal<string | null>('ana')
  const idle = createIdleLock({
    tick,
    now,
    person,
    lock: () => {
      person.value = null
    },
  })
  idle.at(path)
  const pass = (ms: number) => {
    tick.value += ms
    now.value += ms
  }
  return { tick, now, person, idle, pass }
}

test('a screen that decides locks after 3 minutes, one with goods in both hands after 15, others after 10', () => {
  expect(
    ['/gate/2', '/holds', '/board', '/receive', '/weigh', '/lots', '/'].map(path => idleLimit(path) / MINUTE),
  ).toEqual([3, 3, 15, 15, 15, 10, 10])
})

test('it says so half a minute before, and any touch keeps it', () => {
  const { idle, pass, person } = setUp('/gate/2')
  pass(150_000 - 1)
  expect(idle.left_s.value).toBeNull()
  pass(1)
  expect(idle.left_s.value).toBe(30)
  pass(29_000)
  expect(idle.left_s.value).toBe(1)
  idle.touch()
  expect([idle.left_s.value, person.value]).toEqual([null, 'ana'])
  pass(3 * MINUTE)
  expect([idle.left_s.value, person.value]).toEqual([null, null])
})

test('a tablet that slept over its time is locked when it wakes', () => {
  const { now, person } = setUp('/lots')
  now.value += 11 * MINUTE
  expect(person.value).toBeNull()
})

test('whoever signs in has the whole time, however long the screen stood locked', () => {
  const { pass, person, idle } = setUp('/gate/2')
  pass(3 * MINUTE)
  pass(60 * MINUTE)
  person.value = 'ben'
  expect([person.value, idle.left_s.value]).toEqual(['ben', null])
})

test('a clock that is set back locks nothing and keeps nothing open', () => {
  const { now, tick, person } = setUp('/gate/2')
  now.value -= 60 * MINUTE
  expect(person.value).toBe('ana')
  tick.value += 3 * MINUTE
  expect(person.value).toBeNull()
})
