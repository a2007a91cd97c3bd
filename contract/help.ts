import Type, { type Static } from 'typebox'
import { oneOf, orNull, Text } from './event/shape.ts'
import { HELP_STATES, HelpReason } from './help-word.ts'
import { Name } from './name.ts'
import { Uuid } from './uuid.ts'

/** A call for help as the API shows it. Times are those of the server; `occurred_at` is when the tablet says it was. */
export const HelpCall = Type.Object(
  {
    call_id: Uuid,
    state: oneOf(...HELP_STATES),
    reason: HelpReason,
    stops_line: Type.Boolean(),
    line: Text,
    location_id: orNull(Name),
    /** Where the tablet stands that it came from. */
    station: Text,
    note: Text,
    called_at: Type.String(),
    occurred_at: Type.String(),
    called_by: Type.String(),
    answered_at: Text,
    answered_by: Text,
    answer: Text,
    /** Seconds that nobody came; null while nobody has answered. */
    waited_s: orNull(Type.Integer({ minimum: 0 })),
    closed_at: Text,
    closed_by: Text,
    closing: Text,
    /** The alarm that it raised. */
    alarm_id: Uuid,
  },
  { $id: 'HelpCall', additionalProperties: false },
)
export type HelpCall = Static<typeof HelpCall>
