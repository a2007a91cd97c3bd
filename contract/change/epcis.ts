import type { Json } from '../epcis/finding.ts'
import { goodsOf } from '../epcis/goods.ts'
import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

/** A declaration that an event was wrong stands beside the event: both have the same hash. */
export const epcisRecordId = (hash: string, declaresError: boolean): string => (declaresError ? `${hash}!` : hash)

/** What captures change: an event is found by its hash, by its id as the parent, and by the goods that it names. */
export const EPCIS_CHANGES = {
  'epcis.captured': ({ data, recorded_at }: Told<EventData<'epcis.captured'>>): Change[] => {
    const { capture_id, event_id, hash, declares_error, text } = data
    const id = epcisRecordId(hash, declares_error)
    return [
      {
        to: 'record',
        of: 'epcis_event',
        id,
        parent: event_id,
        state: declares_error ? 'DECLARED_WRONG' : 'CAPTURED',
        set: { capture_id, event_id, hash, declares_error, captured_at: recorded_at },
      },
      ...goodsOf(JSON.parse(text) as Json).map((parent, at): Change => {
        return { to: 'record', of: 'epcis_name', id: `${id} ${at}`, parent, set: {} }
      }),
    ]
  },
  'epcis.capture_ended': ({ data, recorded_at }: Told<EventData<'epcis.capture_ended'>>): Change[] => [
    {
      to: 'record',
      of: 'epcis_capture',
      id: data.capture_id,
      state: data.success ? 'DONE' : 'FAILED',
      set: { ...data, finished_at: recorded_at },
    },
  ],
}
