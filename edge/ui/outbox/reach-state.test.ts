import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createReachState } from './reach-state.ts'

interface Answering {
  rtt_ms?: number
  body?: object
  kind?: 'html' | 'silence' | 'gateway'
}

/** An appliance and two clocks that only the test moves. */
function start() {
  let mono = 0
  const began = Date.parse('2026-11-26T10:00:00.000Z')
  /** The tablet's clock is a minute and a half fast. */
  let wall = began + 90_000
  let answering: Answering = {}
  const due: { at: number; call: () => void }[] = []
  let backs = 0
  const site = signal<string | null>('demo')
  const state = createReachState({
    site,
    monotonic: () => mono,
    wall: () => wall,
    back: () => {
      backs += 1
    },
    after: (ms, call) => {
      const timer = { at: mono + ms, call }
      due.push(timer)
      return () => void due.splice(due.indexOf(timer), due.includes(timer) ? 1 : 0)
    },
    fetch: async () => {
      const { rtt_ms = 10, body = {}, kind } = answering
      const server_time = new Date(began + mono + rtt_ms / 2).toISOString()
      mono += rtt_ms
      wall += rtt_ms
      if (kind === 'silence') throw new TypeError('fetch failed')
      if (kind === 'html') return new Response('<html>', { headers: { 'content-type': 'text/html' } })
      if (kind === 'gateway') return new Response('{"error":"Bad Gateway"}', { status: 502 })
      const headers = { 'content-type': 'application/json', 'x-flowviz': 'edge' }
      return new Response(JSON.stringify({ site: 'demo', server_time, ...body }), { headers })
    },
  })
  const settle = () => new Promise(resolve => setTimeout(resolve, 0))
  return {
    state,
    backs: () => backs,
    settle,
    turnClock: (ms: number) => {
      wall += ms
    },
    /** Lets a heartbeat come due, answered like this. */
    beat: async (next: Answering, before = () => {}) => {
      answering = next
      mono += 5_000
      wall += 5_000
      before()
      for (const { call } of due.splice(0)) call()
      await settle()
    },
  }
}

test('what was last heard of the appliance says how it is reached', async () => {
  const { state, beat, settle, backs } = start()
  expect(state.reach.value).toBe('connecting')
  state.start()
  await settle()
  expect(state.reach.value).toBe('online')
  await beat({ rtt_ms: 2_500 })
  expect(state.reach.value).toBe('slow')
  await beat({ kind: 'silence', rtt_ms: 2_000 })
  expect(state.reach.value).toBe('offline')
  await beat({ kind: 'html' })
  expect(state.reach.value).toBe('wrong-network')
  await beat({ body: { site: 'elsewhere' } })
  expect(state.reach.value).toBe('wrong-network')
  expect(backs()).toBe(0)
  await beat({})
  expect(state.reach.value).toBe('online')
  expect(backs()).toBe(1)
  state.stop()
})

test('whoever says on the way that the appliance is away is no wrong network', async () => {
  const { state, beat, settle } = start()
  state.start()
  await settle()
  await beat({ kind: 'gateway', rtt_ms: 10 })
  expect(state.reach.value).toBe('offline')
  state.stop()
})

test('a server that answers late stays slow while its live stream speaks, until an answer comes soon', async () => {
  const { state, beat, settle } = start()
  state.start()
  await settle()
  for (let beats = 0; beats < 6; beats++) await beat({ rtt_ms: 3_000 }, state.alive)
  expect(state.reach.value).toBe('slow')
  await beat({ rtt_ms: 2_500 }, state.alive)
  expect(state.reach.value).toBe('slow')
  await beat({ rtt_ms: 40 }, state.alive)
  expect(state.reach.value).toBe('online')
  state.stop()
})

test('a clock that is set while the live stream says all the time that all is well is measured anew', async () => {
  const { state, beat, settle, turnClock } = start()
  state.start()
  await settle()
  for (const turned of [-7_200_000, 7_200_000]) {
    turnClock(turned)
    // The stream has been heard all the time: no heartbeat would be due.
    await beat({}, state.alive)
    expect(state.skew_ms.value).toBe(turned < 0 ? 90_000 - 7_200_000 : 90_000)
  }
  await beat({ rtt_ms: 1_900 }, state.alive)
  await beat({ body: { site: 'elsewhere' } }, state.alive)
  // Nothing was asked: the clock stands as it was measured.
  expect(state.reach.value).toBe('online')
  state.stop()
})

test('the quickest answer measures the clock of the tablet, and a clock that is set is noticed', async () => {
  const { state, beat, settle, turnClock } = start()
  state.start()
  await settle()
  expect(state.skew_ms.value).toBe(90_000)
  await beat({ rtt_ms: 1_900 })
  expect(state.skew_ms.value).toBe(90_000)
  turnClock(7_200_000)
  await beat({})
  expect(state.skew_ms.value).toBe(7_290_000)
  state.stop()
})
