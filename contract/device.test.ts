import { expect, test } from 'vitest'
import { type DeviceConfig, devicesProblems, type TransportConfig } from './device.ts'

const device = (id: string, transport: TransportConfig, channels = ['weight']): DeviceConfig => ({
  id,
  name: id,
  driver: 'mt-sics',
  location: 'receiving',
  identity: 'gateway-1',
  transport,
  channels: channels.map(name => ({ name, unit: 'kg' })),
})
const problems = (...devices: DeviceConfig[]) =>
  devicesProblems({ v: 1, site: 'kiel', devices }).map(({ path }) => path)
const line = { baud: 9600, format: '8N1' } as const
const serial = (path: string): TransportConfig => ({ kind: 'serial', path, ...line })
const rtu = (path: string, unit_id: number): TransportConfig => ({ kind: 'modbus-rtu', path, unit_id, ...line })
const tcp = (host: string, unit_id: number): TransportConfig => ({ kind: 'modbus-tcp', host, port: 502, unit_id })
const door = (topic: string): TransportConfig => ({ kind: 'mqtt-door', topic })

test('two units on one bus, two hosts and two topics are no problem', () => {
  const devices = [
    serial('/a'),
    rtu('/b', 1),
    rtu('/b', 2),
    tcp('h1', 1),
    tcp('h2', 1),
    tcp('h1', 2),
    door('x'),
    door('y'),
  ]
  expect(problems(...devices.map((transport, at) => device(`d-${at}`, transport)))).toEqual([])
})

test('whatever two devices cannot share is named by its place', () => {
  expect(problems(device('a', serial('/a')), device('a', serial('/b'), ['tare']))).toEqual(['/devices/1/id'])
  expect(problems(device('a', serial('/a')), device('b', serial('/a')))).toEqual(['/devices/1/transport/path'])
  expect(problems(device('a', rtu('/a', 1)), device('b', rtu('/a', 1)))).toEqual(['/devices/1/transport/unit_id'])
  expect(problems(device('a', tcp('h', 1)), device('b', tcp('h', 1)))).toEqual(['/devices/1/transport/unit_id'])
  expect(problems(device('a', door('x')), device('b', door('x')))).toEqual(['/devices/1/transport/topic'])
  expect(problems(device('a', rtu('/a', 1)), device('b', serial('/a')))).toEqual(['/devices/0/transport/path'])
  expect(problems(device('a', serial('/a'), ['weight', 'weight']))).toEqual(['/devices/0/channels/1/name'])
})

test('a gateway speaks Modbus TCP or passes RTU frames through, never both at one port', () => {
  const through = (unit_id: number): TransportConfig => ({ kind: 'rtu-over-tcp', host: 'h', port: 502, unit_id })
  expect(problems(device('a', through(1)), device('b', through(2)))).toEqual([])
  expect(problems(device('a', through(1)), device('b', through(1)))).toEqual(['/devices/1/transport/unit_id'])
  expect(problems(device('a', tcp('h', 1)), device('b', through(2)))).toEqual(['/devices/1/transport/kind'])
})

test('a problem says what collides and with what', () => {
  const [problem] = devicesProblems({
    v: 1,
    site: 'kiel',
    devices: [device('a', serial('/a')), device('b', serial('/a'))],
  })
  expect(problem!.message).toContain('/a')
  expect(problem!.message).toContain('/devices/0/transport/path')
})
