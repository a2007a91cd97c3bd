import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

/** What temperatures change that a person took: what was said of a place is found by it. */
export const TEMPERATURE_CHANGES = {
  'temperature.entered': (told: Told<EventData<'temperature.entered'>>): Change[] => {
    const { data, recorded_at, occurred_at, actor } = told
    return [
      {
        to: 'record',
        of: 'temperature',
        id: data.entry_id,
        parent: data.location_id,
        state: data.verdict,
        set: { ...data, entered_at: recorded_at, entered_by: actor.id, occurred_at },
      },
    ]
  },
}
