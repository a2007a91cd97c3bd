import { expect, test } from 'vitest'
import { browserName } from './browser-facts.ts'
import { judgeTablet, type TabletFacts } from './judge-tablet.ts'
import { networkOf, type Ping, testNetwork } from './network.ts'
import { createTouchTest } from './touch-test.ts'

const GOOD: TabletFacts = {
  screen_version: '0.1.0',
  server_version: '0.1.0',
  browser: {
    agent: 'Chrome 153',
    origin: 'https://flowviz.internal',
    secure: true,
    worker: true,
    persisted: true,
    used_bytes: 12_000_000,
    quota_bytes: 10_000_000_000,
    heap_bytes: 22_000_000,
    camera: true,
    locks: true,
    screen: '1280 × 800 @1.5',
    touch_points: 10,
  },
  offline: 'ready',
  network: { sent: 20, lost: 0, median_ms: 7, p95_ms: 31, skew_ms: -400 },
  waiting: 2,
  attention: 0,
  oldest_ms: 4_000,
}
const bad = (facts: TabletFacts) =>
  judgeTablet(facts)
    .filter(({ good }) => good !== true)
    .map(({ key }) => key)

test('a tablet that is set up well passes, with its figures', () => {
  expect(bad(GOOD)).toEqual([])
  expect(judgeTablet(GOOD).find(({ key }) => key === 'network')).toEqual({
    key: 'network',
    good: true,
    value: '7 ms · 31 ms · 0/20',
  })
})

test('each fault of a tablet has its own line', () => {
  const browser = GOOD.browser!
  expect(bad({ ...GOOD, browser: { ...browser, secure: false, worker: false }, offline: 'insecure' })).toEqual([
    'secure',
    'worker',
  ])
  expect(bad({ ...GOOD, browser: { ...browser, persisted: false, heap_bytes: 90_000_000 } })).toEqual([
    'persist',
    'heap',
  ])
  expect(bad({ ...GOOD, browser: { ...browser, quota_bytes: 80_000_000 } })).toEqual(['storage'])
  expect(bad({ ...GOOD, attention: 1 })).toEqual(['queue'])
  expect(bad({ ...GOOD, oldest_ms: 700_000 })).toEqual(['queue'])
  expect(bad({ ...GOOD, network: { ...GOOD.network!, lost: 3, skew_ms: 90_000 } })).toEqual(['network', 'clock'])
  expect(bad({ ...GOOD, network: null })).toEqual(['network', 'clock'])
})

test('the skew of a clock is taken from the fastest answer', async () => {
  const pings: (Ping | null)[] = Array.from({ length: 20 }, (_, n) => ({ rtt_ms: 10 + n, skew_ms: n * 100 }))
  pings[0] = null
  const asked = [...pings]
  const network = await testNetwork({
    ping: async () => asked.shift()!,
    pause: async () => undefined,
    told: () => undefined,
  })
  expect(network).toEqual({ sent: 20, lost: 1, median_ms: 20, p95_ms: 29, skew_ms: 100 })
  expect(networkOf([null])).toEqual({ sent: 1, lost: 1, median_ms: null, p95_ms: null, skew_ms: null })
})

test('every target of the touch test comes once, and a finger beside it is shown', () => {
  const touch = createTouchTest()
  const seen = new Set<number>()
  touch.touch({ x: 0.99, y: 0.99 })
  for (let place = touch.target.value; place !== null; place = touch.target.value) {
    seen.add(place)
    touch.touch({ x: ((place % 6) + 0.5) / 6, y: (Math.floor(place / 6) + 0.5) / 4 })
  }
  expect([seen.size, touch.hits.value, touch.misses.value]).toEqual([24, 24, [{ x: 0.99, y: 0.99, place: 0 }]])
})

test('a browser is named as people name it', () => {
  expect(
    browserName(
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36',
    ),
  ).toBe('Chrome 153')
  expect(
    browserName('Mozilla/5.0 (iPad; CPU OS 18_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1'),
  ).toBe('Safari 18')
})
