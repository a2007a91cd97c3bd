import type { Said } from '../said.ts'
import type { Change, Told } from './change.ts'

/** The alarm that an event raises; it carries the id of the event. `said` is null for the words of a person. */
export const alarm = (
  told: Told<unknown>,
  kind: string,
  set: { about: string; text: string; said: Said | null },
): Change => ({
  to: 'record',
  of: 'alarm',
  id: told.id,
  parent: kind,
  state: 'RAISED',
  set: { alarm_id: told.id, kind, ...set, raised_at: told.recorded_at, state: 'RAISED' },
})
