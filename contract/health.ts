import Type, { type Static } from 'typebox'
import { Name } from './name.ts'

export type DeviceState = 'connecting' | 'ok' | 'late' | 'faulted' | 'stopped' | 'not_monitored'
/** `late`: no sample for longer than expected. `not_monitored`: nothing is expected of it, so nothing is wrong. */
export const DeviceState = Type.Enum(
  ['connecting', 'ok', 'late', 'faulted', 'stopped', 'not_monitored'] as DeviceState[],
  { $id: 'DeviceState' },
)

const Count = Type.Integer({ minimum: 0 })

/** What the gateway counts for one device since it started. */
export const DeviceCounters = Type.Object(
  {
    samples: Count,
    published: Count,
    suppressed: Count,
    dropped: Count,
    noise_bytes: Count,
    checksum_errors: Count,
    timeouts: Count,
    late_replies: Count,
    exceptions: Count,
    reconnects: Count,
    driver_crashes: Count,
    /** Requests that were sent to it; a device that speaks by itself has none. */
    requests: Type.Optional(Count),
    /** Frames and repeats that were passed over, and polls that were left out. */
    skipped: Type.Optional(Count),
    /** Times that nothing moved on an open line, so that it was opened anew. */
    stalls: Type.Optional(Count),
  },
  { additionalProperties: false },
)
export type DeviceCounters = Static<typeof DeviceCounters>

const Figure = Type.Union([Count, Type.Null()])

/** How fast one device is: of its last requests the time to the answer, and the share of its bus that is in use. */
export const DeviceFigures = Type.Object(
  {
    /** How often it is to be asked; null for one that speaks by itself. */
    configured_interval_ms: Figure,
    rtt_p50_ms: Figure,
    rtt_p95_ms: Figure,
    bus_busy_percent: Figure,
  },
  { additionalProperties: false },
)
export type DeviceFigures = Static<typeof DeviceFigures>

/**
 * The gateway's view of one device, QoS 0, on `flowviz/v1/<device>/health`, at least once a second and at once on a
 * change. It is never stored as a reading: it says that the latest one still stands, or why there is none.
 */
export const HealthMessage = Type.Object(
  {
    v: Type.Literal(1),
    device_id: Name,
    state: DeviceState,
    reason: Type.String({ maxLength: 60, description: 'Stable code, such as comm_timeout, port_missing, port_taken.' }),
    detail: Type.String({ maxLength: 300, description: 'A sentence with the next step for a person.' }),
    last_sample_age_ms: Type.Union([Count, Type.Null()]),
    achieved_interval_ms: Type.Union([Count, Type.Null()]),
    counters: DeviceCounters,
    figures: Type.Optional(DeviceFigures),
  },
  { $id: 'HealthMessage', additionalProperties: false },
)
export type HealthMessage = Static<typeof HealthMessage>

/** Topic of a gateway's health messages of one device. */
export const healthTopic = (device: string) => `flowviz/v1/${device}/health`

/** Topic on which the appliance asks a gateway to act on one device (tare, zero, stable weight). */
export const commandTopic = (device: string) => `flowviz/v1/${device}/command`
/** Topic of the gateway's answers to those. */
export const commandAnswerTopic = (device: string) => `flowviz/v1/${device}/command-answer`

export type DeviceAction = 'tare' | 'clear_tare' | 'zero' | 'stable_weight'
export const DeviceAction = Type.Enum(['tare', 'clear_tare', 'zero', 'stable_weight'] as DeviceAction[])

/** A command to a device; refused by the gateway unless `writes_allowed` is set for it (stable_weight only reads). */
export const CommandMessage = Type.Object(
  { v: Type.Literal(1), command_id: Type.String({ maxLength: 40 }), device_id: Name, action: DeviceAction },
  { $id: 'CommandMessage', additionalProperties: false },
)
export type CommandMessage = Static<typeof CommandMessage>

export const CommandAnswer = Type.Object(
  {
    v: Type.Literal(1),
    command_id: Type.String({ maxLength: 40 }),
    device_id: Name,
    outcome: Type.Enum(['done', 'refused', 'failed'] as ('done' | 'refused' | 'failed')[]),
    reason: Type.String({ maxLength: 60 }),
    detail: Type.String({ maxLength: 300 }),
  },
  { $id: 'CommandAnswer', additionalProperties: false },
)
export type CommandAnswer = Static<typeof CommandAnswer>
