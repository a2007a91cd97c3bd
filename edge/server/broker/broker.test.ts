import { hash } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import { commandTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import type { IClientOptions, MqttClient } from 'mqtt'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { type IngestDoor, ingestDoor } from '../ingest/door.ts'
import type { NewReading, QuarantineEntry, TelemetryWriter } from '../parts.ts'
import { GATEWAY, healthy, measured, PROBE, SCALE, weight } from '../testing/device.ts'
import { clientOf, closing, connected, event } from '../testing/mqtt.ts'
import { type Broker, startBroker } from './broker.ts'

const AT = '2026-11-23T05:00:00.000Z'
const now = () => Date.parse(AT)

/** A telemetry writer whose commits the test lets go, in their order. */
function heldWriter() {
  const commits: { what: NewReading | QuarantineEntry; go: () => void; fail: (error: Error) => void }[] = []
  const known = new Set<string>()
  const arrived: (() => void)[] = []
  let seq = 0
  const wait = (what: NewReading | QuarantineEntry) =>
    new Promise<void>((go, fail) => {
      commits.push({ what, go, fail })
      for (const tell of arrived.splice(0)) tell()
    })
  const writer: TelemetryWriter = {
    async append(reading) {
      await wait(reading)
      const key = `${reading.device_id} ${reading.channel} ${reading.source}`
      if (known.has(key)) return null
      known.add(key)
      seq += 1
      return { seq, ...reading }
    },
    quarantine: wait,
    heal: async () => 0,
    close: async () => undefined,
  }
  /** Waits until so many commits are asked for. */
  const reach = async (count: number) => {
    while (commits.length < count) await new Promise<void>(resolve => arrived.push(resolve))
  }
  return { writer, commits, known, reach }
}

interface House {
  broker: Broker
  ingest: IngestDoor
}

async function startHouse(writer: TelemetryWriter): Promise<House> {
  const nothing = () => undefined
  const ingest = ingestDoor({
    writer,
    now,
    monotonic: () => performance.now(),
    onReading: nothing,
    onHealth: nothing,
    onAnswer: nothing,
    onCommitted: nothing,
    onTrouble: nothing,
  })
  const secret_sha256 = hash('sha256', GATEWAY.secret, 'hex')
  const broker = await startBroker({
    host: '127.0.0.1',
    port: 0,
    identities: [
      { name: GATEWAY.name, kind: 'gateway', secret_sha256 },
      { name: 'gateway-2', kind: 'gateway', secret_sha256 },
      { name: PROBE.identity, kind: 'sensor', secret_sha256 },
    ],
    logger: pino({ level: 'silent' }),
    take: ingest.take,
  })
  broker.configure([SCALE, PROBE])
  onTestFinished(async () => {
    ingest.stop()
    await broker.close()
  })
  return { broker, ingest }
}

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
  const payloads = ['{"v":1', '{"v":2}', 'null', JSON.stringify(measured(1, weight('1', { channel: 'flow' }), AT))]
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

test('a gateway that still speaks for a device that is gone is not cut off for it', async () => {
  const { writer, commits, reach } = heldWriter()
  const house = await startHouse(writer)
  const client = await connected(house.broker.port, GATEWAY.name)
  const sent = client.publishAsync(measurementTopic('scale-9'), message(1), { qos: 1 })
  await reach(1)
  expect((commits[0]!.what as QuarantineEntry).topic).toBe(measurementTopic('scale-9'))
  commits[0]!.go()
  await sent
})

test('a client that publishes on a foreign topic is cut off, and nothing of it is kept', async () => {
  const { writer, commits } = heldWriter()
  const house = await startHouse(writer)
  for (const [name, topic] of [
    ['gateway-2', TOPIC],
    ['gateway-2', PROBE.transport.topic],
    [PROBE.identity, TOPIC],
    [PROBE.identity, 'cold-room/probe-2'],
    [PROBE.identity, commandTopic(SCALE.id)],
    [GATEWAY.name, '$SYS/broker/uptime'],
    [GATEWAY.name, commandTopic(SCALE.id)],
  ] as const) {
    const client = await connected(house.broker.port, name)
    const closed = closing(client)
    client.publish(topic, message(1), { qos: 1 })
    await closed
  }
  expect(commits).toEqual([])
  expect(house.broker.counts().refused_topics).toBe(7)
})

test('only a gateway subscribes, and only to the commands of its own devices', async () => {
  const house = await startHouse(heldWriter().writer)
  const mine = await connected(house.broker.port, GATEWAY.name)
  const other = await connected(house.broker.port, 'gateway-2')
  const sensor = await connected(house.broker.port, PROBE.identity)
  const granted = async (client: MqttClient, topic: string) =>
    new Promise(resolve =>
      client.subscribe(topic, { qos: 1 }, (_error, _grants, suback) => resolve(suback?.granted[0])),
    )
  expect(await granted(mine, commandTopic(SCALE.id))).toBe(1)
  expect(await granted(other, commandTopic('+'))).toBe(1)
  for (const topic of ['#', '$SYS/#', TOPIC, healthTopic(SCALE.id), 'flowviz/v1/#'])
    expect([topic, await granted(mine, topic)]).toEqual([topic, 128])
  expect(await granted(other, commandTopic(SCALE.id))).toBe(128)
  expect(await granted(sensor, commandTopic(SCALE.id))).toBe(128)

  const heard: string[] = []
  other.on('message', topic => heard.push(topic))
  const arrived = event(mine, 'message')
  house.broker.send(commandTopic(SCALE.id), 'tare')
  expect((await arrived)[0]).toBe(commandTopic(SCALE.id))
  await soon()
  expect(heard).toEqual([])
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

test('a wrong secret, an unknown name and a foreign client id are refused with their return codes', async () => {
  const house = await startHouse(heldWriter().writer)
  const refusedWith = async (name: string, options: IClientOptions) => {
    const client = clientOf(house.broker.port, name, options)
    const [error] = (await event(client, 'error')) as [{ code: number }]
    return error.code
  }
  expect(await refusedWith(GATEWAY.name, { password: 'wrong' })).toBe(4)
  expect(await refusedWith('gateway-9', {})).toBe(4)
  expect(await refusedWith(GATEWAY.name, { clientId: 'somebody' })).toBe(5)
  // It begins with the name, but is the name of another.
  expect(await refusedWith(GATEWAY.name, { clientId: 'gateway-2' })).toBe(5)
  expect(await refusedWith(GATEWAY.name, { username: undefined as never, password: undefined as never })).toBe(4)
  expect(house.broker.counts().refused_clients).toBe(5)
})

test('an address that keeps guessing has to wait, with the right secret too', async () => {
  const house = await startHouse(heldWriter().writer)
  const attempt = async (password: string) => {
    const client = clientOf(house.broker.port, GATEWAY.name, { password })
    const [error] = (await Promise.race([event(client, 'error'), event(client, 'connect')])) as [{ code?: number }]
    return error.code
  }
  for (let times = 0; times < 20; times += 1) expect(await attempt('guess')).toBe(4)
  expect(await attempt(GATEWAY.secret)).toBe(3)
})

test('a session is never kept: no queue grows for a client that does not come back', async () => {
  const house = await startHouse(heldWriter().writer)
  const first = await connected(house.broker.port, GATEWAY.name, { clean: false })
  await first.subscribeAsync(commandTopic(SCALE.id), { qos: 1 })
  await first.endAsync()
  house.broker.send(commandTopic(SCALE.id), 'tare')
  const again = clientOf(house.broker.port, GATEWAY.name, { clean: false })
  const [connack] = (await event(again, 'connect')) as [{ sessionPresent: boolean }]
  expect(connack.sessionPresent).toBe(false)
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
