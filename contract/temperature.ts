import Type, { type Static } from 'typebox'
import { orNull } from './event/shape.ts'
import { TEMPERATURE_EVENTS } from './event/temperature.ts'
import { Uuid } from './uuid.ts'

/** A temperature that a person took; times are those of the server, `occurred_at` that of the tablet. */
export const TemperatureEntry = Type.Object(
  {
    ...TEMPERATURE_EVENTS['temperature.entered'].properties,
    /** The hold of its deviation, where there was something to hold. */
    hold_id: orNull(Uuid),
    entered_at: Type.String(),
    entered_by: Type.String(),
    occurred_at: Type.String(),
  },
  { $id: 'TemperatureEntry', additionalProperties: false },
)
export type TemperatureEntry = Static<typeof TemperatureEntry>
