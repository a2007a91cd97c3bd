import { join } from 'node:path'
import type { Channel, DeviceConfig, PlantDevices } from '@flowviz/contract/device'

/** What a plant needs to know to describe its pretended devices. */
export interface SimulationWish {
  site: string
  /** Folder of the pretended serial lines. */
  linesDir: string
  secretFileOf: (sensor: string) => string
  mqttPort: number
  modbusPort: number
  gateway: string
}

export interface PlantSimulation {
  devices: PlantDevices
  /** The plan of firmware-adapters/simulator (FLOWVIZ_SIMULATORS_FILE). */
  simulators: unknown
  /** Sensors that speak to the broker themselves, with a secret each. */
  sensors: { identity: string; secretFile: string }[]
}

const climate = (low: string, high: string): Channel[] => [
  {
    name: 'temperature',
    unit: 'Cel',
    report: { strategy: 'on_change_or_period', deadband: '0.1', period_s: 10 },
    limits: { hard_low: '-40.0', low, high, hard_high: '80.0' },
  },
  {
    name: 'humidity',
    unit: '%',
    report: { strategy: 'on_change_or_period', deadband: '0.5', period_s: 30 },
    limits: { hard_low: '0.0', hard_high: '100.0' },
  },
]

const COLD_ROOM = climate('0.0', '5.0')
const FREEZER = climate('-30.0', '-18.0')
const PACKING_HALL = climate('5.0', '14.0')

/**
 * The devices of a demo plant, and the plan by which the simulator pretends them: two MT-SICS scales on pseudo-terminals,
 * two XY-MD02 transmitters on one RTU bus and one behind TCP, and a sensor that publishes to the broker itself.
 */
export function simulate(wish: SimulationWish): PlantSimulation {
  const line = (name: string) => join(wish.linesDir, name)
  const { gateway: identity, modbusPort } = wish
  const rtu = { kind: 'modbus-rtu', path: line('bus-1'), baud: 9600, format: '8N1' } as const
  const scale = { driver: 'mt-sics', identity, poll_ms: 250, writes_allowed: true } as const
  const transmitter = { driver: 'xy-md02', identity, poll_ms: 1_000 } as const
  const weight: Channel[] = [{ name: 'weight', unit: 'kg', report: { strategy: 'on_change_or_period', period_s: 1 } }]
  const door = 'door-1'
  const topic = `sensors/${door}/climate`
  const devices: DeviceConfig[] = [
    {
      id: 'scale-1',
      name: 'Receiving scale',
      location: 'receiving',
      ...scale,
      transport: { kind: 'serial', path: line('scale-1'), baud: 9600, format: '8N1' },
      channels: weight,
    },
    {
      id: 'scale-2',
      name: 'Packing scale',
      location: 'packing',
      ...scale,
      transport: { kind: 'serial', path: line('scale-2'), baud: 9600, format: '8N1' },
      channels: weight,
    },
    {
      id: 'cold-room-1',
      name: 'Cold room',
      location: 'cold-room',
      ...transmitter,
      transport: { ...rtu, unit_id: 1 },
      channels: COLD_ROOM,
    },
    {
      id: 'freezer-1',
      name: 'Freezer',
      location: 'freezer',
      ...transmitter,
      transport: { ...rtu, unit_id: 2 },
      channels: FREEZER,
    },
    {
      id: 'hall-1',
      name: 'Packing hall',
      location: 'packing',
      ...transmitter,
      transport: { kind: 'modbus-tcp', host: '127.0.0.1', port: modbusPort, unit_id: 1 },
      channels: PACKING_HALL,
    },
    {
      id: door,
      name: 'Dispatch door',
      driver: 'mqtt-json',
      location: 'dispatch',
      identity: door,
      expected_s: 30,
      transport: { kind: 'mqtt-door', topic },
      channels: [{ name: 'temperature', unit: 'Cel', path: 'climate.temp', limits: { low: '0.0', high: '12.0' } }],
    },
  ]
  const secretFile = wish.secretFileOf(door)
  return {
    devices: { v: 1, site: wish.site, devices },
    simulators: {},
    sensors: [{ identity: door, secretFile }],
  }
}
