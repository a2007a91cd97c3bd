import Type, { type Static, type TSchema } from 'typebox'
import { Decimal } from './decimal.ts'
import { Name } from './name.ts'
import { Quality, Reason } from './quality.ts'
import { Timestamp } from './time.ts'
import { Unit } from './unit.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What a scale says beside the number. `stable: null` means that the protocol does not tell. */
export const WeightState = Type.Object(
  {
    stable: nullable(Type.Boolean()),
    basis: Type.Enum(['gross', 'net', 'tare', 'unknown'] as ('gross' | 'net' | 'tare' | 'unknown')[]),
    at_zero: Type.Optional(Type.Boolean()),
    high_res: Type.Optional(Type.Boolean()),
    tare: Type.Optional(Decimal),
    alibi_id: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
export type WeightState = Static<typeof WeightState>

/**
 * One value of one channel that a device just gave, or the reason why it gave none.
 * A bad quality always has `value: null`; nothing is ever turned into 0.
 */
export const Measurement = Type.Object(
  {
    channel: Name,
    value: nullable(Decimal),
    unit: nullable(Unit),
    quality: Quality,
    reason: Reason,
    weight: Type.Optional(WeightState),
    raw: Type.Optional(Type.String({ pattern: '^([0-9a-f]{2}){0,512}$', description: 'The frame as received, hex.' })),
  },
  { $id: 'Measurement', additionalProperties: false },
)
export type Measurement = Static<typeof Measurement>

/**
 * What a gateway publishes, QoS 1, on `flowviz/v1/<device>/measurement`: a Measurement with the gateway's stamp.
 * (device_id, boot_id, seq) names it for ever: a repeat after a lost PUBACK is the same measurement, not a second one.
 */
export const MeasurementMessage = Type.Object(
  {
    v: Type.Literal(1),
    device_id: Name,
    boot_id: Type.String({ pattern: '^[0-9a-f]{16}$', description: 'Random at each start of the gateway.' }),
    seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    measured_at: Timestamp,
    measurement: Measurement,
  },
  { $id: 'MeasurementMessage', additionalProperties: false },
)
export type MeasurementMessage = Static<typeof MeasurementMessage>

/** Topic of a gateway's measurements of one device. */
export const measurementTopic = (device: string) => `flowviz/v1/${device}/measurement`
