import { join } from 'node:path'
import type { Channel, DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import { sha256Hex } from './keys.ts'

/** What a plant needs to know to describe its pretended devices. */
export interface SimulationWish {
  site: string
  /** Folder of the pretended serial lines. */
  linesDir: string
  secretFileOf: (sensor: string) => string
  mqttPort: number
  modbusPort: number
  /** Port of the door by which a test or a person steers the pretended devices. */
  controlPort: number
  /** Port of the pretended label printer; left out: there is none. */
  printerPort?: number | undefined
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

const SCALE_WEIGHT: Channel[] = [
  { name: 'weight', unit: 'kg', report: { strategy: 'on_change_or_period', period_s: 1 } },
]
/** The label printer, as the plant and the control door know it. */
export const PRINTER = 'printer-1'
const DOOR_TOPIC = 'sensors/door-1/climate'

/** The devices file of a demo plant: two scales, two transmitters on one bus and one behind TCP, one MQTT sensor. */
function devicesOf({ site, linesDir, gateway: identity, modbusPort }: SimulationWish): PlantDevices {
  const serial = (name: string) => ({ path: join(linesDir, name), baud: 9600, format: '8N1' }) as const
  const scale = { driver: 'mt-sics', identity, poll_ms: 250, writes_allowed: true, channels: SCALE_WEIGHT } as const
  const transmitter = { driver: 'xy-md02', identity, poll_ms: 1_000 } as const
  const place = (id: string, name: string, location: string) => ({ id, name, location })
  const devices: DeviceConfig[] = [
    {
      ...place('scale-1', 'Receiving scale', 'receiving'),
      ...scale,
      transport: { kind: 'serial', ...serial('scale-1') },
    },
    {
      ...place('scale-2', 'Packing scale', 'packing'),
      ...scale,
      transport: { kind: 'serial', ...serial('scale-2') },
    },
    {
      ...place('cold-room-1', 'Cold room', 'cold-room'),
      ...transmitter,
      transport: { kind: 'modbus-rtu', ...serial('bus-1'), unit_id: 1 },
      channels: climate('0.0', '5.0'),
    },
    {
      ...place('freezer-1', 'Freezer', 'freezer'),
      ...transmitter,
      transport: { kind: 'modbus-rtu', ...serial('bus-1'), unit_id: 2 },
      channels: climate('-30.0', '-18.0'),
    },
    {
      ...place('hall-1', 'Packing hall', 'packing'),
      ...transmitter,
      transport: { kind: 'modbus-tcp', host: '127.0.0.1', port: modbusPort, unit_id: 1 },
      channels: climate('5.0', '14.0'),
    },
    {
      ...place('door-1', 'Dispatch door', 'dispatch'),
      driver: 'mqtt-json',
      identity: 'door-1',
      expected_s: 30,
      transport: { kind: 'mqtt-door', topic: DOOR_TOPIC },
      channels: [
        { name: 'temperature', unit: 'Cel', path: 'temperature', limits: { low: '0.0', high: '12.0' } },
        { name: 'humidity', unit: '%', path: 'humidity' },
      ],
    },
  ]
  return { v: 1, site, devices }
}

/** The plan of firmware-adapters/simulator that pretends exactly those devices. */
function simulatorsOf(wish: SimulationWish): unknown {
  const link = (name: string) => join(wish.linesDir, name)
  const printers = wish.printerPort === undefined ? [] : [{ kind: 'zpl', id: PRINTER, port: wish.printerPort }]
  const air = (temperature_c: string, humidity: string, swing_c: string) => ({ temperature_c, humidity, swing_c })
  return {
    v: 1,
    // Another seed for another plant: two plants with the same weights at the same time would look like a copy.
    seed: Number.parseInt(sha256Hex(wish.site).slice(0, 8), 16),
    control_port: wish.controlPort,
    devices: [
      { kind: 'mt-sics', id: 'scale-1', link: link('scale-1'), capacity_kg: '60.000', step_kg: '0.005', cycle: true },
      { kind: 'mt-sics', id: 'scale-2', link: link('scale-2'), capacity_kg: '15.000', step_kg: '0.002', cycle: true },
      {
        kind: 'xy-md02-rtu',
        id: 'bus-1',
        link: link('bus-1'),
        units: [
          { id: 'cold-room-1', unit_id: 1, ...air('3.0', '82.0', '0.8') },
          { id: 'freezer-1', unit_id: 2, ...air('-21.5', '60.0', '1.2') },
        ],
      },
      {
        kind: 'xy-md02-tcp',
        id: 'hall-bus',
        port: wish.modbusPort,
        units: [{ id: 'hall-1', unit_id: 1, ...air('9.5', '55.0', '1.5') }],
      },
      {
        kind: 'mqtt-json',
        id: 'door-1',
        url: `mqtt://127.0.0.1:${wish.mqttPort}`,
        topic: DOOR_TOPIC,
        identity: 'door-1',
        secret_file: wish.secretFileOf('door-1'),
        period_ms: 5_000,
        ...air('6.0', '65.0', '2.5'),
      },
      ...printers,
    ],
  }
}

/** The devices of a demo plant and the plan that pretends them. */
export function simulate(wish: SimulationWish): PlantSimulation {
  return {
    devices: devicesOf(wish),
    simulators: simulatorsOf(wish),
    sensors: [{ identity: 'door-1', secretFile: wish.secretFileOf('door-1') }],
  }
}
