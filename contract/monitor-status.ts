import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { orNull } from './event/shape.ts'
import { Name } from './name.ts'
import { Monitor } from './plant/monitor.ts'
import { Uuid } from './uuid.ts'

export type MonitorWord = 'inside' | 'outside' | 'confirmed' | 'silent'

/**
 * How a monitor stands now. `outside`: beyond a limit, and not yet for as long as it takes; `confirmed`: a deviation is
 * open and what enters is held; `silent`: nothing usable is heard, or nothing was yet.
 */
export const MonitorStatus = Type.Object(
  {
    monitor_id: Name,
    version: Type.Integer(),
    title: Type.String(),
    device_id: Name,
    channel: Name,
    location_id: Name,
    unit: Monitor.properties.unit,
    low: orNull(Decimal),
    high: orNull(Decimal),
    ccp: Type.Boolean(),
    state: Type.Enum(['inside', 'outside', 'confirmed', 'silent'] as MonitorWord[]),
    /** Silence is an alarm of its own, and comes during an excursion too. */
    silent: Type.Boolean(),
    since: orNull(Type.String()),
    value: orNull(Decimal),
    received_at: orNull(Type.String()),
    reading_seq: orNull(Type.Integer()),
    deviation_id: orNull(Uuid),
  },
  { $id: 'MonitorStatus', additionalProperties: false },
)
export type MonitorStatus = Static<typeof MonitorStatus>
