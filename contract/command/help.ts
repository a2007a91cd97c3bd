import Type from 'typebox'
import { HelpCall } from '../help.ts'
import { HelpReason } from '../help-word.ts'
import { Name } from '../name.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt } from './command.ts'

const Note = Type.Optional(Type.String({ minLength: 1, maxLength: 300 }))
const CallParams = fields({ call_id: Uuid })

/** Calling for help on the floor, and coming. */
export const HELP_COMMANDS = {
  'call-help': command({
    route: 'POST /api/v1/help-calls',
    tag: 'floor',
    summary: 'Calls for help: raises an alarm here and at headquarters until somebody answers.',
    params: NoParams,
    body: Type.Object(
      {
        reason: HelpReason,
        stops_line: Type.Boolean(),
        line: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,4}$' })),
        location_id: Type.Optional(Name),
        note: Note,
        ...OccurredAt,
      },
      { $id: 'HelpRequest', additionalProperties: false },
    ),
    status: 201,
    gives: HelpCall,
  }),
  'answer-help': command({
    route: 'POST /api/v1/help-calls/:call_id/answer',
    tag: 'floor',
    summary: 'Says that somebody comes: stops the timer and takes note of the alarm.',
    params: CallParams,
    body: fields({ note: Note }),
    status: 200,
    gives: HelpCall,
  }),
  'close-help': command({
    route: 'POST /api/v1/help-calls/:call_id/closure',
    tag: 'floor',
    summary: 'Says that no help is needed any more.',
    params: CallParams,
    body: fields({ note: Note }),
    status: 200,
    gives: HelpCall,
  }),
} as const
