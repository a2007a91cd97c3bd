import Type, { type Static } from 'typebox'
import { compareDecimal, Decimal } from './decimal.ts'
import { DeviceCounters, DeviceFigures, DeviceState } from './health.ts'
import { Limits, limitsProblems } from './limit.ts'
import { Name } from './name.ts'
import { isTimestamp } from './time.ts'
import { dimensionOf, Unit } from './unit.ts'

/** How a gateway reports a channel. A period only ever sends a fresh read, never the last value again. */
export const Report = Type.Object(
  {
    strategy: Type.Enum(['on_read', 'on_change', 'on_change_or_period'] as (
      | 'on_read'
      | 'on_change'
      | 'on_change_or_period'
    )[]),
    deadband: Type.Optional(Decimal),
    period_s: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400 })),
  },
  { additionalProperties: false },
)
export type Report = Static<typeof Report>

/**
 * What a calibration found of a channel: each value becomes value × slope + offset. After `due_on` every value is
 * uncertain. A scale is adjusted at the scale, so a mass has neither slope nor offset.
 */
export const ChannelCalibration = Type.Object(
  {
    offset: Type.Optional(Decimal),
    slope: Type.Optional(Decimal),
    /** The last day on which it counts. */
    due_on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    certificate: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
)
export type ChannelCalibration = Static<typeof ChannelCalibration>

export const Channel = Type.Object(
  {
    name: Name,
    unit: Unit,
    /**
     * Where it stands in what the device says: `$` for a bare number, else dotted keys such as `climate.temp`, the rest
     * of a topic, or the name of a metric.
     */
    path: Type.Optional(Type.String({ pattern: '^(\\$|[A-Za-z0-9_:/ -]{1,64}(\\.[A-Za-z0-9_:/ -]{1,64}){0,7})$' })),
    report: Type.Optional(Report),
    limits: Type.Optional(Limits),
    calibration: Type.Optional(ChannelCalibration),
    /** False: what the device said is not kept with a value that is good. A weight and a bad one always keep it. */
    keep_raw: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type Channel = Static<typeof Channel>

const Path = Type.String({ minLength: 1, maxLength: 255 })
const Host = Type.String({ minLength: 1, maxLength: 253 })
const Port = Type.Integer({ minimum: 1, maximum: 65_535 })

export const SerialLine = Type.Object(
  {
    path: Path,
    baud: Type.Integer({ minimum: 300, maximum: 921_600, default: 9600 }),
    format: Type.Enum(['8N1', '7E1', '7O1', '8E1', '8O1', '8N2', '7N2'] as (
      | '8N1'
      | '7E1'
      | '7O1'
      | '8E1'
      | '8O1'
      | '8N2'
      | '7N2'
    )[]),
  },
  { additionalProperties: false },
)
export type SerialLine = Static<typeof SerialLine>

/** Where a device publishes, as its driver wants it said; `+` may stand for a whole level. */
const Topic = Type.String({
  pattern: '^(\\+|[^#+/\\u0000]*)(/(\\+|[^#+/\\u0000]*))*$',
  minLength: 1,
  maxLength: 200,
})
const UnitId = Type.Integer({ minimum: 1, maximum: 255 })

/** Where a device is plugged in. `mqtt-door` is a sensor that publishes to the appliance's own broker. */
export const TransportConfig = Type.Union([
  Type.Object({ kind: Type.Literal('serial'), ...SerialLine.properties }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('tcp'), host: Host, port: Port }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('modbus-rtu'), ...SerialLine.properties, unit_id: UnitId },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('modbus-tcp'), host: Host, port: Port, unit_id: UnitId },
    { additionalProperties: false },
  ),
  // RTU frames, checksum included, in a TCP stream: what a cheap serial gateway passes through.
  Type.Object(
    { kind: Type.Literal('rtu-over-tcp'), host: Host, port: Port, unit_id: UnitId },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('mqtt'),
      url: Type.String({ pattern: '^mqtts?://', maxLength: 255 }),
      topic: Topic,
      username: Type.Optional(Type.String({ maxLength: 100 })),
      password_file: Type.Optional(Path),
    },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('mqtt-door'), topic: Topic }, { additionalProperties: false }),
])
export type TransportConfig = Static<typeof TransportConfig>
export type TransportKind = TransportConfig['kind']

/** One device of a plant, as `devices.yaml` describes it. The gateway opens it; the appliance judges and shows it. */
export const DeviceConfig = Type.Object(
  {
    id: Name,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    driver: Name,
    location: Name,
    /** MQTT identity that may publish for it: a gateway, or the sensor itself. */
    identity: Name,
    enabled: Type.Optional(Type.Boolean()),
    transport: TransportConfig,
    poll_ms: Type.Optional(Type.Integer({ minimum: 50, maximum: 3_600_000 })),
    timeout_ms: Type.Optional(Type.Integer({ minimum: 50, maximum: 60_000 })),
    /** After this long without a sample the device is late. Left out: three times the poll, or not monitored. */
    expected_s: Type.Optional(Type.Integer({ minimum: 1, maximum: 604_800 })),
    writes_allowed: Type.Optional(Type.Boolean()),
    settings: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    channels: Type.Array(Channel, { minItems: 1, maxItems: 64 }),
  },
  { $id: 'DeviceConfig', additionalProperties: false },
)
export type DeviceConfig = Static<typeof DeviceConfig>

/** The whole of `devices.yaml`. */
export const PlantDevices = Type.Object(
  { v: Type.Literal(1), site: Name, devices: Type.Array(DeviceConfig, { maxItems: 500 }) },
  { $id: 'PlantDevices', additionalProperties: false },
)
export type PlantDevices = Static<typeof PlantDevices>

/** Rules that a shape cannot say; each problem is a path and a sentence. Empty means valid. */
export function devicesProblems(plant: PlantDevices): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = []
  const seen = new Map<string, string>()
  const framings = new Map<string, string>()
  const once = (key: string, path: string, message: string) => {
    if (seen.has(key)) problems.push({ path, message: `${message} (first at ${seen.get(key)})` })
    else seen.set(key, path)
  }
  plant.devices.forEach((device, index) => {
    const path = `/devices/${index}`
    once(`id:${device.id}`, `${path}/id`, `device id ${device.id} is used twice`)
    const at = device.transport
    if (at.kind === 'serial')
      once(`serial:${at.path}`, `${path}/transport/path`, `serial line ${at.path} already belongs to another device`)
    if (at.kind === 'modbus-rtu') {
      once(
        `unit:${at.path}:${at.unit_id}`,
        `${path}/transport/unit_id`,
        `unit ${at.unit_id} on ${at.path} is used twice`,
      )
      const line = plant.devices.find(other => other.transport.kind === 'serial' && other.transport.path === at.path)
      if (line !== undefined)
        problems.push({ path: `${path}/transport/path`, message: `${at.path} is also the serial line of ${line.id}` })
    }
    if (at.kind === 'modbus-tcp' || at.kind === 'rtu-over-tcp') {
      const door = `${at.host}:${at.port}`
      once(`unit:${door}:${at.unit_id}`, `${path}/transport/unit_id`, `unit ${at.unit_id} on ${door} is used twice`)
      const first = framings.get(door) ?? at.kind
      framings.set(door, first)
      if (first !== at.kind)
        problems.push({ path: `${path}/transport/kind`, message: `${door} speaks ${first}, not also ${at.kind}` })
    }
    // A bridge of many devices has one topic, and its devices differ in their settings.
    const asked = JSON.stringify(device.settings ?? {})
    if (at.kind === 'mqtt-door')
      once(`topic:${at.topic} ${asked}`, `${path}/transport/topic`, `topic ${at.topic} is used twice`)
    device.channels.forEach((channel, at) => {
      once(`channel:${index}:${channel.name}`, `${path}/channels/${at}/name`, `channel ${channel.name} is named twice`)
      for (const problem of channelProblems(channel))
        problems.push({ ...problem, path: `${path}/channels/${at}${problem.path}` })
    })
  })
  return problems
}

function channelProblems({ unit, limits = {}, calibration = {} }: Channel): { path: string; message: string }[] {
  const problems = limitsProblems(limits).map(({ path, message }) => ({ path: `/limits${path}`, message }))
  const { offset, slope, due_on } = calibration
  if (dimensionOf(unit) === 'mass' && (offset !== undefined || slope !== undefined))
    problems.push({ path: '/calibration', message: 'a scale is adjusted at the scale, not here' })
  if (slope !== undefined && compareDecimal(slope, '0') <= 0)
    problems.push({ path: '/calibration/slope', message: 'a slope is above zero' })
  if (due_on !== undefined && !isTimestamp(`${due_on}T00:00:00.000Z`))
    problems.push({ path: '/calibration/due_on', message: `${due_on} is no day` })
  return problems
}

/** A device as the API shows it: what it is, how it is, and the latest reading of each channel. */
export const DeviceView = Type.Object(
  {
    id: Name,
    name: Type.String(),
    driver: Name,
    location: Name,
    transport: Type.String(),
    state: DeviceState,
    reason: Type.String(),
    detail: Type.String(),
    since: Type.Union([Type.String(), Type.Null()]),
    last_sample_age_ms: Type.Union([Type.Integer(), Type.Null()]),
    achieved_interval_ms: Type.Union([Type.Integer(), Type.Null()]),
    writes_allowed: Type.Boolean(),
    /** As its gateway said last; left out for a sensor at the door, and before the first word. */
    counters: Type.Optional(DeviceCounters),
    figures: Type.Optional(DeviceFigures),
    /** What it measures, as configured: a screen shows a value beside its limits. */
    channels: Type.Array(Channel, { maxItems: 64 }),
    latest: Type.Array(Type.Unsafe<import('./reading.ts').Reading>(Type.Ref('Reading'))),
  },
  { $id: 'Device', additionalProperties: false },
)
export type DeviceView = Static<typeof DeviceView>
