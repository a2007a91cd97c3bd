import { join } from 'node:path'
import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import { BENCH } from '../write/plant.ts'

/** How long the devices are watched, and how long before that everything runs warm. */
export interface Span {
  warm_s: number
  seconds: number
}

export const FULL: Span = { warm_s: 15, seconds: 600 }
export const QUICK: Span = { warm_s: 2, seconds: 15 }

export const KINDS = ['scale', 'modbus', 'mqtt'] as const
export type Kind = (typeof KINDS)[number]

const SCALES = 16
/** A scale streams so often, which no plant needs and some scales do. */
export const FRAME_MS = 100
const UNITS_PER_BUS = 10
export const BUSES = ['rtu-1', 'rtu-2', 'mbap', 'rtu-over-tcp'] as const
export type Bus = (typeof BUSES)[number]
const POLL_MS = 1_000
const SENSORS = 8
export const PUBLISH_MS = 1_000

const count = (many: number, name: string) => Array.from({ length: many }, (_, at) => `${name}-${at + 1}`)
export const SCALE_IDS = count(SCALES, 'scale')
export const SENSOR_IDS = count(SENSORS, 'mqtt')
/** Unit 1 is the first of each bus. */
export const unitIds = (bus: Bus) => count(UNITS_PER_BUS, `modbus-${bus}`)
/** The kind of a device by its id. */
export const kindOf = (id: string) => id.slice(0, id.indexOf('-')) as Kind

/** Ports on 127.0.0.1, and the folder of the pseudo-terminals. */
export interface Places {
  folder: string
  mbap: number
  'rtu-over-tcp': number
  /** The plant's own broker. */
  broker: number
  /** The appliance's broker, as the witness passes it on. */
  witness: number
}

export const lineOf = (folder: string, name: string) => join(folder, name)
export const topicOf = (id: string) => `plant/${id}`

/** The devices file: 16 scales that stream, 40 Modbus devices on four buses, 8 sensors at a broker of the plant. */
export function devicesOf(places: Places): PlantDevices {
  const about = { location: 'hall', identity: BENCH.identity }
  const scale = (id: string): DeviceConfig => ({
    ...about,
    id,
    name: id,
    driver: 'mt-continuous',
    transport: { kind: 'serial', path: lineOf(places.folder, id), baud: 9600, format: '8N1' },
    channels: [{ name: 'weight', unit: 'kg' }],
  })
  const unit = (bus: Bus) => (id: string, at: number) => ({
    ...about,
    id,
    name: id,
    driver: 'modbus',
    poll_ms: POLL_MS,
    transport: transportOf(bus, at + 1, places),
    settings: {
      profile: 'generic@1',
      overrides: { points: { count: { read: { fc: 3, address: 0, type: 'uint32' }, unit: '1' } } },
    },
    channels: [{ name: 'count', unit: '1' as const }],
  })
  const sensor = (id: string): DeviceConfig => ({
    ...about,
    id,
    name: id,
    driver: 'mqtt-json',
    transport: { kind: 'mqtt', url: `mqtt://127.0.0.1:${places.broker}`, topic: topicOf(id) },
    channels: [{ name: 'count', unit: '1', path: 'count' }],
  })
  const units = BUSES.flatMap(bus => unitIds(bus).map(unit(bus)))
  return { v: 1, site: BENCH.site, devices: [...SCALE_IDS.map(scale), ...units, ...SENSOR_IDS.map(sensor)] }
}

function transportOf(bus: Bus, unit_id: number, places: Places): DeviceConfig['transport'] {
  switch (bus) {
    case 'rtu-1':
    case 'rtu-2':
      return { kind: 'modbus-rtu', path: lineOf(places.folder, bus), baud: 19_200, format: '8E1', unit_id }
    case 'mbap':
      return { kind: 'modbus-tcp', host: '127.0.0.1', port: places.mbap, unit_id }
    case 'rtu-over-tcp':
      return { kind: 'rtu-over-tcp', host: '127.0.0.1', port: places['rtu-over-tcp'], unit_id }
  }
}
