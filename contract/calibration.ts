import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { QUALITY_EVENTS } from './event/quality.ts'
import { object, orNull, Text } from './event/shape.ts'
import { Name } from './name.ts'
import { CalibrationState } from './quality-word.ts'

const Tolerance = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,9})?$', examples: ['0.5'] })

/** One point of a calibration: what the standard says, and what the instrument showed before and after adjusting. */
export const CalibrationPoint = object({
  reference: Decimal,
  as_found: Decimal,
  as_left: Type.Optional(Decimal),
  tolerance: Tolerance,
  unit: Type.String({ minLength: 1, maxLength: 20 }),
})
export type CalibrationPoint = Static<typeof CalibrationPoint>

/** A calibration as it was recorded. `passed` says how the instrument was found. */
export const Calibration = Type.Object(
  {
    ...QUALITY_EVENTS['calibration.recorded'].properties,
    calibrated_at: Type.String(),
    calibrated_by: Type.String(),
  },
  { $id: 'Calibration', additionalProperties: false },
)
export type Calibration = Static<typeof Calibration>

/** An instrument whose calibration is due, overdue or missing. */
export const DueCalibration = Type.Object(
  {
    instrument_id: Name,
    title: Type.String(),
    kind: Type.String(),
    calibration: CalibrationState,
    next_due_on: Text,
    last_calibration_id: orNull(Type.String()),
  },
  { $id: 'DueCalibration', additionalProperties: false },
)
export type DueCalibration = Static<typeof DueCalibration>
