import type { EventData } from '../event.ts'
import type { HelpState } from '../help-word.ts'
import { type Spoken, tell } from '../sentence.ts'
import { alarm } from './alarm.ts'
import type { Change, Told } from './change.ts'

const call = (id: string, state: HelpState, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'help_call',
  id,
  state,
  set: { ...set, state },
})

/** `Machine, the line stands still. Line L1, lane-3. The belt is torn.` */
function spokenOf(call: EventData<'help.called'>, station: string | null): Spoken {
  const { reason, stops_line, line, location_id, note } = call
  return tell(stops_line ? 'help_line_stands' : 'help_called', { reason, line, location_id, station, note })
}

/** What calls for help change. Who called stands in the record: the words of an alarm name nobody. */
export const HELP_CHANGES = {
  'help.called': (told: Told<EventData<'help.called'>>): Change[] => {
    const { data, id, recorded_at, occurred_at, actor } = told
    const { station } = actor
    const when = { called_at: recorded_at, occurred_at, called_by: actor.id }
    return [
      call(data.call_id, 'CALLED', { ...data, station, ...when, alarm_id: id }),
      alarm(told, 'help', { about: `help_call:${data.call_id}`, ...spokenOf(data, station) }),
    ]
  },
  'help.answered': ({ data, recorded_at, actor }: Told<EventData<'help.answered'>>): Change[] => [
    call(data.call_id, 'ANSWERED', { answer: data.note, answered_at: recorded_at, answered_by: actor.id }),
  ],
  'help.closed': ({ data, recorded_at, actor }: Told<EventData<'help.closed'>>): Change[] => [
    call(data.call_id, 'CLOSED', { closing: data.note, closed_at: recorded_at, closed_by: actor.id }),
  ],
}
