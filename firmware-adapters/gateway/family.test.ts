import { expect, test } from 'vitest'
import { startBroker } from '../testing/broker.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'

const EUI = '24e124136b502217'
/** Each family: its topic, its settings, and where temperature and humidity stand. */
const FAMILIES: [driver: string, topic: string, settings: Record<string, unknown>, paths: [string, string]][] = [
  ['mqtt-json', 'room/1', {}, ['temperature', 'humidity']],
  ['tasmota', 'tele/cold-1', { utc_offset: '+00:00' }, ['AM2301.Temperature', 'AM2301.Humidity']],
  ['shelly-gen1', 'shellies/ht-1', { sleeps: false }, ['sensor/temperature', 'sensor/humidity']],
  ['shelly-gen2', 'cold/plus-1', { sleeps: false }, ['temperature:0.tC', 'humidity:0.rh']],
  ['zigbee2mqtt', 'zigbee2mqtt/cold', {}, ['temperature', 'humidity']],
  ['chirpstack', `application/1/device/${EUI}`, { codec: 'object', f_port: 85 }, ['temperature', 'humidity']],
  ['milesight', 'lora/up', { dev_eui: EUI, codec: 'milesight', f_port: 85 }, ['temperature', 'humidity']],
  ['sparkplug-b', 'spBv1.0/plant/line-1/probe', {}, ['temperature', 'humidity']],
]

test.each(FAMILIES)('%s: a pretended sensor is read over a broker, and its fault is no number', async (...given) => {
  const [driver, topic, settings, [temperature, humidity]] = given
  const broker = await startBroker()
  const { poll_ms: _, ...config } = scaleConfig('room-1', '', {
    driver,
    transport: { kind: 'mqtt', url: broker.url, topic },
    settings,
    channels: [
      { name: 'temperature', unit: 'Cel', path: temperature },
      { name: 'humidity', unit: '%', path: humidity },
    ],
  })
  const still = { temperature_c: '3.0', humidity: '80.0', swing_c: '0' }
  const sensor = { kind: driver, id: 'sensor', url: broker.url, topic, identity: 'sensor', period_ms: 100, ...still }
  const plant = await startPlant({ devices: [config], pretended: [sensor] })
  const of = (channel: string) => plant.of('room-1').filter(({ measurement }) => measurement.channel === channel)
  const last = (channel: string) => of(channel).at(-1)?.measurement
  await plant.control('sensor', { temperature_c: '-18.2' })
  const read = () => Number(last('temperature')?.value) === -18.2 && last('humidity') !== undefined
  await plant.until('its temperature is read', read)
  expect(last('temperature')).toMatchObject({ unit: 'Cel', quality: 'good', reason: 'ok' })
  expect(last('humidity')).toMatchObject({ unit: '%', quality: 'good' })
  await plant.control('sensor', { probe_broken: true })
  await plant.until('its probe has no value', () => last('temperature')?.value === null)
  expect(last('temperature')?.reason).toMatch(/no_value|sensor_fault/)
  const before = of('humidity').length
  await plant.control('sensor', { garbage: true })
  const count = () => plant.health('room-1')?.counters.noise_bytes ?? 0
  if (driver !== 'tasmota' && driver !== 'shelly-gen1') await plant.until('garbage is counted', () => count() > 0)
  await plant.control('sensor', { garbage: false })
  await plant.until('it is read again', () => of('humidity').length > before + 1)
  if (['tasmota', 'shelly-gen1', 'shelly-gen2', 'zigbee2mqtt', 'sparkplug-b'].includes(driver)) {
    await plant.control('sensor', { unplug: true })
    await plant.until('that it is gone is told', () => last('temperature')?.reason === 'comm_lost')
    await plant.until('it is faulted', () => plant.health('room-1')?.state === 'faulted')
    await plant.control('sensor', { plug: true })
    await plant.until('it is well again', () => plant.health('room-1')?.state === 'not_monitored')
  }
})
