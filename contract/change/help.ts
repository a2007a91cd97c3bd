import type { EventData } from '../event.ts'
import type { HelpState } from '../help-word.ts'
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
function textOf({ reason, stops_line, line, location_id, note }: EventData<'help.called'>, station: string | null) {
  const what = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${stops_line ? ', the line stands still' : ''}`
  const where = [line === null ? null : `Line ${line}`, location_id, station].filter(place => place !== null)
  return [what, where.join(', '), note ?? ''].filter(said => said !== '').join('. ')
}

/** What calls for help change. Who called stands in the record: the words of an alarm name nobody. */
export const HELP_CHANGES = {
  'help.called': (told: Told<EventData<'help.called'>>): Change[] => {
    const { data, id, recorded_at, occurred_at, actor } = told
    const { station } = actor
    const when = { called_at: recorded_at, occurred_at, called_by: actor.id }
    return [
      call(data.call_id, 'CALLED', { ...data, station, ...when, alarm_id: id }),
      alarm(told, 'help', { about: `help_call:${data.call_id}`, text: textOf(data, station) }),
    ]
  },
  'help.answered': ({ data, recorded_at, actor }: Told<EventData<'help.answered'>>): Change[] => [
    call(data.call_id, 'ANSWERED', { answer: data.note, answered_at: recorded_at, answered_by: actor.id }),
  ],
  'help.closed': ({ data, recorded_at, actor }: Told<EventData<'help.closed'>>): Change[] => [
    call(data.call_id, 'CLOSED', { closing: data.note, closed_at: recorded_at, closed_by: actor.id }),
  ],
}
