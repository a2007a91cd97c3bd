import Type from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'
import { TemperatureEntry } from '../temperature.ts'
import { command, NoParams, OccurredAt } from './command.ts'

/** Temperatures that a person takes with a probe. */
export const TEMPERATURE_COMMANDS = {
  'enter-temperature': command({
    route: 'POST /api/v1/temperatures',
    tag: 'quality',
    summary: 'Enters what a probe shows; outside of the limits it opens a deviation and holds what stands there.',
    params: NoParams,
    body: Type.Object(
      {
        /** One of the two: a point that is monitored, or a place. */
        monitor_id: Type.Optional(Name),
        location_id: Type.Optional(Name),
        value_c: Type.Union([Decimal, Type.Number({ minimum: -100, maximum: 300 })]),
        instrument_id: Type.Optional(Name),
        notes: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
        ...OccurredAt,
      },
      { $id: 'TemperatureReading', additionalProperties: false },
    ),
    status: 201,
    gives: TemperatureEntry,
  }),
} as const
