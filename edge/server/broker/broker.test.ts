import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import { commandTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import pino from 'pino'
import { expect, test } from 'vitest'
import type { NewReading, QuarantineEntry } from '../parts.ts'
import { AT, GATEWAY, healthy, measured, PROBE, SCALE, weight } from '../testing/device.ts'
import { heldWriter, startHouse } from '../testing/house.ts'
import { closing, connected } from '../testing/mqtt.ts'
import { startBroker } from './broker.ts'

const message = (seq: number, value = '12.50') => JSON.stringify(measured(seq, weight(value), AT))
const TOPIC = measurementTopic(SCALE.id)
const soon = () => new Promise(resolve => setTimeout(resolve, 100))

test('no PUBACK leaves before the commit, and they leave in the order of the messages', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  const acked: number[] = []
  const sent = [1, 2, 3].map(seq => client.publishAsync(TOPIC, message(seq), { qos: 1 }).then(() => acked.push(seq)))
  await reach(3)
  // The keep-alive is answered meanwhile, so the connection is no reason for the silence.
  await soon()
  expect(acked).toEqual([])
  commits[0]!.go()
  await sent[0]
  expect(acked).toEqual([1])
  commits[1]!.go()
  commits[2]!.go()
  await Promise.all(sent)
  expect(acked).toEqual([1, 2, 3])
})

test('a disk that is full holds the acknowledgement and drops no client; when there is room all is committed in order', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  let closed = false
  client.on('close', () => {
    closed = true
  })
  const sent = [1, 2].map(seq => client.publishAsync(TOPIC, message(seq), { qos: 1 }))
  await reach(2)
  for (const { fail } of commits.splice(0)) fail(new FlowError('storage_full'))
  await reach(1)
  expect(closed).toBe(false)
  expect(house.ingest.held()).toBe(2)
  commits[0]!.go()
  await sent[0]
  await reach(2)
  expect((commits[1]!.what as NewReading).source).toBe('0123456789abcdef:2')
  commits[1]!.go()
  await sent[1]
  expect(house.ingest.held()).toBe(0)
})

test('a repeat after a lost PUBACK is acknowledged and is not a second reading', async () => {
  const { writer, commits, known, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  for (const count of [1, 2]) {
    const sent = client.publishAsync(TOPIC, message(7), { qos: 1, dup: count === 2 })
    await reach(count)
    commits[count - 1]!.go()
    await sent
  }
  expect(known.size).toBe(1)
  expect(house.ingest.counts()).toMatchObject({ accepted: 1, repeated: 1 })
})

test('a QoS 2 publish is one reading', async () => {
  const { writer, commits, known, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  const sent = client.publishAsync(TOPIC, message(8), { qos: 2 })
  await reach(1)
  commits[0]!.go()
  await sent
  expect(known.size).toBe(1)
})

test('bytes that nobody can read are kept in quarantine, and acknowledged once they are', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  const change = (value: object) => JSON.stringify({ ...measured(1, weight('1'), AT), ...value })
  const payloads = [
    '',
    '{"v":1',
    '{"v":2}',
    'null',
    '['.repeat(30_000),
    change({ seq: 0 }),
    change({ seq: 2 ** 53 }),
    change({ device_id: PROBE.id }),
    change({ measured_at: '0000-01-01T00:00:00.000Z' }),
    change({ measurement: weight('1', { channel: 'flow' }) }),
    change({ measurement: weight('1e5') }),
    change({ measurement: weight('1', { raw: 'abc' }) }),
    change({ measurement: { ...weight('1'), value: null } }),
    change({ measurement: weight('1', { weight: { stable: true, basis: 'net', alibi_id: 'a\u0000' } }) }),
  ]
  for (const [at, payload] of payloads.entries()) {
    let acked = false
    const sent = client.publishAsync(TOPIC, payload, { qos: 1 }).then(() => {
      acked = true
    })
    await reach(at + 1)
    expect(acked).toBe(false)
    const row = commits[at]!.what as QuarantineEntry
    expect({ ...row, payload: row.payload.toString() }).toMatchObject({ identity: GATEWAY.name, topic: TOPIC, payload })
    commits[at]!.go()
    await sent
  }
  expect(house.ingest.counts().quarantined).toBe(payloads.length)
})

test('what devices say is forwarded to nobody and nothing is retained', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  const sent = client.publishAsync(TOPIC, message(1), { qos: 1, retain: true })
  await reach(1)
  expect(commits[0]!.what).toMatchObject({ quality: 'uncertain', reason: 'retained', value: '12.50' })
  commits[0]!.go()
  await sent
  const later = await connected(house.broker.port, 'gateway-2')
  const heard: string[] = []
  later.on('message', topic => heard.push(topic))
  await later.subscribeAsync(commandTopic('+'), { qos: 1 })
  await soon()
  expect(heard).toEqual([])
})

test('a packet over 64 KiB costs its sender the connection and nobody else anything', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const other = await connected(house.broker.port, PROBE.identity)
  const big = await connected(house.broker.port, GATEWAY.name)
  const closed = closing(big)
  big.publish(TOPIC, Buffer.alloc(70_000), { qos: 1 })
  await closed
  expect(house.broker.counts().oversize).toBe(1)
  const sent = other.publishAsync(PROBE.transport.topic, '{"temp":4.20}', { qos: 1 })
  await reach(1)
  expect(commits[0]!.what).toMatchObject({ value: '4.20', verdict: 'within' })
  commits[0]!.go()
  await sent
})

test('bytes that are no MQTT at all end their connection only', async () => {
  const house = await startHouse(heldWriter().writer)
  const stranger = connectTcp(house.broker.port, '127.0.0.1')
  stranger.on('error', () => undefined)
  const closed = once(stranger, 'close')
  stranger.end('GET / HTTP/1.1\r\n\r\n')
  await closed
  await connected(house.broker.port, GATEWAY.name)
})

test('a taken port is said in words', async () => {
  const house = await startHouse(heldWriter().writer)
  const again = startBroker({
    host: '127.0.0.1',
    port: house.broker.port,
    identities: [],
    logger: pino({ level: 'silent' }),
    take: async () => undefined,
  })
  await expect(again).rejects.toMatchObject({ code: 'port_taken' })
})

test('a health message says how a device is and is no reading', async () => {
  const { writer, commits } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  await client.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy()), { qos: 1 })
  expect(house.ingest.counts().health).toBe(1)
  expect(commits).toEqual([])
})
