import type { Change, Told } from './change.ts'

/** The alarm that an event raises; it carries the id of the event. */
export const alarm = (told: Told<unknown>, kind: string, set: { about: string; text: string }): Change => ({
  to: 'record',
  of: 'alarm',
  id: told.id,
  parent: kind,
  state: 'RAISED',
  set: { alarm_id: told.id, kind, ...set, raised_at: told.recorded_at, state: 'RAISED' },
})
