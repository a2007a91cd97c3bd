import { connectAsync } from 'mqtt'
import { expect, onTestFinished, test } from 'vitest'
import { startBroker } from '../testing/broker.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'

test('a sensor at a foreign broker is subscribed to, and what it said while the gateway was away comes later', async () => {
  const foreign = await startBroker()
  const sensor = await connectAsync(foreign.url, { protocolVersion: 4, clientId: 'sensor', reconnectPeriod: 0 })
  onTestFinished(() => sensor.endAsync(true))
  const { promise: allAccepted, resolve: accepted } = Promise.withResolvers<void>()
  let acks = 0
  foreign.aedes.on('ack', () => ++acks === 3 && accepted())
  const say = (payload: string) => sensor.publishAsync('room/1', payload, { qos: 1 })
  const config = scaleConfig('room-1', '', {
    driver: 'mqtt-json',
    transport: { kind: 'mqtt', url: foreign.url, topic: 'room/1' },
    settings: {},
    channels: [{ name: 'temperature', unit: 'Cel', path: 'climate.temp' }],
  })
  delete config.poll_ms
  const plant = await startPlant({ pretended: [], devices: [config] })
  const subscribed = new Promise(resolve => foreign.aedes.once('subscribe', resolve))
  await plant.until('nothing is expected of it', () => plant.health('room-1')?.state === 'not_monitored')
  await subscribed
  await say('{"climate":{"temp":4.20}}')
  await plant.until('4.20 arrives', () => plant.of('room-1').length === 1)
  await say('garbage')
  await say('{"climate":{"temp":null}}')
  await plant.until('no value arrives', () => plant.of('room-1').length === 2)
  await allAccepted

  await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [] })
  await say('{"climate":{"temp":4.30}}')
  await plant.gateway.apply({ v: 1, site: 'plant-1', devices: [config] })
  await plant.until('4.30 arrives', () => plant.of('room-1').length === 3)
  expect(plant.of('room-1').map(({ measurement, seq }) => [seq, measurement.value, measurement.reason])).toEqual([
    [1, '4.20', 'ok'],
    [2, null, 'no_value'],
    [3, '4.30', 'ok'],
  ])
})

test('what a sensor had kept comes with its own moment and is no sign of life; a frame that comes twice is one', async () => {
  const foreign = await startBroker()
  const gateway = await connectAsync(foreign.url, { protocolVersion: 4, clientId: 'lora', reconnectPeriod: 0 })
  onTestFinished(() => gateway.endAsync(true))
  const eui = '24e124136b502217'
  const { poll_ms: _, ...config } = scaleConfig('room-1', '', {
    driver: 'milesight',
    transport: { kind: 'mqtt', url: foreign.url, topic: 'lora/up' },
    settings: { dev_eui: eui, codec: 'milesight', f_port: 85 },
    channels: [{ name: 'temperature', unit: 'Cel', report: { strategy: 'on_change' } }],
  })
  const plant = await startPlant({ pretended: [], devices: [config] })
  const say = (fCnt: number, frame: string) => {
    const data = Buffer.from(frame, 'hex').toString('base64')
    return gateway.publishAsync('lora/up', JSON.stringify({ devEUI: eui, fCnt, fPort: 85, data }), { qos: 1 })
  }
  await plant.until('the bridge is connected', () => plant.health('room-1')?.state === 'not_monitored')
  await say(1, '20ce9e74466310015d00')
  await plant.until('the kept value is here', () => plant.of('room-1').length === 1)
  const [kept] = plant.of('room-1')
  expect(kept).toMatchObject({
    measured_at: '2022-10-12T08:02:38.000Z',
    measurement: { value: '27.2', quality: 'uncertain', reason: 'historical' },
  })
  expect(plant.health('room-1')).toMatchObject({ last_sample_age_ms: null, counters: { samples: 0 } })
  for (const fCnt of [2, 2, 3]) await say(fCnt, fCnt === 3 ? '03672900' : '03672800')
  await plant.until('both frames are here', () => plant.of('room-1').length === 3)
  expect(plant.of('room-1').map(({ measurement }) => measurement.value)).toEqual(['27.2', '4.0', '4.1'])
  await plant.until('the repeat is counted', () => plant.health('room-1')?.counters.skipped === 1)
})
