import { expect, test } from 'vitest'
import type { Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { mqttJsonFamily } from '../payload/json-family.ts'
import { zigbee2mqtt } from '../payload/zigbee2mqtt.ts'
import { gather } from '../testing/gather.ts'
import { Queue } from '../transport/queue.ts'
import type { TopicMessage, TopicTransport } from '../transport/topic.ts'
import { bridgeDriver } from './driver.ts'

const mqttJson = bridgeDriver(mqttJsonFamily)

/** A subscription that these messages come from; `accepted` are the payloads that were acknowledged. */
function topicOf(messages: { text: string; retained?: boolean; again?: boolean }[]) {
  const queue = new Queue<TopicMessage>(10)
  const accepted: string[] = []
  for (const { text, retained = false, again = false } of messages)
    queue.push({
      topic: 'z/a',
      payload: new TextEncoder().encode(text),
      retained,
      again,
      accept: () => accepted.push(text),
    })
  queue.end()
  const topic: TopicTransport = {
    topic: 'z/a',
    taken: new Map(),
    pending: new Set(),
    now: () => 0,
    publish: () => undefined,
    read: () => queue,
    close: async () => undefined,
    closed: new Promise(() => undefined),
  }
  return { topic, accepted }
}

function taskOf(notices: Notice[]): Task<Record<never, never>> {
  return {
    settings: {},
    channels: [{ name: 'temperature', unit: 'Cel' }],
    poll_ms: 0,
    timeout_ms: 100,
    pace: createPace(() => performance.now()),
    notice: notice => notices.push(notice),
  }
}

test('mqtt-json: a message is accepted only after its measurement was taken', async () => {
  const { topic, accepted } = topicOf([{ text: '{"temperature":4.20}' }, { text: '{"temperature":4.30}' }])
  const seen: (string | null)[] = []
  for await (const [measurement] of mqttJson.measure(topic, taskOf([]), new AbortController().signal)) {
    expect(accepted).toHaveLength(seen.length)
    seen.push(measurement!.value)
  }
  expect(seen).toEqual(['4.20', '4.30'])
  expect(accepted).toHaveLength(2)
})

test('mqtt-json: what the broker remembers from earlier is no fresh measurement, and garbage is noise', async () => {
  const { topic, accepted } = topicOf([{ text: '{"temperature":99}', retained: true }, { text: 'warm' }])
  const notices: Notice[] = []
  const measured = await gather(mqttJson.measure(topic, taskOf(notices), new AbortController().signal))
  expect(measured).toEqual([])
  expect(notices).toEqual([
    { kind: 'skipped', count: 1 },
    { kind: 'noise', bytes: 4 },
  ])
  expect(accepted).toHaveLength(2)
})

test('mqtt-json: what comes again because its acknowledgement was lost is no second reading; the same value said anew is', async () => {
  const [text, other] = ['{"temperature":4}', '{"temperature":5}']
  const { topic, accepted } = topicOf([{ text }, { text, again: true }, { text }, { text: other, again: true }])
  const notices: Notice[] = []
  const measured = await gather(mqttJson.measure(topic, taskOf(notices), new AbortController().signal))
  expect(measured.flat().map(({ value }) => value)).toEqual(['4', '4', '5'])
  expect(notices).toEqual([{ kind: 'skipped', count: 1 }])
  expect(accepted).toHaveLength(4)
})

test('zigbee2mqtt: what a broker remembers of a message that was taken when it was new says nothing again', async () => {
  const text = '{"temperature":4,"last_seen":"1970-01-01T00:00:00.000Z"}'
  const { topic } = topicOf([{ text }, { text, retained: true }, { text: text.replace('4', '5'), retained: true }])
  const driver = bridgeDriver(zigbee2mqtt)
  const task = { ...taskOf([]), settings: {} }
  const measured = await gather(driver.measure({ ...topic, topic: 'z/a' }, task, new AbortController().signal))
  expect(measured.flat().map(({ value, reason }) => [value, reason])).toEqual([
    ['4', 'ok'],
    ['5', 'retained'],
  ])
})

test('mqtt-json: a message that still waits for the appliance and comes again on a new connection is one reading', async () => {
  const text = '{"temperature":4}'
  const [first, second] = [topicOf([{ text }]), topicOf([{ text }, { text: '{"temperature":5}' }])]
  const [memory, signal] = [{ taken: new Map(), pending: new Set<string>() }, new AbortController().signal]
  const before = mqttJson.measure({ ...first.topic, ...memory }, taskOf([]), signal)[Symbol.asyncIterator]()
  expect((await before.next()).value?.[0]?.value).toBe('4')
  const after = gather(mqttJson.measure({ ...second.topic, ...memory }, taskOf([]), signal))
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(second.accepted).toEqual([])
  await before.next()
  expect((await after).flat().map(({ value }) => value)).toEqual(['5'])
  expect(second.accepted).toHaveLength(2)
})
