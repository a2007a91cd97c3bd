import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'
import { CalibrationState } from '../quality-word.ts'
import { Unit } from '../unit.ts'
import { Uuid } from '../uuid.ts'
import { object, oneOf, orNull, Text } from './shape.ts'

/** Temperatures that a person took with a probe. */
export const TEMPERATURE_EVENTS = {
  'temperature.entered': object({
    entry_id: Uuid,
    location_id: Name,
    /** By whose limits it was judged; null: by those of the place, or by none. */
    monitor_id: orNull(Name),
    monitor_version: orNull(Type.Integer()),
    value_c: Decimal,
    /** The limits in their own unit; `recorded`: there are none. */
    low: orNull(Decimal),
    high: orNull(Decimal),
    unit: Unit,
    verdict: oneOf('within', 'low', 'high', 'recorded'),
    instrument_id: orNull(Name),
    calibration: orNull(CalibrationState),
    entered_late: Type.Boolean(),
    /** What it opened, or what was open already. */
    deviation_id: orNull(Uuid),
    notes: Text,
  }),
} as const
