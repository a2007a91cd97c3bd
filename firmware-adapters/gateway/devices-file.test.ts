import { codeOf, type FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { parseDevices } from './devices-file.ts'

const SCALE = `
  - id: scale-1
    name: Scale at receiving
    driver: mt-sics
    location: receiving
    identity: gateway-1
    transport: {kind: serial, path: /dev/serial/by-id/usb-1, baud: 9600, format: 8N1}
    channels: [{name: weight, unit: kg}]
`
const bus = (id: string, unit: number, format = '8N1') => `
  - id: ${id}
    name: Cold room
    driver: xy-md02
    location: cold-1
    identity: gateway-1
    transport: {kind: modbus-rtu, path: /dev/ttyS1, baud: 9600, format: ${format}, unit_id: ${unit}}
    channels: [{name: temperature, unit: Cel}]
`
const plant = (...devices: string[]) => `v: 1\nsite: plant-1\ndevices:${devices.join('')}`

/** Paths of the problems of a file. */
function problemsOf(text: string): string[] {
  try {
    parseDevices(text)
    return []
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid')
    return ((error as FlowError).extra.errors as { field: string }[]).map(({ field }) => field)
  }
}

test('a good file comes with the defaults of its drivers', () => {
  const { devices } = parseDevices(plant(SCALE, bus('cold-1', 1), bus('cold-2', 2)))
  expect(devices[0]!.settings).toEqual({ settle_ms: 200, stable_ms: 10_000 })
  expect(devices[2]!.settings).toEqual({ address: 1, places: 1, table: 'input' })
})

test('everything that is wrong is told at once', () => {
  const text = plant(
    SCALE.replace('mt-sics', 'mt-sicks'),
    SCALE.replace('scale-1', 'scale-2').replace('usb-1', 'usb-2').replace('unit: kg', 'unit: Cel'),
    bus('cold-1', 1).replace('temperature', 'pressure'),
    bus('cold-2', 1),
    bus('cold-3', 3, '8E1'),
    `${bus('cold-4', 4)}    settings: {places: 9, addres: 1}\n`,
  )
  expect(problemsOf(text).sort()).toEqual([
    '/devices/0/driver',
    '/devices/1/channels',
    '/devices/2/channels',
    '/devices/3/transport/unit_id',
    '/devices/4/transport',
    '/devices/5/settings',
    '/devices/5/settings/addres',
    '/devices/5/settings/places',
  ])
})

test('two devices on one serial line, or a device given twice, are refused', () => {
  const twin = SCALE.replace('id: scale-1', 'id: scale-2')
  expect(problemsOf(plant(SCALE, twin))).toEqual(['/devices/1/transport/path'])
  expect(problemsOf(plant(SCALE, SCALE.replace('usb-1', 'usb-2')))).toEqual(['/devices/1/id'])
  expect(problemsOf(plant(SCALE.replace('/dev/serial/by-id/usb-1', '/dev/ttyS1'), bus('cold-1', 1)))).toEqual([
    '/devices/1/transport/path',
  ])
})

test('a driver over the wrong kind of line, a wrong shape and no YAML at all are refused', () => {
  expect(problemsOf(plant(SCALE.replace('mt-sics', 'xy-md02')))).toContain('/devices/0/transport/kind')
  expect(problemsOf(plant(SCALE.replace('baud: 9600', 'baud: fast')))).not.toEqual([])
  expect(problemsOf('v: 2\nsite: plant-1\ndevices: []')).not.toEqual([])
  expect(problemsOf('v: [')).toEqual(['line 1'])
  expect(problemsOf('')).not.toEqual([])
})

const meter = (settings: string, channel: string, transport = 'kind: rtu-over-tcp, host: 10.0.0.5, port: 4001') => `
  - id: meter-1
    name: Meter
    driver: modbus
    location: cold-1
    identity: gateway-1
    transport: {${transport}, unit_id: 1}
    settings: ${settings}
    channels: [${channel}]
`

test('a Modbus device is held to the profile that it names, and reports as its points do', () => {
  const good = plant(meter('{profile: sdm630@1}', '{name: power, unit: W}'))
  expect(parseDevices(good).devices[0]!.channels[0]!.report).toMatchObject({ strategy: 'on_change_or_period' })
  const rows: [string, string][] = [
    [meter('{profile: sdm630@9}', '{name: power, unit: W}'), '/devices/0/settings/profile'],
    [meter('{}', '{name: power, unit: W}'), '/devices/0/settings'],
    [meter('{profile: sdm630@1}', '{name: power, unit: kW}'), '/devices/0/channels/0/unit'],
    [meter('{profile: sdm630@1}', '{name: weight, unit: kg}'), '/devices/0/channels/0/name'],
    [
      meter("{profile: sdm630@1, overrides: {points: {power: {scale: '0'}}}}", '{name: power, unit: W}'),
      '/devices/0/settings/overrides/points/9/scale',
    ],
    [
      meter('{profile: sdm630@1}', '{name: power, unit: W}', 'kind: serial, path: /dev/ttyS1, baud: 9600, format: 8N1'),
      '/devices/0/transport',
    ],
  ]
  for (const [device, path] of rows) expect(problemsOf(plant(device)).join(' '), device).toContain(path)
})
