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
