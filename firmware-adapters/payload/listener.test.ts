import type { Channel } from '@flowviz/contract/device'
import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { messageOf, RECEIVED_MS } from '../testing/mqtt-message.ts'
import type { Decoded } from './family.ts'
import { Listener } from './listener.ts'
import { FAMILIES } from './registry.ts'
import { writePayload } from './sparkplug/write.ts'

const CHANNELS: Channel[] = [{ name: 'air', unit: 'Cel', path: 'sensor.temperature' }]
const DAY_MS = 86_400_000
const good: Measurement = { channel: 'air', value: '4', unit: 'Cel', quality: 'good', reason: 'ok' }

const told = (at_ms: number | null, more: Partial<Measurement> = {}, key: string | null = null): Decoded => ({
  kind: 'told',
  told: [{ measurement: { ...good, ...more }, at_ms }],
  key,
})
/** What is made of these meanings, one message each. */
function listen(...meanings: Decoded[]) {
  const waiting = [...meanings]
  const listener = new Listener({ hear: () => waiting.shift()! }, CHANNELS)
  return (more: { retained?: boolean } = {}) => {
    const heard = listener.hear(messageOf('t', '', more))
    listener.settle(heard, RECEIVED_MS)
    return heard.measured.map(({ reason, at_ms }) => [reason, at_ms])
  }
}

test('the time of a source is taken from seven days back to five minutes ahead, and doubted outside', () => {
  const reasonAt = (ms: number) => listen(told(RECEIVED_MS + ms))()
  expect(reasonAt(300_000)).toEqual([['ok', RECEIVED_MS + 300_000]])
  expect(reasonAt(-7 * DAY_MS)).toEqual([['ok', RECEIVED_MS - 7 * DAY_MS]])
  expect(reasonAt(300_001)).toEqual([['clock_suspect', undefined]])
  expect(reasonAt(-7 * DAY_MS - 1)).toEqual([['clock_suspect', undefined]])
  expect(reasonAt(8.64e15)).toEqual([['clock_suspect', undefined]])
  expect(listen(told(null))()).toEqual([['ok', undefined]])
})

test('what a broker remembers is never fresh, and what is bad stays bad', () => {
  expect(listen(told(RECEIVED_MS - 1_000))({ retained: true })).toEqual([['retained', RECEIVED_MS - 1_000]])
  expect(listen(told(null))({ retained: true })).toEqual([['retained', undefined]])
  const bad = { value: null, quality: 'bad', reason: 'sensor_fault' } as const
  expect(listen(told(null, bad))({ retained: true })).toEqual([['sensor_fault', undefined]])
})

test('a kept value keeps its moment however old it is, and has none in the future', () => {
  const kept = { quality: 'uncertain', reason: 'historical' } as const
  expect(listen(told(1_665_561_758_000, kept))()).toEqual([['historical', 1_665_561_758_000]])
  expect(listen(told(RECEIVED_MS + DAY_MS, kept))()).toEqual([])
  expect(listen(told(0, kept))()).toEqual([])
  expect(listen(told(null, kept))()).toEqual([])
})

test('a message with a name of its own is taken once', () => {
  const hear = listen(told(null, {}, 'a'), told(null, {}, 'a'), told(null, {}, 'b'), told(null), told(null))
  expect([hear(), hear(), hear(), hear(), hear()].map(measured => measured.length)).toEqual([1, 0, 1, 1, 1])
})

test('a message that was heard and not made safe is no repeat when it comes again', () => {
  const listener = new Listener({ hear: () => told(null, {}, 'a') }, CHANNELS)
  expect(listener.hear(messageOf('t', '')).measured).toHaveLength(1)
  expect(listener.hear(messageOf('t', '')).measured).toHaveLength(1)
})

test('that a device is gone is said once, until it speaks again; that it is there says nothing', () => {
  const [off, on] = [false, true].map((online): Decoded => ({ kind: 'presence', online }))
  const hear = listen(on!, off!, off!, told(null), off!, on!, off!)
  expect(Array.from({ length: 7 }, () => hear().map(([reason]) => reason))).toEqual([
    [],
    ['comm_lost'],
    [],
    ['ok'],
    ['comm_lost'],
    [],
    ['comm_lost'],
  ])
})

const EUI = '24e124136b502217'
/** A device of each family, and the topics that it hears. */
const DEVICES: Record<string, { topic: string; settings: object; topics: string[] }> = {
  'mqtt-json': { topic: 'a', settings: {}, topics: ['a'] },
  tasmota: { topic: 'tele/a', settings: {}, topics: ['tele/a/SENSOR', 'tele/a/STATE', 'tele/a/LWT'] },
  'shelly-gen1': { topic: 'shellies/a', settings: { sleeps: false }, topics: ['shellies/a/sensor.temperature'] },
  'shelly-gen2': { topic: 'a', settings: { sleeps: false }, topics: ['a/events/rpc', 'a/status/sensor', 'a/online'] },
  zigbee2mqtt: {
    topic: 'z',
    settings: { ieee_address: '0x00158d0001a2b3c4' },
    topics: ['z/0x00158d0001a2b3c4', 'z/bridge/devices', 'z/bridge/state', 'z/a/availability'],
  },
  chirpstack: {
    topic: `application/+/device/${EUI}`,
    settings: { codec: 'milesight', f_port: 85 },
    topics: [`application/1/device/${EUI}/event/up`, `application/1/device/${EUI}/event/status`],
  },
  milesight: { topic: 'm', settings: { dev_eui: EUI, codec: 'object', f_port: 85 }, topics: ['m'] },
  'sparkplug-b': {
    topic: 'spBv1.0/g/n/d',
    settings: {},
    topics: ['NBIRTH/n', 'NDATA/n', 'NDEATH/n', 'NCMD/n', 'DBIRTH/n/d', 'DDATA/n/d'].map(rest => `spBv1.0/g/${rest}`),
  },
}
const metric = fc.record(
  {
    name: fc.constantFrom('sensor.temperature', 'bdSeq'),
    alias: fc.nat(3),
    datatype: fc.nat(20),
    timestamp_ms: fc.nat(),
    historical: fc.boolean(),
    null: fc.boolean(),
    value: fc.oneof(
      fc.record({ float: fc.float() }),
      fc.record({ double: fc.double() }),
      fc.record({ long: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
    ),
  },
  { requiredKeys: [] },
)

test('whatever arrives on a topic of a family, nothing is thrown and every measurement is a valid one', () => {
  const validator = Compile(Measurement)
  expect(Object.keys(DEVICES)).toEqual([...FAMILIES.keys()])
  const json = fc.oneof(
    fc.record({
      sensor: fc.record({ temperature: fc.oneof(fc.double(), fc.constant(null)) }),
      last_seen: fc.anything(),
    }),
    fc.record({ method: fc.constant('NotifyStatus'), params: fc.record({ ts: fc.double(), sensor: fc.jsonValue() }) }),
    fc.record({ devEUI: fc.constant(EUI), fCnt: fc.jsonValue(), data: fc.base64String(), object: fc.jsonValue() }),
    fc.jsonValue(),
  )
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 256 }),
    json.map(value => new TextEncoder().encode(JSON.stringify(value) ?? '')),
    fc.record({ metrics: fc.array(metric, { maxLength: 4 }), seq: fc.nat(3) }).map(writePayload),
  )
  for (const [id, { topic, settings, topics }] of Object.entries(DEVICES)) {
    const family = FAMILIES.get(id)!
    const subject = { topic, settings: settings as never, channels: CHANNELS }
    expect(family.problems(subject), id).toEqual([])
    const listener = new Listener(family.decoder(subject), CHANNELS)
    fc.assert(
      fc.property(fc.constantFrom(...topics), payload, fc.boolean(), (to, bytes, retained) => {
        const heard = listener.hear(messageOf(to, bytes, { retained }))
        for (const { at_ms, ...measurement } of heard.measured) {
          expect(validator.Check(measurement)).toBe(true)
          expect(measurement.value === null).toBe(measurement.quality === 'bad')
          expect(at_ms === undefined || at_ms <= RECEIVED_MS + 300_000).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  }
})
