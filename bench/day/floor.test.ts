import { expect, test } from 'vitest'
import { Floor } from './floor.ts'
import type { Course } from './plan.ts'

const course = (...links: number[]): Course => ({
  type: 'RAW',
  grams: 1_000,
  steps: [
    { kind: 'register', at: 0 },
    ...links.map(source => ({ kind: 'link' as const, at: 1, source, grams: 10 })),
    { kind: 'gate', at: 2, gate: 1 },
  ],
})

/** A floor whose answers the test gives, in any order. */
function floorOf(courses: Course[]) {
  const open = new Map<string, (acknowledged: boolean) => void>()
  const ended: [number, number][] = []
  const floor = new Floor(courses, {
    send: (lot, at, done) => void open.set(`${lot}.${at}`, done),
    ended: (lot, unsent) => void ended.push([lot, unsent]),
  })
  const answer = (step: string, acknowledged = true) => {
    const done = open.get(step)!
    open.delete(step)
    done(acknowledged)
  }
  return { floor, open: () => [...open.keys()], ended, answer }
}

test('a step is sent when it is wanted and the one before it is acknowledged', () => {
  const { floor, open, answer, ended } = floorOf([course()])
  floor.want(0, 1)
  answer('0.0')
  expect(open()).toEqual([])
  floor.want(0, 2)
  expect(open()).toEqual(['0.1'])
  answer('0.1')
  expect(ended).toEqual([[0, 0]])
})

test('a lot waits for the lot that it is made of, and no other one waits with it', () => {
  const { floor, open, answer } = floorOf([course(), course(0), course()])
  for (const [lot, steps] of [2, 3, 2].entries()) floor.want(lot, steps)
  answer('1.0')
  answer('2.0')
  expect(open()).toEqual(['0.0', '2.1'])
  answer('0.0')
  answer('0.1')
  expect(open()).toEqual(['2.1', '1.1'])
})

test('a refusal ends its lot, says what was never sent, and keeps nobody waiting', () => {
  const { floor, open, answer, ended } = floorOf([course(), course(0)])
  floor.want(1, 3)
  answer('1.0')
  floor.want(0, 2)
  answer('0.0', false)
  expect(ended).toEqual([[0, 1]])
  expect(open()).toEqual(['1.1'])
})
