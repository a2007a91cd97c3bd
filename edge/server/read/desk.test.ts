import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Desk } from './desk.ts'
import { CHUNKS_AHEAD, type FromReader } from './message.ts'

interface Letters {
  letters: { times: number }
}

/** A desk whose thread is this one: `run` does what waits, `clock` is its time. */
function desk({ breaks = Number.POSITIVE_INFINITY } = {}) {
  const said: FromReader[] = []
  const steps: (() => void)[] = []
  const state = { now: 0, opened: 0, left: 0 }
  const made = new Desk<Letters>({
    answers: {
      letters: {
        time_ms: 1_000,
        *answer({ times }, { db }) {
          try {
            for (let n = 0; n < times; n += 1) {
              if (n === breaks) throw new RangeError('broken')
              yield String(db.prepare("SELECT printf('%.70000c', 'a')").pluck().get())
            }
          } finally {
            state.left += 1
          }
        },
      },
    },
    open() {
      state.opened += 1
      return new Database(':memory:')
    },
    monotonic: () => state.now,
    say: message => void said.push(message),
    later: step => void steps.push(step),
  })
  const run = () => {
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) step()
  }
  const ask = (id: number, times: number) => made.take({ ask: id, kind: 'letters', takes: { times } })
  const chunks = (id: number) => said.filter(message => 'bytes' in message && message.of === id).length
  const ends = () => said.flatMap(message => ('bytes' in message || !('of' in message) ? [] : [message]))
  return { take: made.take.bind(made), tick: made.tick.bind(made), run, ask, chunks, ends, state, said }
}

test('an answer leaves only as fast as it is taken', () => {
  const { ask, run, take, chunks, ends } = desk()
  ask(1, 6)
  run()
  expect(chunks(1)).toBe(CHUNKS_AHEAD)
  take({ more: 1, chunks: 1 })
  run()
  expect(chunks(1)).toBe(CHUNKS_AHEAD + 1)
  take({ more: 1, chunks: 4 })
  run()
  expect(chunks(1)).toBe(6)
  expect(ends()).toEqual([{ of: 1, ended: true }])
})

test('two questions are answered at a time, and the third one when a place is free', () => {
  const { ask, run, take, chunks, state } = desk()
  for (const id of [1, 2, 3]) ask(id, 20)
  run()
  expect([chunks(1), chunks(2), chunks(3), state.opened]).toEqual([CHUNKS_AHEAD, CHUNKS_AHEAD, 0, 2])
  take({ stop: 1 })
  run()
  expect([chunks(3), state.opened, state.left]).toEqual([CHUNKS_AHEAD, 2, 1])
})

test('an answer that breaks in its midst ends with a code, never as if it were whole', () => {
  const { ask, run, ends } = desk({ breaks: 2 })
  ask(1, 4)
  run()
  expect(ends()).toMatchObject([{ of: 1, refused: { code: 'internal' } }])
})

test('an answer that nobody takes is ended after its time, and its place is free', () => {
  const { ask, run, tick, ends, chunks, state } = desk()
  for (const id of [1, 2, 3]) ask(id, 20)
  run()
  state.now = 1_001
  tick()
  expect(ends()).toMatchObject([1, 2].map(of => ({ of, refused: { code: 'read_timed_out' } })))
  run()
  expect(chunks(3)).toBe(CHUNKS_AHEAD)
})

test('closing ends what is answered and says so', () => {
  const { ask, run, take, said, state } = desk()
  ask(1, 20)
  run()
  take({ close: true })
  expect(said.at(-1)).toEqual({ closed: true })
  expect(state.left).toBe(1)
})
