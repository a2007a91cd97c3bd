import type { EventData } from '../event.ts'
import { type Spoken, tell } from '../sentence.ts'
import type { TabletState } from '../tablet-word.ts'
import { alarm } from './alarm.ts'
import type { Change, Told } from './change.ts'

const tablet = (tablet_id: string, state: TabletState | null, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'tablet',
  id: tablet_id,
  ...(state === null ? {} : { state }),
  set: { tablet_id, ...set },
})

const told = (event: Told<unknown>, tablet_id: string, spoken: Spoken): Change =>
  alarm(event, 'tablet', { about: `tablet:${tablet_id}`, ...spoken })

/** What the events of tablets change. */
export const TABLET_CHANGES = {
  /** Takes the id; one that is set up again stays what it is until the code is used. */
  'tablet.invited': ({ data: { tablet_id } }: Told<EventData<'tablet.invited'>>): Change[] => [
    tablet(tablet_id, null, {}),
  ],
  'tablet.enrolled': ({ data, recorded_at }: Told<EventData<'tablet.enrolled'>>): Change[] => [
    tablet(data.tablet_id, 'ENROLLED', { ...data, enrolled_at: recorded_at }),
  ],
  'tablet.revoked': ({ data, recorded_at }: Told<EventData<'tablet.revoked'>>): Change[] => [
    tablet(data.tablet_id, 'REVOKED', { revoked_at: recorded_at }),
  ],
  'tablet.store_lost': (event: Told<EventData<'tablet.store_lost'>>): Change[] => {
    const { tablet_id, title, received_seq, epoch_next, losses } = event.data
    const spoken =
      received_seq === 0 ? tell('tablet_lost_all', { title }) : tell('tablet_lost', { title, received_seq })
    return [tablet(tablet_id, null, { epoch: epoch_next, losses }), told(event, tablet_id, spoken)]
  },
  'tablet.skipped': (event: Told<EventData<'tablet.skipped'>>): Change[] => {
    const { tablet_id, title, from_seq, to_seq } = event.data
    const numbers = { count: to_seq - from_seq + 1, from_seq, to_seq, received_seq: from_seq - 1 }
    return [told(event, tablet_id, tell('tablet_skipped', { title, ...numbers }))]
  },
  'tablet.questioned': (event: Told<EventData<'tablet.questioned'>>): Change[] => {
    const { tablet_id, title, command, disabled_at, done_at } = event.data
    return [told(event, tablet_id, tell('tablet_questioned', { title, command, done_at, disabled_at }))]
  },
}
