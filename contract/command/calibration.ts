import Type from 'typebox'
import { Calibration, CalibrationPoint } from '../calibration.ts'
import { Name } from '../name.ts'
import { command, fields, OccurredAt, Signed } from './command.ts'

const Sentence = Type.String({ minLength: 1, maxLength: 500 })

export const CALIBRATION_COMMANDS = {
  'record-calibration': command({
    route: 'POST /api/v1/instruments/:instrument_id/calibrations',
    tag: 'quality',
    summary: 'Records a calibration; one that found the instrument wrong holds what was decided with it.',
    params: fields({ instrument_id: Name }),
    body: Type.Object(
      {
        points: Type.Array(CalibrationPoint, { minItems: 1, maxItems: 20 }),
        procedure: Sentence,
        standard: Sentence,
        adjusted: Type.Optional(Type.Boolean()),
        ...OccurredAt,
        ...Signed,
      },
      { $id: 'CalibrationRequest', additionalProperties: false },
    ),
    status: 201,
    gives: Calibration,
  }),
} as const
