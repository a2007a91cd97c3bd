import { commandTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import type { IClientOptions, MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import type { QuarantineEntry } from '../parts.ts'
import { AT, GATEWAY, measured, PROBE, SCALE, weight } from '../testing/device.ts'
import { heldWriter, startHouse } from '../testing/house.ts'
import { clientOf, closing, connected, event } from '../testing/mqtt.ts'

const message = (seq: number, value = '12.50') => JSON.stringify(measured(seq, weight(value), AT))
const TOPIC = measurementTopic(SCALE.id)
const soon = () => new Promise(resolve => setTimeout(resolve, 100))

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
  expect(await refusedWith(GATEWAY.name, { clientId: `${GATEWAY.name}-${'x'.repeat(100)}` })).toBe(5)
  expect(await refusedWith(GATEWAY.name, { clientId: '' })).toBe(5)
  expect(house.broker.counts().refused_clients).toBe(7)
  // MQTT 5 is told so before anybody looks at its secret.
  expect(await refusedWith(GATEWAY.name, { protocolVersion: 5 })).toBe(1)
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

test('a will is not taken: what a device measured is said by the device', async () => {
  const { writer, commits } = heldWriter()
  const house = await startHouse(writer)
  const will = { topic: TOPIC, payload: Buffer.from(message(1)), qos: 1, retain: false } as const
  const client = await connected(house.broker.port, GATEWAY.name, { will })
  const closed = closing(client)
  client.stream.destroy()
  await closed
  // Another connection of the same name is only admitted once the first one is gone.
  await connected(house.broker.port, GATEWAY.name)
  await soon()
  expect(commits).toEqual([])
})
