import type { EventData } from '../event.ts'
import type { HandoverState } from '../shift.ts'
import type { Change, Told } from './change.ts'

const handover = (id: string, state: HandoverState, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'shift_handover',
  id,
  state,
  set: { ...set, state },
})

/** What hand-overs of shifts change: their own records. */
export const SHIFT_CHANGES = {
  'shift.handed_over': ({ data, recorded_at, occurred_at, actor }: Told<EventData<'shift.handed_over'>>): Change[] => [
    {
      ...(handover(data.handover_id, 'HANDED_OVER', {
        ...data,
        handed_over_at: recorded_at,
        handed_over_by: actor.id,
        occurred_at,
      }) as Extract<Change, { to: 'record' }>),
      ...(data.line === null ? {} : { parent: data.line }),
    },
  ],
  'shift.accepted': ({ data, recorded_at, actor }: Told<EventData<'shift.accepted'>>): Change[] => [
    handover(data.handover_id, 'ACCEPTED', { answer: data.notes, accepted_at: recorded_at, accepted_by: actor.id }),
  ],
}
