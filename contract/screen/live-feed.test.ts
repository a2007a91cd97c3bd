import { expect, test } from 'vitest'
import { backoffMs, type FeedParts, type FeedStatus, followFeed } from './live-feed.ts'

/** A hand-driven timer: nothing passes until the test says so. */
function handTimer() {
  const waiting: { ms: number; call: () => void }[] = []
  const after: FeedParts['after'] = (ms, call) => {
    const entry = { ms, call }
    waiting.push(entry)
    return () => {
      const at = waiting.indexOf(entry)
      if (at >= 0) waiting.splice(at, 1)
    }
  }
  const fire = (ms: number) => {
    const found = waiting.findIndex(entry => entry.ms === ms)
    if (found < 0) throw new Error(`nothing waits ${ms} ms; waiting: ${waiting.map(entry => entry.ms)}`)
    waiting.splice(found, 1)[0]!.call()
  }
  return { after, fire, waiting }
}

/** Lets everything that is already due happen. */
const settle = () => new Promise<void>(resolve => setImmediate(resolve))

function setUp(open: FeedParts['open']) {
  const timer = handTimer()
  const statuses: FeedStatus[] = []
  const messages: string[] = []
  const stop = new AbortController()
  const done = followFeed(
    {
      open,
      message: data => messages.push(data),
      status: status => statuses.push(status),
      after: timer.after,
      random: () => 1,
    },
    stop.signal,
  )
  return { timer, statuses, messages, stop, done }
}

test('a refused stream is tried again after 0.5 s doubling to 15 s, half of it random', async () => {
  let tries = 0
  const feed = setUp(() => {
    tries += 1
    return Promise.reject(new Error('503'))
  })
  await settle()
  feed.timer.fire(1000)
  await settle()
  feed.timer.fire(2000)
  await settle()
  expect(tries).toBe(3)
  expect(feed.statuses.slice(0, 4)).toEqual(['connecting', 'lost', 'connecting', 'lost'])
  feed.stop.abort()
  await feed.done
  expect(backoffMs(0, 0)).toBe(250)
  expect(backoffMs(99, 1)).toBe(15_000)
})

test('a stream without a byte for 12 s is given up and opened anew', async () => {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  const feed = setUp(() => {
    const stream = new ReadableStream<Uint8Array>({ start: control => void streams.push(control) })
    return Promise.resolve(stream)
  })
  await settle()
  streams[0]!.enqueue(new TextEncoder().encode('data: one\n\n'))
  await settle()
  expect(feed.messages).toEqual(['one'])
  expect(feed.statuses.at(-1)).toBe('live')
  feed.timer.fire(12_000)
  await settle()
  expect(feed.statuses.at(-1)).toBe('lost')
  feed.timer.fire(500)
  await settle()
  expect(streams).toHaveLength(2)
  feed.stop.abort()
  await feed.done
  expect(feed.timer.waiting).toEqual([])
})

test('a stream that the server ends in good order is opened anew without an alarm', async () => {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  const feed = setUp(() =>
    Promise.resolve(new ReadableStream<Uint8Array>({ start: control => void streams.push(control) })),
  )
  await settle()
  streams[0]!.enqueue(new TextEncoder().encode(': hello\n\n'))
  await settle()
  streams[0]!.close()
  await settle()
  feed.timer.fire(500)
  await settle()
  expect(feed.statuses).toEqual(['connecting', 'live', 'connecting'])
  expect(streams).toHaveLength(2)
  feed.stop.abort()
  await feed.done
})
