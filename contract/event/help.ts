import Type from 'typebox'
import { HelpReason } from '../help-word.ts'
import { Name } from '../name.ts'
import { Uuid } from '../uuid.ts'
import { object, orNull, Text } from './shape.ts'

const Note = orNull(Type.String({ maxLength: 300 }))

/** Calls for help from the floor. */
export const HELP_EVENTS = {
  'help.called': object({
    call_id: Uuid,
    reason: HelpReason,
    stops_line: Type.Boolean(),
    line: Text,
    location_id: orNull(Name),
    note: Note,
  }),
  /** Somebody comes. */
  'help.answered': object({ call_id: Uuid, note: Note }),
  'help.closed': object({ call_id: Uuid, note: Note }),
} as const
