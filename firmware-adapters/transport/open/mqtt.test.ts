import { once } from 'node:events'
import { codeOf } from '@flowviz/contract/error'
import { connectAsync } from 'mqtt'
import { expect, onTestFinished, test } from 'vitest'
import { startBroker, type TestBroker } from '../../testing/broker.ts'
import { openTopic } from './mqtt.ts'

async function publisher({ url }: TestBroker) {
  const client = await connectAsync(url, { protocolVersion: 4, clientId: 'sensor', reconnectPeriod: 0 })
  onTestFinished(() => client.endAsync(true))
  return client
}

test('a message that was not accepted comes again on the next connection, and then no more', async () => {
  const broker = await startBroker()
  const settings = { url: broker.url, topic: 'room/1', client_id: 'gateway', now: () => 0 }
  const first = await openTopic(settings)
  const sensor = await publisher(broker)
  await sensor.publishAsync('room/1', '4.2', { qos: 1 })
  for await (const message of first.read()) {
    expect(Buffer.from(message.payload).toString()).toBe('4.2')
    break
  }
  broker.cut()
  expect(await first.closed).toMatchObject({ code: 'comm_lost' })

  const second = await openTopic(settings)
  const acknowledged = once(broker.aedes, 'ack')
  for await (const message of second.read()) {
    expect(Buffer.from(message.payload).toString()).toBe('4.2')
    message.accept()
    break
  }
  await acknowledged
  await second.close()

  const third = await openTopic(settings)
  const again = await publisher(broker)
  await again.publishAsync('room/1', '4.3', { qos: 1 })
  for await (const message of third.read()) {
    expect(Buffer.from(message.payload).toString()).toBe('4.3')
    message.accept()
    break
  }
  await third.close()
})

test('what the broker remembers is marked as retained', async () => {
  const broker = await startBroker()
  const sensor = await publisher(broker)
  await sensor.publishAsync('room/1', '4.2', { qos: 1, retain: true })
  const topic = await openTopic({ url: broker.url, topic: 'room/1', client_id: 'gateway', now: () => 0 })
  onTestFinished(() => topic.close())
  for await (const message of topic.read()) {
    expect(message.retained).toBe(true)
    break
  }
})

test('a refused name and a broker that is not there are told apart', async () => {
  const broker = await startBroker({
    authenticate: (...[, , , done]) =>
      done(Object.assign(new Error('no'), { returnCode: 4 }) as unknown as Parameters<typeof done>[0], false),
  })
  const settings = {
    url: broker.url,
    topic: 'room/1',
    client_id: 'gateway',
    now: () => 0,
    username: 'x',
    password: 'y',
  }
  expect(await openTopic(settings).then(() => 'none', codeOf)).toBe('credentials_wrong')
  await broker.stop()
  expect(await openTopic(settings).then(() => 'none', codeOf)).toBe('comm_lost')
})
