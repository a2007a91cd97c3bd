import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startBroker } from '../testing/broker.ts'
import { Backoff } from './backoff.ts'
import { BrokerLink } from './broker-link.ts'
import { Outbox } from './outbox.ts'

function linkTo(url: string): BrokerLink {
  const link = new BrokerLink({
    url,
    identity: 'gateway-1',
    secret: 'secret',
    backoff: new Backoff(() => 0),
    log: pino({ level: 'silent' }),
  })
  onTestFinished(() => link.stop())
  return link
}

test('while the broker is away the newest messages are kept, the oldest go and are told of', async () => {
  const received: string[] = []
  const broker = await startBroker({
    authorizePublish: (_, packet, done) => {
      received.push(String(packet.payload))
      done(null)
    },
  })
  const link = linkTo(broker.url)
  const dropped: string[] = []
  const outbox = new Outbox({ topic: 't', link, capacity: 3, window: 2, dropped: channel => dropped.push(channel) })
  const results = ['1', '2', '3', '4', '5'].map(text => outbox.add(`channel-${text}`, text))
  expect(dropped).toEqual(['channel-1', 'channel-2'])
  expect(outbox.empty).toBe(false)
  link.start()
  expect(await Promise.all(results)).toEqual([false, false, true, true, true])
  expect(received).toEqual(['3', '4', '5'])
  expect(outbox.empty).toBe(true)
})

test('messages that were on their way when the broker went are sent again first, in their order', async () => {
  const received: string[] = []
  let holding = true
  const { promise: full, resolve: isFull } = Promise.withResolvers<void>()
  const broker = await startBroker({
    authorizePublish: (_, packet, done) => {
      received.push(String(packet.payload))
      if (!holding) done(null)
      else if (received.length === 2) isFull()
    },
  })
  const link = linkTo(broker.url)
  const outbox = new Outbox({ topic: 't', link, capacity: 10, window: 2, dropped: () => undefined })
  link.start()
  const results = ['1', '2', '3'].map(text => outbox.add('channel', text))
  await full
  holding = false
  broker.cut()
  expect(await Promise.all(results)).toEqual([true, true, true])
  expect(received).toEqual(['1', '2', '1', '2', '3'])
})

test('a broker that restarts is found again', async () => {
  const first = await startBroker()
  const link = linkTo(first.url)
  const ups = { count: 0 }
  const { promise: twice, resolve } = Promise.withResolvers<void>()
  link.onUp(() => {
    ups.count += 1
    if (ups.count === 2) resolve()
  })
  link.start()
  const outbox = new Outbox({ topic: 't', link, capacity: 10, window: 2, dropped: () => undefined })
  expect(await outbox.add('channel', '1')).toBe(true)
  await first.stop()
  const late = outbox.add('channel', '2')
  await startBroker({}, first.port)
  expect(await late).toBe(true)
  await twice
})
