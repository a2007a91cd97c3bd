import Type from 'typebox'
import { Uuid } from '../uuid.ts'
import { object, orNull, Text } from './shape.ts'

const Ids = Type.Array(Uuid, { maxItems: 500 })

/** One shift tells the next what it leaves behind. */
export const SHIFT_EVENTS = {
  'shift.handed_over': object({
    handover_id: Uuid,
    line: Text,
    notes: Type.String({ maxLength: 2_000 }),
    from_person_id: Uuid,
    /** Null: whoever comes. */
    to_person_id: orNull(Uuid),
    /** As they were seen on the tablet: what was open then, whatever it is by now. */
    open_runs: Ids,
    open_holds: Ids,
    open_alarms: Ids,
  }),
  'shift.accepted': object({ handover_id: Uuid, notes: Text }),
} as const
