import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'

type Kind = 'scale' | 'thermometer' | 'metal_detector' | 'x_ray' | 'atp_meter' | 'ph_meter' | 'oxygen_meter' | 'other'

/** What a result is measured with, whether it has a wire or not. A device of the plant may be one under the same id. */
export const Instrument = Type.Object(
  {
    instrument_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    kind: Type.Enum([
      'scale',
      'thermometer',
      'metal_detector',
      'x_ray',
      'atp_meter',
      'ph_meter',
      'oxygen_meter',
      'other',
    ] as Kind[]),
    location_id: Type.Optional(Name),
    /** Days between two calibrations; left out: it needs none. */
    calibration_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
    in_service: Type.Optional(Type.Boolean()),
  },
  { $id: 'Instrument', additionalProperties: false },
)
export type Instrument = Static<typeof Instrument>
