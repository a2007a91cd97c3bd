import { expect, test } from 'vitest'
import { checkDevices } from './devices-file.ts'

/** The problems of a plant with this one device, as `path: sentence`. */
function problems(driver: string, transport: string, settings = '{}'): string[] {
  const text = `v: 1
site: plant-1
devices:
  - id: cold-1
    name: Cold room
    driver: ${driver}
    location: cold
    identity: gateway-1
    transport: ${transport}
    settings: ${settings}
    channels: [{ name: temperature, unit: Cel, path: AM2301.Temperature }]
`
  return checkDevices(text).problems.map(({ path, message }) => `${path.replace('/devices/0', '')}: ${message}`)
}
const bridge = (topic: string) => `{ kind: mqtt, url: 'mqtt://plant', topic: '${topic}' }`
const door = (topic: string) => `{ kind: mqtt-door, topic: '${topic}' }`

test('a setting that a family does not know is named, at a broker of the plant and at the door alike', () => {
  const said = '/settings/zone: there is no setting zone; there are utc_offset'
  expect(problems('tasmota', bridge('tele/a'), '{ zone: CET }')).toContain(said)
  expect(problems('tasmota', door('tele/a'), '{ zone: CET }')).toContain(said)
  expect(problems('mqtt-json', bridge('a'), '{ zone: CET }')).toContain(
    '/settings/zone: there is no setting zone; it has none',
  )
  expect(problems('tasmota', bridge('tele/a'), "{ utc_offset: '+1' }")[0]).toMatch(/^\/settings\/utc_offset: /)
  expect(problems('milesight', bridge('lora'))).toEqual(['/settings: must have required properties dev_eui'])
})

test('a topic that cannot be one of the family is told before anybody waits for its messages', () => {
  for (const where of [bridge, door]) {
    expect(problems('sparkplug-b', where('spBv1.0/plant'))[0]).toMatch(/^\/transport\/topic: .*spBv1\.0\/<group>/)
    expect(problems('chirpstack', where('application/1/device/x'))[0]).toMatch(/^\/transport\/topic: /)
    expect(problems('chirpstack', where('application/+/device/24e124136b502217'))).toEqual([])
    expect(problems('zigbee2mqtt', where('zigbee2mqtt'))[0]).toMatch(/^\/transport\/topic: .*ieee_address/)
    expect(problems('mqtt-json', where('rooms/+/air'))).toEqual([])
  }
  for (const wild of ['rooms/#', 'rooms/a+', '']) expect(problems('mqtt-json', bridge(wild)), wild).not.toEqual([])
})
