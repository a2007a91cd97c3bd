import Type, { type Static } from 'typebox'
import { Decimal } from '../decimal.ts'
import { Name } from '../name.ts'
import { Unit } from '../unit.ts'

/** Continuous monitoring of one sensor channel (21 CFR 117.145): a limit, for how long, and how much silence. */
export const Monitor = Type.Object(
  {
    monitor_id: Name,
    title: Type.String({ minLength: 1, maxLength: 80 }),
    device_id: Name,
    channel: Name,
    /** Whose lots are held when it is outside. */
    location_id: Name,
    unit: Unit,
    low: Type.Optional(Decimal),
    high: Type.Optional(Decimal),
    /** Outside for so long before it is a deviation; 0: at the first reading. */
    duration_s: Type.Integer({ minimum: 0, maximum: 86_400 }),
    /** So far inside the limit it must come back before the excursion has ended. */
    hysteresis: Type.Optional(Decimal),
    /** Without a usable reading for so long, silence itself is an alarm. */
    missing_s: Type.Integer({ minimum: 1, maximum: 86_400 }),
    ccp: Type.Boolean(),
    active: Type.Optional(Type.Boolean()),
  },
  { $id: 'Monitor', additionalProperties: false },
)
export type Monitor = Static<typeof Monitor>
